package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * One account with two products: an invoice of each, a fee linked to each invoice, and a fee of the
 * account. What each strategy pays of it, and what the books say then.
 */
class MatchingOverHttpTest {

  private static final String ACCOUNT =
      """
      {'A': {'currency': 'EUR', 'ledgerEntries': [
        {'ledgerEntryReference': 'I1', 'invoiceDetails': {'amount': 1000, 'dueDate': '2026-02-01'},
         'context': {'productReference': 'P1'}},
        {'ledgerEntryReference': 'F1', 'feeDetails': {'amount': 50, 'type': 'REMINDER'},
         'context': {'productReference': 'P1', 'ledgerEntryReference': 'I1'}},
        {'ledgerEntryReference': 'I2', 'invoiceDetails': {'amount': 2000, 'dueDate': '2026-01-01'},
         'context': {'productReference': 'P2'}},
        {'ledgerEntryReference': 'F2', 'feeDetails': {'amount': 70, 'type': 'COLLECTION_FEE'},
         'context': {'productReference': 'P2', 'ledgerEntryReference': 'I2'}},
        {'ledgerEntryReference': 'FA', 'feeDetails': {'amount': 30, 'type': 'REMINDER',
         'createdAt': 1766000000000}, 'context': {}}]}}
      """;

  private final Platform platform = Platform.start();

  @BeforeEach
  void an_account_owes() {
    platform.done("create_accounts", json(ACCOUNT));
    assertThat(books()).isEqualTo("3000 150 0 0 -3000");
  }

  @AfterEach
  void the_books_agree_with_account_and_claims() {
    JsonNode status = platform.tenant().get("/v1/reconciliation/status").expect(200).json();
    assertThat(status.at("/ledger_integrity/status").asString()).isEqualTo("ok");
    JsonNode rollUp = status.path("portfolio_rollup");
    assertThat(rollUp.path("status").asString()).as(status.toString()).isEqualTo("ok");
    assertThat(
            rollUp
                .path("accounts")
                .valueStream()
                .map(account -> account.path("account_code").asString()))
        .contains("1500", "1510");
  }

  /** What the books have of claims, fees, unapplied credit, money received and placed claims. */
  private String books() {
    return List.of("1500", "1510", "2200", "1030", "2300").stream()
        .map(code -> Long.toString(platform.balance(code)))
        .collect(Collectors.joining(" "));
  }

  private String match(String strategy, long amount, String context) {
    JsonNode data =
        platform
            .done(
                "match_account_payment",
                json(
                    "[{'accountReference': 'A', 'currency': 'EUR', 'totalAmount': %d, 'matchStrategy': '%s', 'providerName': 'bank', 'trackingId': 'T', 'context': {%s}}]"
                        .formatted(amount, strategy, context)))
            .path("data");
    return data.valueStream()
        .map(
            entry ->
                entry.path("context").path("ledgerEntryReference").asString("rest")
                    + "="
                    + entry.path("paymentDetails").path("amount").asLong())
        .collect(Collectors.joining(" "));
  }

