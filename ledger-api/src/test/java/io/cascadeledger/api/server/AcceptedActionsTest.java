package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests that are accepted and done later. */
class AcceptedActionsTest {

  private final Platform platform = Platform.start();

  private static String invoice(String account, String reference, int amount) {
    return "{'accountReference': '%s', 'ledgerEntryReference': '%s', 'invoiceDetails': {'amount': %d, 'dueDate': '2026-01-01'}, 'context': {}}"
        .formatted(account, reference, amount);
  }

  private JsonNode outcome(JsonNode accepted) throws InterruptedException {
    assertThat(accepted.path("success").asBoolean()).isTrue();
    String message = accepted.path("messageIds").get(0).asString();
    for (int i = 0; i < 100; i++) {
      JsonNode action = platform.read("get_action", "messageId", message);
      if (action.path("status").asString().equals("DONE")) {
        return action;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not done: " + message);
  }

  @Test
  void each_part_has_an_outcome_of_its_own_under_its_message_id() throws InterruptedException {
    platform.newAccount("A");
    platform.newAccount("B");

    JsonNode accepted =
        platform
            .post(
                "add_account_ledger_entries?async=true",
                json("[%s, %s]".formatted(invoice("A", "I1", 10), invoice("B", "I1", -1))))
            .expect(200)
            .json();

    JsonNode good = outcome(accepted.path("A"));
    assertThat(good.path("success").asBoolean()).isTrue();
    assertThat(good.path("messageIds")).isEqualTo(accepted.path("A").path("messageIds"));
    JsonNode bad = outcome(accepted.path("B"));
    assertThat(bad.path("success").asBoolean()).isFalse();
    assertThat(bad.path("messages").get(0).asString()).startsWith("B, ledger entry I1: ");
    assertThat(platform.balance("1500")).isEqualTo(10);
  }

  @Test
  void what_is_for_one_account_is_done_in_the_order_of_acceptance() throws InterruptedException {
    JsonNode last = null;
    platform.post("create_accounts?async=true", json("{'A': {'currency': 'EUR'}}")).expect(200);
    for (int i = 0; i < 20; i++) {
      platform
          .post("add_account_ledger_entries?async=true", json("[" + invoice("A", "I" + i, 1) + "]"))
          .expect(200);
      last =
          platform
              .post(
                  "add_account_ledger_entries?async=true",
                  json(
                      "[{'accountReference': 'A', 'ledgerEntryReference': 'P%d', 'paymentDetails': {'amount': 1}, 'context': {'ledgerEntryReference': 'I%d'}}]"
                          .formatted(i, i)))
              .expect(200)
              .json()
              .path("A");
    }

    assertThat(outcome(last).path("success").asBoolean()).isTrue();
    List<String> references =
        platform
            .read("get_account", "accountReference", "A")
            .path("ledgerEntries")
            .valueStream()
            .map(entry -> entry.path("ledgerEntryReference").asString())
            .toList();
    assertThat(references).hasSize(40).startsWith("I0", "P0", "I1", "P1");
    assertThat(platform.balance("1500")).isZero();
  }

  @Test
  void what_was_accepted_is_sealed_and_forgotten_once_it_is_done() throws InterruptedException {
    JsonNode accepted =
        platform
            .post(
                "create_accounts?async=true&sequential=true",
                Platform.example("create_accounts").replace("LAST_NAME_1", "Plantedsson"))
            .expect(200)
            .json();
    assertThat(outcome(accepted.path("ACCOUNT_REFERENCE_002")).has("data")).isFalse();

    assertThat(
            RunningLedger.JDBC.queryForObject(
                "SELECT count(*) FROM accepted_action WHERE tenant = ? AND content IS NOT NULL",
                Long.class,
                platform.tenant().name()))
        .isZero();
    assertThat(platform.read("get_account", "accountReference", "ACCOUNT_REFERENCE_002").toString())
        .contains("Plantedsson");
  }

  @Test
  void nobody_elses_and_unknown_message_ids_are_not_found() {
    platform.get("get_action", "messageId", UUID.randomUUID().toString()).expect(404);
    platform.get("get_action", "messageId", "no id").expect(400);
  }
}
