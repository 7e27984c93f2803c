package io.cascadeledger.api.server;

/** What happens beside loans: a product, a chart, entries that people write, a bank's statement. */
final class BooksLife {

  private BooksLife() {}

  static void of(Tenant lender) {
    ProductCalls products = new ProductCalls(lender);
    products.define("audited").expect(201);
    products.open(ProductCalls.named("audited"), "").expect(201);
    products
        .revise("audited", ProductCalls.version("Another", ProductCalls.TERMS, ProductCalls.LIMITS))
        .expect(201);
    products.retire("audited").expect(201);
    lender
        .put("/v1/chart-of-accounts", "{\"accounts\": [" + BooksBodies.account("1910", "") + "]}")
        .expect(201);
    lender.post("/v1/accounts/1910/close", "{}").expect(201);
    Reply entry = lender.post("/v1/journal-entries", BooksBodies.bankFee(1_250)).expect(201);
    lender.post("/v1/reversals", Bodies.reversal(entry.id("journal_entry_id"))).expect(201);
    lender.post("/v1/journal-entries", BooksBodies.bankFee(700)).expect(201);
    lender
        .post(
            "/v1/bank-statements",
            BooksBodies.statement("1", "", BooksBodies.bankLine("2026-05-01", 5, "r")))
        .expect(201);
    lender.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    lender.post("/v1/journal-entries", BooksBodies.bankFee(5)).expect(201);
  }
}