  private String claims() {
    return platform
        .read("get_account_claims", "accountReference", "A")
        .valueStream()
        .map(
            claim ->
                "%s %d+%d %s"
                    .formatted(
                        claim.path("claimReference").asString(),
                        claim.path("amount").asLong(),
                        claim.path("totalFees").asLong(),
                        claim.path("status").asString()))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "ORDERED_LEDGER_ENTRIES, FA=30 F2=70 I2=900, 'I1 1000+50 ACTIVE, I2 1100+0 ACTIVE', 2100 50 0 1000 -3000",
    "ORDERED_INVOICES_WITH_FEES_THEN_ACCOUNT_ENTRIES, F2=70 I2=930, 'I1 1000+50 ACTIVE, I2 1070+0 ACTIVE', 2070 80 0 1000 -3000",
    "ACCOUNT_ENTRIES_THEN_ORDERED_INVOICES_WITH_FEES, FA=30 F2=70 I2=900, 'I1 1000+50 ACTIVE, I2 1100+0 ACTIVE', 2100 50 0 1000 -3000",
  })
  void a_payment_of_a_part_pays_in_the_order_of_its_strategy(
      String strategy, String paid, String claims, String books) {
    assertThat(match(strategy, 1_000, "")).isEqualTo(paid);

    assertThat(claims()).isEqualTo(claims);
    assertThat(books()).isEqualTo(books);
  }

  @Test
  void fees_are_paid_in_the_order_of_their_types_and_then_the_rest() {
    assertThat(
            match(
                "CUSTOM_ORDERED_FEES",
                1_000,
                "'feeLedgerEntriesOrder': ['COLLECTION_FEE', 'REMINDER']"))
        .isEqualTo("F2=70 FA=30 F1=50 I2=850");

    assertThat(claims()).isEqualTo("I1 1000+0 ACTIVE, I2 1150+0 ACTIVE");
    assertThat(books()).isEqualTo("2150 0 0 1000 -3000");
  }

  @Test
  void a_product_restricts_what_is_paid_and_the_rest_stays_unapplied() {
    assertThat(match("ORDERED_LEDGER_ENTRIES", 1_500, "'productReference': 'P1'"))
        .isEqualTo("F1=50 I1=1000 rest=450");

    assertThat(claims()).isEqualTo("I1 0+0 RESOLVED, I2 2000+70 ACTIVE");
    assertThat(books()).isEqualTo("2000 100 -450 1500 -3000");
  }

  @Test
  void an_excess_stays_on_the_account_and_resolves_all_claims() {
    assertThat(match("ORDERED_INVOICES_WITH_FEES_THEN_ACCOUNT_ENTRIES", 4_000, ""))
        .isEqualTo("F2=70 I2=2000 F1=50 I1=1000 FA=30 rest=850");

    assertThat(claims()).isEqualTo("I1 0+0 RESOLVED, I2 0+0 RESOLVED");
    assertThat(books()).isEqualTo("0 0 -850 4000 -3000");
  }

  @Test
  void target_amounts_are_walked_step_by_step() {
    platform.done(
        "update_account_ledger_entries_amounts",
        json(
            """
            [{'accountReference': 'A', 'ledgerEntries': [
              {'ledgerEntryReference': 'I1', 'amount': 400, 'reason': 'PAYMENT', 'meta': {}},
              {'ledgerEntryReference': 'I1', 'amount': 600, 'reason': 'CHARGEBACK', 'meta': {}},
              {'ledgerEntryReference': 'F1', 'amount': 0, 'reason': 'PAYMENT', 'meta': {}},
              {'ledgerEntryReference': 'I1', 'amount': 650, 'reason': 'INTEREST', 'meta': {}}]}]
            """));

    assertThat(claims()).isEqualTo("I1 650+0 ACTIVE, I2 2000+70 ACTIVE");
    assertThat(books()).isEqualTo("2650 100 0 450 -3000");
    JsonNode entries = platform.read("get_account", "accountReference", "A").path("ledgerEntries");
    assertThat(entries.size()).isEqualTo(9);
    assertThat(
            entries
                .valueStream()
                .skip(5)
                .map(entry -> kind(entry) + entry.path(kind(entry)).path("amount").asLong()))
        .containsExactly(
            "paymentDetails600", "chargebackDetails200", "paymentDetails50", "adjustmentDetails50");
  }

  private static String kind(JsonNode entry) {
    return entry.propertyNames().stream()
        .filter(name -> name.endsWith("Details"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_entry_of_an_account_is_not_reversed_but_corrected_by_another() {
    UUID entry =
        RunningLedger.JDBC.queryForObject(
            "SELECT entry_id FROM journal_entry WHERE tenant = ? AND external_ref = 'I1'",
            UUID.class,
            platform.tenant().name());

    assertThat(platform.tenant().reverse(entry).text("code")).isEqualTo("reversal_not_reversible");
    assertThat(platform.tenant().get("/v1/journal-entries/" + entry).status()).isEqualTo(200);
  }

  @Test
  void the_wrong_currency_is_refused_and_nothing_is_paid() {
    assertThat(
            platform.failed(
                "match_account_payment",
                json(
                    "[{'accountReference': 'A', 'currency': 'USD', 'totalAmount': 1, 'matchStrategy': 'ORDERED_LEDGER_ENTRIES'}]")))
        .contains("USD");
    assertThat(books()).isEqualTo("3000 150 0 0 -3000");
  }
}
