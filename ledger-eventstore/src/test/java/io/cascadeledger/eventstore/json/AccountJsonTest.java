package io.cascadeledger.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Score;
import io.cascadeledger.party.ScoreType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class AccountJsonTest {

  @SuppressWarnings("UnusedVariable") // the source of the parameters
  private static final List<LedgerEntry> ENTRIES = ExampleAccounts.otherEntries().toList();

  private final JsonMapper mapper = EventJson.mapper();

  @ParameterizedTest
  @FieldSource("ENTRIES")
  void an_entry_of_each_kind_is_read_back(LedgerEntry entry) {
    String json = mapper.writeValueAsString(entry);

    assertThat(mapper.readValue(json, LedgerEntry.class)).isEqualTo(entry);
    assertThat(json)
        .contains("\"kind\":\"" + entry.getClass().getSimpleName().toLowerCase(Locale.ROOT) + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|1",
        "1.10|1.10",
        "12345678901234567890.123456789|12345678901234567890.123456789",
        "1e400|1E+400",
        "{ \"b\" : [ 1 , null ], \"a\": \"ü\" }|{\"b\":[1,null],\"a\":\"ü\"}",
        "null|null",
        "\"\\u00e4\"|\"ä\""
      })
  void what_the_caller_noted_keeps_its_digits_and_its_order(String given, String text) {
    JsonText parsed = JsonTexts.parse(given);
    Score score = new Score(ScoreType.INTERNAL, parsed, Meta.NONE);

    assertThat(parsed.text()).isEqualTo(text);
    assertThat(JsonTexts.parse(text)).isEqualTo(parsed);
    assertThat(mapper.readValue(mapper.writeValueAsString(score), Score.class)).isEqualTo(score);
  }

  @Test
  void what_is_not_there_is_null_and_not_the_value_null() {
    Score score = new Score(ScoreType.INTERNAL, null, Meta.NONE);

    String json = mapper.writeValueAsString(score);

    assertThat(json).isEqualTo("{\"type\":\"internal\",\"meta\":{}}");
    assertThat(mapper.readValue(json, Score.class)).isEqualTo(score);
  }

  @Test
  void what_is_not_json_is_refused() {
    assertThatThrownBy(() -> JsonTexts.parse("{")).isInstanceOf(JacksonException.class);
  }
}
