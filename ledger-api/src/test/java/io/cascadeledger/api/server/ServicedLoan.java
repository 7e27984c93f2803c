package io.cascadeledger.api.server;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A loan of 10,000.00 dollars with a fee and a payment of 50.00, and what can be asked of it.
 *
 * @param lender its lender
 * @param loan the loan
 */
record ServicedLoan(Tenant lender, UUID loan) {

  /** A request that posts. */
  record Call(String path, String body) {}

  /**
   * A movement as a row of a table.
   *
   * @param name what it is
   * @param call makes the loan ready for it, and says what to send
   */
  record Row(String name, Function<ServicedLoan, Call> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String USD = "\"currency\": \"USD\", \"effective_at\": \"2026-05-10\"";

  /** Every movement of a loan. */
  static final List<Row> MOVEMENTS =
      List.of(
          row(
              "fee",
              it ->
                  it.of(
                      "fees",
                      amount(700)
                          + ", \"fee_type\": \"late_payment\", \"due_date\": \"2026-05-20\"")),
          row("payment", it -> it.payment(900, "\"payment_type\": \"payoff\"")),
          row(
              "directed payment",
              it -> it.payment(900, "\"target\": {\"component\": \"principal\"}")),
          row(
              "split payment",
              it ->
                  it.payment(
                      900,
                      "\"target\": {\"split\": {\"fees_minor\": \"100\","
                          + " \"principal_minor\": \"800\"}}")),
          row("penalty", it -> it.of("penalties", amount(700) + ", \"penalty_type\": \"late\"")),
          row("back-dated penalty", ServicedLoan::backDatedPenalty),
          row(
              "suspense application",
              it -> {
                it.overpay(3_000);
                return it.of("suspense-applications", amount(2_000));
              }),
          row(
              "refund",
              it -> {
                it.overpay(3_000);
                return it.of("refunds", amount(2_500) + ", \"method\": \"ach\"");
              }),
          row("chargeback", it -> it.of("chargebacks", amount(2_000) + ", " + it.paymentId())),
          row(
              "payment return",
              it ->
                  it.of(
                      "payment-returns",
                      "\"effective_at\": \"2026-05-10\", \"return_code\": \"R01\","
                          + " \"fee\": {\"amount_minor\": \"2500\", \"currency\": \"USD\"}, "
                          + it.paymentId())),
          row(
              "waiver",
              it -> it.of("waivers", amount(200) + ", \"target\": {\"component\": \"fees\"}")),
          row(
              "waiver of a charge",
              it -> it.of("waivers", amount(200) + ", \"target\": {" + it.chargeId() + "}")),
          row(
              "charge adjustment",
              it -> it.of("charge-adjustments", amount(300) + ", " + it.chargeId())),
          row(
              "balance adjustment",
              it ->
                  it.of(
                      "balance-adjustments",
                      amount(-250) + ", \"component\": \"principal\", \"reason\": \"Migration.\"")),
          row("charge-off", it -> it.of("charge-off", "\"effective_at\": \"2026-05-10\"")),
          row("write-off", it -> it.of("write-off", "\"effective_at\": \"2026-05-10\"")),
          row(
              "recovery",
              it -> {
                it.chargeOff();
                return it.of("recoveries", amount(20_000));
              }),
          row(
              "sale",
              it ->
                  it.of(
                      "sale", USD + ", \"new_owner\": \"Northern\", \"price_minor\": \"650000\"")));

  /** Everything else that posts, with a key as its header. */
  static final List<Row> OTHER_POSTINGS =
      List.of(
          row("opening", _ -> new Call("/v1/loans", Bodies.loan(UUID.randomUUID()))),
          row(
              "disbursement",
              it -> new Call("/v1/disbursements", Bodies.disbursement(it.loan, 7_000))),
          row(
              "accrual batch",
              it -> new Call("/v1/accruals/batch", Bodies.accrual(it.loan, 70, "2026-05-03"))),
          row("pending payment", it -> it.payment(70, "\"layer\": \"PENDING\"")),
          row("settlement", it -> new Call("/v1/payments/" + it.pend() + "/settle", "{}")),
          row(
              "voiding",
              it ->
                  new Call(
                      "/v1/payments/" + it.pend() + "/void",
                      "{\"reason_code\": \"payment_returned\"}")),
          row("reversal", it -> new Call("/v1/reversals", Bodies.reversal(it.bookedFee()))),
          row(
              "reversal of an accrual batch",
              it -> new Call("/v1/reversals", Bodies.reversal(it.bookedBatch()))),
          row(
              "closing",
              it -> new Call("/v1/loans/" + it.openEmpty() + "/close", "{\"reason\": \"Moved.\"}")),
          row(
              "change of terms",
              it ->
                  new Call(
                      "/v1/loans/" + it.openServiced() + "/terms-changes",
                      "{\"effective_at\": \"2026-01-25\", \"instalment_count\": 24}")),
          row(
              "end of a day",
              it ->
                  new Call(
                      "/v1/loans/" + it.openServiced() + "/business-days/2026-03-31/close", "")),
          row(
              "pause of delinquency",
              it ->
                  new Call(
                      "/v1/loans/" + it.openServiced() + "/delinquency-pauses",
                      "{\"start_date\": \"2026-03-01\", \"end_date\": \"2026-03-31\"}")),
          row("end of a pause", it -> new Call("/v1/loans/" + it.paused() + "/end", "{}")),
          row(
              "product",
              _ ->
                  new Call(
                      "/v1/loan-products",
                      ProductCalls.product("p", productVersion("Consumer loan")))),
          row(
              "version of a product",
              it ->
                  new Call(
                      "/v1/loan-products/" + it.definedProduct() + "/versions",
                      productVersion("Revised"))),
          row(
              "end of a product",
              it -> new Call("/v1/loan-products/" + it.definedProduct() + "/retire", "{}")),
          row("manual entry", _ -> new Call("/v1/journal-entries", BooksBodies.bankFee(70))),
          row(
              "rejection of a manual entry",
              it ->
                  new Call(
                      "/v1/journal-entries/" + it.draft() + "/reject",
                      "{\"reason\": \"Mistyped.\"}")),
          row("account", _ -> new Call("/v1/accounts", BooksBodies.account("1910", ""))),
          row(
              "closing of an account",
              it -> new Call("/v1/accounts/" + it.openAccount() + "/close", "{}")),
          row(
              "reopening of an account",
              it -> new Call("/v1/accounts/" + it.closedAccount() + "/reopen", "{}")),
          row(
              "bank statement",
              _ ->
                  new Call(
                      "/v1/bank-statements",
                      BooksBodies.statement("1", "", BooksBodies.bankLine("2026-05-01", 70, "r")))),
          row("closing of a period", _ -> period("close")),
          row(
              "re-opening of a period",
              it -> {
                it.post(period("close")).expect(201);
                return period("reopen");
              }),
          row(
              "rejection of a closing",
              it -> {
                String settings = PeriodsTest.settings("required", "refused");
                it.lender.put("/v1/books-settings", settings).expect(201);
                it.post(period("close")).expect(201);
                return period("reject");
              }));

  private static Call period(String change) {
    return new Call("/v1/periods/2026-01-31/" + change, "{\"reason\": \"Month end.\"}");
  }

  private static String productVersion(String name) {
    return ProductCalls.version(name, ProductCalls.TERMS, ProductCalls.LIMITS);
  }

  private String definedProduct() {
    new ProductCalls(lender).define("p").expect(201);
    return "p";
  }

  private String draft() {
    lender.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    return lender
        .post("/v1/journal-entries", BooksBodies.bankFee(70))
        .expect(201)
        .text("journal_entry_id");
  }

  private String openAccount() {
    lender.post("/v1/accounts", BooksBodies.account("1910", "")).expect(201);
    return "1910";
  }

  private String closedAccount() {
    lender.post("/v1/accounts/" + openAccount() + "/close", "{}").expect(201);
    return "1910";
  }

  /** A payment that is pending. */
  UUID pend() {
    return post(payment(70, "\"layer\": \"PENDING\"")).expect(201).id("payment_event_id");
  }

  private UUID bookedFee() {
    return lender
        .post("/v1/loans/" + loan + "/fees", Bodies.fee(70, "2026-05-02"))
        .expect(201)
        .id("journal_entry_id");
  }

  private UUID bookedBatch() {
    UUID entry =
        lender
            .post("/v1/accruals/batch", Bodies.accrual(loan, 70, "2026-05-01"))
            .expect(201)
            .id("journal_entry_id");
    lender.pay(loan, 70).expect(201);
    return entry;
  }

  private UUID openEmpty() {
    UUID empty = UUID.randomUUID();
    lender.post("/v1/loans", Bodies.loan(empty)).expect(201);
    return empty;
  }

  private UUID openServiced() {
    return EndOfDayTest.open(lender, "2026-01-15");
  }

  /** The path of a pause below that of loans. */
  private String paused() {
    UUID serviced = openServiced();
    String pauses = serviced + "/delinquency-pauses";
    return pauses
        + "/"
        + lender
            .post(
                "/v1/loans/" + pauses,
                "{\"start_date\": \"2026-03-01\", \"end_date\": \"2026-03-31\"}")
            .expect(201)
            .text("delinquency_pause_id");
  }

  private static Row row(String name, Function<ServicedLoan, Call> call) {
    return new Row(name, call);
  }

  static ServicedLoan of(Tenant lender) {
    ServicedLoan loan = new ServicedLoan(lender, lender.newLoan());
    lender.pay(loan.loan, 5_000).expect(201);
    lender.post("/v1/loans/" + loan.loan + "/fees", Bodies.fee(1_000, "2026-05-02")).expect(201);
    return loan;
  }

  /** The members that most movements have. */
  static String amount(long minor) {
    return "\"amount_minor\": \"%d\", %s".formatted(minor, USD);
  }

  /** A request to the loan. */
  Call of(String movement, String members) {
    return new Call("/v1/loans/" + loan + "/" + movement, "{" + members + "}");
  }

  Call payment(long minor, String members) {
    return new Call(
        "/v1/payments", "{\"loan_id\": \"%s\", %s, %s}".formatted(loan, amount(minor), members));
  }

  private Call backDatedPenalty() {
    return of(
        "penalties",
        "\"amount_minor\": \"300\", \"currency\": \"USD\", \"effective_at\": \"2026-02-01\","
            + " \"penalty_type\": \"late\"");
  }

  Reply post(Call call) {
    return lender.post(call.path(), call.body());
  }

  /** Pays what is then kept for the borrower. */
  void overpay(long minor) {
    post(payment(minor, "\"target\": {\"component\": \"penalties\"}")).expect(201);
  }

  void chargeOff() {
    post(of("charge-off", "\"effective_at\": \"2026-05-09\"")).expect(201);
  }

  /** The payment of 50.00. */
  String paymentId() {
    return "\"payment_event_id\": \"%s\"".formatted(movement("payment_received"));
  }

  /** The fee. */
  String chargeId() {
    return "\"charge_id\": \"%s\"".formatted(movement("fee_assessed"));
  }

  private String movement(String type) {
    return lender
        .get("/v1/loans/" + loan + "/movements")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("event_type").asString().equals(type))
        .findFirst()
        .orElseThrow()
        .path("movement_event_id")
        .asString();
  }
}
