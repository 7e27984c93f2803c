package io.cascadeledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.metadata.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiJsonTest {

  record Sample(
      UUID loanId,
      long amountMinor,
      Long boxedMinor,
      List<Long> listMinor,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) long globalPosition,
      int loanCount,
      boolean closed,
      Currency currency,
      LocalDate effectiveAt,
      Instant postedAt,
      Metadata metadata,
      String absent) {}

  @Test
  void an_answer_has_snake_case_names_amounts_as_strings_and_iso_dates() {
    Sample sample =
        new Sample(
            UUID.fromString("11111111-1111-1111-1111-111111111111"),
            -88849,
            9_007_199_254_740_993L,
            List.of(1L),
            4711,
            2,
            true,
            Currency.getInstance("USD"),
            LocalDate.of(2026, 5, 1),
            Instant.parse("2026-05-01T12:00:00Z"),
            Metadata.of(Map.of("b", "2", "a", "1")),
            null);

    assertThat(new String(ApiJson.write(sample), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"loan_id":"11111111-1111-1111-1111-111111111111","amount_minor":"-88849",\
            "boxed_minor":"9007199254740993","list_minor":["1"],"global_position":4711,\
            "loan_count":2,"closed":true,"currency":"USD","effective_at":"2026-05-01",\
            "posted_at":"2026-05-01T12:00:00Z","metadata":{"a":"1","b":"2"}}""");
  }

  @Test
  void an_instant_has_a_fraction_only_if_there_is_one() {
    assertThat(ApiJson.MAPPER.writeValueAsString(Instant.parse("2026-05-01T12:00:00.123456Z")))
        .isEqualTo("\"2026-05-01T12:00:00.123456Z\"");
    assertThat(ApiJson.MAPPER.writeValueAsString(Instant.parse("2026-05-01T12:00:00.100Z")))
        .isEqualTo("\"2026-05-01T12:00:00.100Z\"");
  }
}
