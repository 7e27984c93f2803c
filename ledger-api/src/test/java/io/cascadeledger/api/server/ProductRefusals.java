package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.ProductCalls.LIMITS;
import static io.cascadeledger.api.server.ProductCalls.TERMS;
import static io.cascadeledger.api.server.ProductCalls.named;
import static io.cascadeledger.api.server.ProductCalls.version;

import io.cascadeledger.api.server.EveryRefusalTest.Way;
import io.cascadeledger.refusal.RefusalCode;
import java.util.List;
import java.util.UUID;

/** How a caller meets the refusals of loan products and of terms. */
final class ProductRefusals {

  /** Interest, a schedule of one instalment, and a payment that is not to exceed what is owed. */
  private static final String SERVICED =
      """
      , "terms": {"principal_minor": "1000000", "annual_interest_rate": "0.12",
        "day_count_convention": "ACT_365", "repayment_frequency": "monthly",
        "instalment_count": 1, "first_due_date": "2026-02-15",
        "servicing": {"interest_method": "flat", "amortization": "equal_principal"},
        "waterfall": {"order": [{"component": "interest"}, {"component": "principal"},
                                {"component": "fees"}, {"component": "penalties"}],
                      "excess": "refuse"}}}""";

  /** Each of them, with a way to it. */
  static final List<Way> WAYS =
      List.of(
          new Way(
              RefusalCode.PRODUCT_ALREADY_EXISTS,
              it -> {
                products(it).define("p").expect(201);
                return products(it).define("p");
              }),
          new Way(RefusalCode.PRODUCT_NOT_FOUND, it -> products(it).open(named("p"), "")),
          new Way(RefusalCode.PRODUCT_VERSION_NOT_FOUND, ProductRefusals::openUnknownVersion),
          new Way(RefusalCode.PRODUCT_RETIRED, ProductRefusals::openRetired),
          new Way(
              RefusalCode.PRODUCT_UNSOUND,
              it -> products(it).define("p", version("P", TERMS.replace("0.12", "0.19"), LIMITS))),
          new Way(
              RefusalCode.TERMS_OUTSIDE_PRODUCT,
              it -> {
                products(it).define("p").expect(201);
                return products(it).open(named("p"), ", \"annual_interest_rate\": \"0.1801\"");
              }),
          new Way(
              RefusalCode.TERMS_UNSOUND,
              it -> open(it, UUID.randomUUID(), SERVICED.replace("\"0.12\"", "null"))),
          new Way(
              RefusalCode.DISBURSEMENT_OUTSIDE_SCHEDULE,
              it -> {
                UUID loan = UUID.randomUUID();
                open(it, loan, SERVICED).expect(201);
                return it.lender()
                    .post(
                        "/v1/disbursements",
                        Bodies.disbursement(loan, 5).replace("2026-01-15", "2026-02-15"));
              }),
          new Way(
              RefusalCode.INTEREST_IS_COMPUTED,
              it ->
                  it.lender()
                      .post("/v1/accruals/batch", Bodies.accrual(serviced(it), 5, "2026-01-31"))),
          new Way(
              RefusalCode.LOAN_NOT_SERVICED,
              it ->
                  it.post(
                      it.of(
                          "terms-changes",
                          "\"effective_at\": \"2026-05-10\","
                              + " \"annual_interest_rate\": \"0.1\""))),
          new Way(
              RefusalCode.PAYMENT_EXCEEDS_OWED, it -> it.lender().pay(serviced(it), 1_000_001)));

  private ProductRefusals() {}

  private static ProductCalls products(ServicedLoan it) {
    return new ProductCalls(it.lender());
  }

  private static Reply open(ServicedLoan it, UUID loan, String terms) {
    return it.lender().post("/v1/loans", Bodies.loan(loan).replaceFirst("}$", "") + terms);
  }

  private static UUID serviced(ServicedLoan it) {
    UUID loan = UUID.randomUUID();
    open(it, loan, SERVICED).expect(201);
    it.lender().post("/v1/disbursements", Bodies.disbursement(loan, 1_000_000)).expect(201);
    return loan;
  }

  private static Reply openUnknownVersion(ServicedLoan it) {
    products(it).define("p").expect(201);
    return products(it).open("{\"product_id\": \"p\", \"version\": 2}", "");
  }

  private static Reply openRetired(ServicedLoan it) {
    products(it).define("p").expect(201);
    products(it).retire("p").expect(201);
    return products(it).open(named("p"), "");
  }
}
