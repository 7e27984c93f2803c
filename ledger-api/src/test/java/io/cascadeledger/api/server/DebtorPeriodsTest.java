package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Entries of debtor accounts and of claims that count in a closed accounting period. */
@ExtendWith(StopsLedger.class)
class DebtorPeriodsTest {

  /** 10 February 2026, and 5 May 2026, at noon. */
  private static final long FEBRUARY = 1_770_724_800_000L;

  private static final long MAY = 1_777_982_400_000L;
  private static final String LAST_DAY = "2026-03-31";

  private final Tenant lender = RunningLedger.newTenant(Scopes.DESCRIPTIONS.keySet());
  private final Platform platform = new Platform(lender);

  private void closeMarch(String latePostings) {
    platform.newAccount("A");
    lender
        .put("/v1/books-settings", PeriodsTest.settings("not_required", latePostings))
        .expect(201);
    lender.post("/v1/periods/" + LAST_DAY + "/close", "{\"reason\": \"Month end.\"}").expect(201);
  }

  private static String invoice(String account, String reference, long createdAt) {
    return "{'accountReference': '%s', 'ledgerEntryReference': '%s', 'invoiceDetails': {'amount': 1000, 'dueDate': '2026-02-01', 'createdAt': %d}, 'context': {}}"
        .formatted(account, reference, createdAt);
  }

  private static String invoices(String... entries) {
    return json(List.of(entries).stream().collect(Collectors.joining(",", "[", "]")));
  }

  @Test
  void an_entry_on_a_closed_day_is_named_and_the_other_accounts_go_on() {
    platform.newAccount("B");
    closeMarch("refused");

    JsonNode answer =
        platform
            .post(
                "add_account_ledger_entries",
                invoices(
                    invoice("A", "I1", MAY), invoice("B", "I1", MAY), invoice("A", "I2", FEBRUARY)))
            .expect(200)
            .expectDiscreet()
            .json();

    assertThat(answer.path("A"))
        .isEqualTo(
            Platform.tree(
                json(
                    "{'success': false, 'messages': ['A, ledger entry I2: The books are closed up to 2026-03-31, and this would be booked on 2026-02-10.'], 'messageIds': []}")));
    assertThat(answer.at("/B/success").asBoolean()).isTrue();
    assertThat(platform.balance("1500")).isEqualTo(1_000);
  }

  @Test
  void an_account_and_credits_of_claims_on_a_closed_day_are_refused_by_name() {
    closeMarch("refused");
    platform.done("add_account_ledger_entries", invoices(invoice("A", "I1", MAY)));
    platform.done(
        "create_claims", Platform.example("create_claims").replace("ACCOUNT_REFERENCE_002", "A"));
    String credit = "{'%s': {'amount': 100, 'currency': 'EUR', 'originator': 'DCA', 'date': %d}}";

    assertThat(
            platform.failed(
                "create_accounts",
                json(
                    "{'N': {'currency': 'EUR', 'ledgerEntries': [%s]}}"
                        .formatted(
                            invoice("", "I9", FEBRUARY).replace("'accountReference': '', ", "")))))
        .startsWith("N, ledger entry I9: The books are closed up to 2026-03-31");
    for (String claim : List.of("I1", "CLAIM_REF_002_1")) {
      assertThat(platform.failed("credit_claims", json(credit.formatted(claim, FEBRUARY))))
          .isEqualTo(
              claim
                  + ": The books are closed up to 2026-03-31, and this would be booked on 2026-02-10.");
      platform.done("credit_claims", json(credit.formatted(claim, MAY)));
    }
    platform.get("get_account", "accountReference", "N").expect(404);
  }

  @Test
  void what_was_accepted_to_be_done_later_is_refused_alike() throws InterruptedException {
    closeMarch("refused");

    JsonNode accepted =
        platform
            .post("add_account_ledger_entries?async=true", invoices(invoice("A", "I1", FEBRUARY)))
            .expect(200)
            .json();

    String message = accepted.at("/A/messageIds/0").asString();
    JsonNode action = platform.read("get_action", "messageId", message);
    for (int i = 0; i < 100 && !action.path("status").asString().equals("DONE"); i++) {
      Thread.sleep(100);
      action = platform.read("get_action", "messageId", message);
    }
    assertThat(action.at("/messages/0").asString())
        .startsWith("A, ledger entry I1: The books are closed");
  }

  @Test
  void with_the_setting_it_is_booked_on_the_first_open_day_and_keeps_its_value_date() {
    closeMarch("first_open_day");

    platform.done("add_account_ledger_entries", invoices(invoice("A", "I1", FEBRUARY)));
    platform.done(
        "create_claims", Platform.example("create_claims").replace("ACCOUNT_REFERENCE_002", "A"));
    platform.done(
        "credit_claims",
        json(
            "{'CLAIM_REF_002_1': {'amount': 100, 'currency': 'EUR', 'originator': 'DCA', 'date': %d}}"
                .formatted(FEBRUARY)));

    AuditedLedger.awaitProjections(RunningLedger.JDBC);
    assertThat(
            RunningLedger.JDBC.queryForList(
                "SELECT effective_date || ' ' || coalesce(value_date, effective_date)"
                    + " FROM journal_entry WHERE tenant = ? AND value_date IS NOT NULL"
                    + " ORDER BY position",
                String.class,
                lender.name()))
        .containsExactly("2026-04-01 2026-02-10", "2026-04-01 2026-02-10");
    for (String asOf : List.of("2026-02-10", LAST_DAY, "2026-04-01", "2026-05-05")) {
      JsonNode status =
          lender.get("/v1/reconciliation/status?as_of_date=" + asOf).expect(200).json();
      assertThat(status.at("/ledger_integrity/status").asString()).isEqualTo("ok");
      assertThat(status.at("/portfolio_rollup/status").asString())
          .as(status.toString())
          .isEqualTo("ok");
    }
    assertThat(
            platform.read("get_account_claims", "accountReference", "A").at("/0/amount").asLong())
        .isEqualTo(1_000);
  }
}
