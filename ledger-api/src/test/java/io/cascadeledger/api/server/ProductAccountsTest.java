package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** To which accounts the loans of a product are booked. */
@ExtendWith(StopsLedger.class)
class ProductAccountsTest {

  private final Tenant lender = RunningLedger.newTenant();

  private static String version(String accounts) {
    return """
    {"name": "Consumer", "currency": "USD", "terms": {}, "accounts": [%s]}"""
        .formatted(accounts);
  }

  private static String replaced(String account, String booksTo) {
    return """
    {"account_code": "%s", "books_to": "%s"}"""
        .formatted(account, booksTo);
  }

  private Reply define(String accounts) {
    return lender.post(
        "/v1/loan-products",
        version(accounts).replaceFirst("\\{", "{\"product_id\": \"consumer\", "));
  }

  private void openAccount(String code, String type) {
    lender
        .post("/v1/accounts", account(code, "").replace("\"asset\"", "\"" + type + "\""))
        .expect(201);
  }

  private UUID loan(String more) {
    UUID loan = UUID.randomUUID();
    String product = ", \"product\": {\"product_id\": \"consumer\"" + more + "}}";
    lender.post("/v1/loans", Bodies.loan(loan).replaceFirst("}$", product)).expect(201);
    lender.post("/v1/disbursements", Bodies.disbursement(loan, 1_000_000)).expect(201);
    return loan;
  }

  private List<String> accrued(UUID loan) {
    UUID entry =
        lender
            .post("/v1/accruals/batch", Bodies.accrual(loan, 500, "2026-02-01"))
            .expect(201)
            .id("journal_entry_id");
    return lender
        .get("/v1/journal-entries/" + entry)
        .expect(200)
        .json()
        .path("lines")
        .findValuesAsString("account_code");
  }

  @Test
  void a_loan_is_booked_to_the_accounts_of_the_version_that_it_was_opened_by() {
    openAccount("4110", "income");
    define(replaced("4100", "4110")).expect(201);
    UUID first = loan("");
    lender.post("/v1/loan-products/consumer/versions", version("")).expect(201);
    UUID second = loan("");
    UUID third = loan(", \"version\": 1");

    assertThat(accrued(first)).containsExactly("1200", "4110");
    assertThat(accrued(second)).containsExactly("1200", "4100");
    assertThat(accrued(third)).containsExactly("1200", "4110");

    assertThat(
            lender
                .get("/v1/accounts/4110/balance?currency=USD")
                .expect(200)
                .text("normal_balance_minor"))
        .isEqualTo("1000");
    Reply status = lender.get("/v1/reconciliation/status").expect(200);
    assertThat(status.text("/ledger_integrity/status")).isEqualTo("ok");
    assertThat(status.text("/portfolio_rollup/status")).isEqualTo("ok");
    Reply version = lender.get("/v1/loan-products/consumer/versions/1").expect(200);
    assertThat(version.text("/accounts/0/books_to")).isEqualTo("4110");
  }

  @Test
  void what_is_mapped_is_restated_and_reversed_on_the_same_accounts() {
    openAccount("1910", "asset");
    define(replaced("1000", "1910")).expect(201);
    UUID loan = loan("");
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-02-01")).expect(201);
    UUID later =
        lender
            .post("/v1/payments", Bodies.payment(loan, 700, "2026-03-01"))
            .expect(201)
            .id("journal_entry_id");
    lender.post("/v1/payments", Bodies.payment(loan, 600, "2026-02-10")).expect(201);
    lender.reverse(later).expect(201);

    Reply journal = lender.get("/v1/loans/" + loan + "/journal-entries").expect(200);
    assertThat(journal.json().findValuesAsString("account_code"))
        .contains("1910")
        .doesNotContain("1000");
    assertThat(lender.get("/v1/reconciliation/status").expect(200).text("/portfolio_rollup/status"))
        .isEqualTo("ok");
  }

  @Test
  void accounts_that_the_chart_lacks_or_that_differ_in_kind_are_refused() {
    define(replaced("4100", "4110")).expectProblem(404, "account_not_found");
    openAccount("1910", "asset");
    define(replaced("4100", "1910")).expectProblem(422, "product_unsound");
    define(replaced("1100", "1910")).expectProblem(422, "product_unsound");
    openAccount("4110", "income");
    lender.post("/v1/accounts/4110/close", "{}").expect(201);
    define(replaced("4100", "4110")).expectProblem(409, "account_closed");
    define("").expect(201);
  }
}
