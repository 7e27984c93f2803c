package io.cascadeledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.metadata.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  private static final Field<UUID> LOAN = Field.uuid("loan_id");
  private static final Field<Long> AMOUNT = Field.amount("amount_minor");
  private static final Field<String> NOTE = Field.text("note", 100).optional();
  private static final Field<String> MEMO = Field.text("memo", 100).optional();
  private static final Field<String> RATE = Field.decimal("rate").optional();
  private static final Field<String> METHOD =
      Field.token("method", "^[a-z]+$", "ach").optional("ach");
  private static final Field<Metadata> METADATA = Field.metadata("metadata");
  private static final Field<List<Values>> PARTS =
      Field.list("parts", Body.of("Part", AMOUNT, NOTE), 9).optional();
  private static final Body BODY =
      Body.of("Body", LOAN, AMOUNT, NOTE, MEMO, RATE, METHOD, METADATA, PARTS);

  private static final String ID = "aaaaaaaa-1111-1111-1111-111111111111";
  private static final String START = "\"loan_id\":\"%s\",\"amount_minor\":\"88849\"".formatted(ID);
  private static final String PLAIN = "{" + START + "}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount_minor\":\"88849\",\"loan_id\":\"" + ID + "\"}",
        "\n{ \"loan_id\" :\t\"" + ID + "\" , \"amount_minor\" : \"88849\" }\n",
        "{\"loan_id\":\"AAAAAAAA-1111-1111-1111-111111111111\",\"amount_minor\":\"88849\"}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"\\u0038\\u0038849\"}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"note\":null}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"metadata\":{}}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"method\":\"ach\"}"
      })
  void requests_that_ask_for_the_same_have_the_same_fingerprint(String json) {
    assertThat(fingerprint(json)).isEqualTo(fingerprint(PLAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"loan_id\":\"bbbbbbbb-1111-1111-1111-111111111111\",\"amount_minor\":\"88849\"}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88848\"}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"note\":\"x\"}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"method\":\"wire\"}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"metadata\":{\"a\":\"\"}}",
        "{\"loan_id\":\"" + ID + "\",\"amount_minor\":\"88849\",\"parts\":[]}"
      })
  void requests_that_ask_for_something_else_have_another_fingerprint(String json) {
    assertThat(fingerprint(json)).isNotEqualTo(fingerprint(PLAIN));
  }

  @Test
  void text_cannot_pass_for_another_field() {
    assertThat(fingerprint(with("\"note\":\"x\"")))
        .isNotEqualTo(fingerprint(with("\"memo\":\"x\"")));
    assertThat(fingerprint(with("\"note\":\"xy\",\"memo\":\"z\"")))
        .isNotEqualTo(fingerprint(with("\"note\":\"x\",\"memo\":\"yz\"")));
    assertThat(fingerprint(with("\"metadata\":{\"ab\":\"c\"}")))
        .isNotEqualTo(fingerprint(with("\"metadata\":{\"a\":\"bc\"}")));
  }

  @Test
  void the_order_of_metadata_does_not_matter() {
    assertThat(fingerprint(with("\"metadata\":{\"a\":\"1\",\"b\":\"2\"}")))
        .isEqualTo(fingerprint(with("\"metadata\":{\"b\":\"2\",\"a\":\"1\"}")));
  }

  @Test
  void the_order_of_a_list_matters() {
    String one = "{\"amount_minor\":\"1\"}";
    String two = "{\"amount_minor\":\"2\"}";

    assertThat(fingerprint(with("\"parts\":[%s,%s]".formatted(one, two))))
        .isNotEqualTo(fingerprint(with("\"parts\":[%s,%s]".formatted(two, one))));
  }

  @Test
  void a_rate_is_a_number_whatever_zeros_end_it() {
    assertThat(fingerprint(with("\"rate\":\"0.0700\"")))
        .isEqualTo(fingerprint(with("\"rate\":\"0.07\"")));
    assertThat(fingerprint(with("\"rate\":\"10.0\"")))
        .isEqualTo(fingerprint(with("\"rate\":\"10\"")));
    assertThat(fingerprint(with("\"rate\":\"10\"")))
        .isNotEqualTo(fingerprint(with("\"rate\":\"1\"")));
  }

  @Test
  void the_operation_and_the_path_belong_to_the_request() {
    Values values = BODY.read(PLAIN.getBytes(StandardCharsets.UTF_8));

    assertThat(
            List.of(
                hex(values.fingerprint("postFee", "a")),
                hex(values.fingerprint("postFee", "b")),
                hex(values.fingerprint("postFee", "a", "b")),
                hex(values.fingerprint("postFee", "ab")),
                hex(values.fingerprint("postFee")),
                hex(values.fingerprint("postFe", "ea"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_field_that_is_added_later_does_not_change_older_requests() {
    Body before = Body.of("Before", LOAN, AMOUNT);

    assertThat(hex(before.read(bytes(PLAIN)).fingerprint("postPayment")))
        .isEqualTo(fingerprint(PLAIN));
  }

  @Test
  void the_form_never_changes_because_fingerprints_are_kept() {
    String json =
        with(
            "\"note\":\"ü\",\"rate\":\"0.0700\",\"metadata\":{\"a\":\"1\"},"
                + "\"parts\":[{\"amount_minor\":\"1\"}]");

    assertThat(fingerprint(json))
        .isEqualTo("e8c8d80cdfb052de9cded66253fc3af2d24fcfe3ba66a546f1cb6709e47f2c57");
  }

  private static String with(String more) {
    return "{" + START + "," + more + "}";
  }

  private static String fingerprint(String json) {
    return hex(BODY.read(bytes(json)).fingerprint("postPayment"));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    assertThat(bytes).hasSize(32);
    return HexFormat.of().formatHex(bytes);
  }
}
