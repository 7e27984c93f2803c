package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Values that are planted of a person are nowhere once the person was erased, or even before. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {

  private static final List<String> PLANTED =
      List.of(
          "Zebulonia",
          "Quarzmann",
          "1961-07-23",
          "123-45-PLANTED",
          "zq@planted.example",
          "PLANTEDIBAN",
          "203.0.113.77");

  private final Platform platform = Platform.start();

  private static final String DEBTOR =
      "'debtorReference': 'D-7', 'firstName': 'Zebulonia', 'lastName': 'Quarzmann', 'birthday': '1961-07-23', 'SSN': '123-45-PLANTED', 'contactInformation': {'country': 'DE', 'email': 'zq@planted.example'}";

  private void plant() {
    platform.done(
        "create_accounts",
        json(
            "{'A': {'currency': 'EUR', 'debtors': [{%s}], 'ledgerEntries': [{'ledgerEntryReference': 'I', 'invoiceDetails': {'amount': 500, 'dueDate': '2026-01-01'}, 'context': {}}]}}"
                .formatted(DEBTOR)));
    platform
        .post(
            "create_claims",
            Tenant.newKey(),
            json(
                "{'C': {'amount': 70, 'currency': 'EUR', 'currentDueDate': '2026-01-01', 'originalDueDate': '2026-01-01', 'accountReference': 'A', 'primaryDebtor': {%s}}}"
                    .formatted(DEBTOR)))
        .expect(200);
    platform.done(
        "create_account_mandates",
        json(
            "[{'mandateId': 'M', 'accountReference': 'A', 'providerName': 'paylandsenCards', 'clientIpAddress': '203.0.113.77', 'debtorReference': 'D-7', 'productReferences': [], 'mandateRepresentation': {'bankName': 'Bank', 'accountNumber': 'PLANTEDIBAN'}}]"));
    platform.failed(
        "add_account_debtors",
        json("[{'accountReference': 'A', %s, 'nobodyKnows': 1}]".formatted(DEBTOR)));
  }

  /** All of the database as text, bytes as they are. */
  private static String database() {
    StringBuilder all = new StringBuilder();
    for (String table :
        RunningLedger.JDBC.queryForList(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", String.class)) {
      RunningLedger.JDBC.query(
          "SELECT * FROM " + table,
          row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              byte[] bytes =
                  row.getMetaData().getColumnTypeName(i).equals("bytea") ? row.getBytes(i) : null;
              all.append(
                      bytes == null
                          ? row.getString(i)
                          : new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                  .append('\n');
            }
          });
    }
    return all.toString();
  }

  @Test
  void nothing_shows_who_was_erased_and_the_money_is_whole(CapturedOutput log) {
    plant();
    assertThat(platform.read("get_account", "accountReference", "A").toString())
        .contains("Zebulonia", "1961-07-23", "123-45-PLANTED");
    assertThat(platform.read("get_account_mandates", "accountReference", "A").toString())
        .contains("PLANTEDIBAN", "203.0.113.77");

    JsonNode erased = platform.done("erase_debtor", json("[{'debtorReference': 'D-7'}]"));

    assertThat(erased.path("success").asBoolean()).isTrue();
    List<String> seen = new ArrayList<>();
    seen.add(database());
    seen.add(log.getAll());
    seen.add(platform.tenant().get("/v1/exports/journal?format=csv").expect(200).body());
    for (String read : List.of("get_account", "get_account_claims", "get_account_mandates")) {
      seen.add(platform.get(read, "accountReference", "A").expect(200).body());
    }
    seen.add(
        platform
            .get("get_debtor_accounts_and_claims", "debtorReference", "D-7")
            .expect(200)
            .body());
    assertThat(seen).noneMatch(text -> PLANTED.stream().anyMatch(text::contains));

    JsonNode account = platform.read("get_account", "accountReference", "A");
    assertThat(account.path("debtors").get(0))
        .isEqualTo(Platform.tree(json("{'debtorReference': 'D-7'}")));
    JsonNode claims = platform.read("get_account_claims", "accountReference", "A");
    assertThat(claims.get(0).path("amount").asLong()).isEqualTo(500);
    assertThat(claims.get(1).path("primaryDebtor"))
        .isEqualTo(Platform.tree(json("{'debtorReference': 'D-7'}")));
    assertThat(platform.balance("1500")).isEqualTo(570);
    assertThat(platform.failed("erase_debtor", json("[{'debtorReference': 'D-7'}]")))
        .startsWith("D-7: ");
  }
}
