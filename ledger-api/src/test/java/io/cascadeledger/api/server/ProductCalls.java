package io.cascadeledger.api.server;

import java.util.UUID;

/** A lender's calls for loan products, and for loans that are opened by them. */
record ProductCalls(Tenant lender) {

  /** Terms of 12 equal instalments of principal and a late charge, without the loan's own parts. */
  static final String TERMS =
      """
      {"annual_interest_rate": "0.12", "day_count_convention": "ACT_365",
       "repayment_frequency": "monthly", "instalment_count": 12,
       "servicing": {"interest_method": "declining_balance_daily",
                     "amortization": "equal_principal", "principal_grace_instalments": 1,
                     "rounding_mode": "down", "rounding_unit_minor": "100",
                     "late_charge": {"grace_days": 3, "flat_minor": "2500"},
                     "delinquency_grace_days": 5},
       "waterfall": {"order": [{"component": "interest"}, {"component": "principal"},
                               {"component": "fees"}, {"component": "penalties"}],
                     "excess": "principal"}}""";

  static final String LIMITS =
      """
      {"min_principal_minor": "100000", "max_principal_minor": "5000000",
       "min_annual_interest_rate": "0.08", "max_annual_interest_rate": "0.18",
       "min_instalment_count": 6, "max_instalment_count": 36}""";

  static String version(String name, String terms, String limits) {
    return """
    {"name": "%s", "currency": "USD", "terms": %s, "limits": %s,
     "metadata": {"approved_by": "board"}}"""
        .formatted(name, terms, limits);
  }

  static String product(String id, String version) {
    return version.replaceFirst("\\{", "{\"product_id\": \"" + id + "\", ");
  }

  Reply define(String id, String version) {
    return lender.post("/v1/loan-products", product(id, version));
  }

  Reply define(String id) {
    return define(id, version("Consumer loan", TERMS, LIMITS));
  }

  Reply revise(String id, String version) {
    return lender.post("/v1/loan-products/" + id + "/versions", version);
  }

  Reply retire(String id) {
    return lender.post("/v1/loan-products/" + id + "/retire", "{\"reason\": \"Replaced.\"}");
  }

  /** A loan by a product, which says what the template leaves open, and perhaps more. */
  static String loan(UUID loan, String product, String more) {
    return Bodies.loan(loan)
        .replaceFirst(
            "}$",
            ", \"product\": %s, \"terms\": {\"principal_minor\": \"1000000\",".formatted(product)
                + " \"first_due_date\": \"2026-02-15\""
                + more
                + "}}");
  }

  static String named(String id) {
    return "{\"product_id\": \"%s\"}".formatted(id);
  }

  Reply open(String product, String more) {
    return lender.post("/v1/loans", loan(UUID.randomUUID(), product, more));
  }

  /** A loan as it is read. */
  Reply read(Reply opened) {
    return lender.get("/v1/loans/" + opened.expect(201).text("loan_id")).expect(200);
  }
}
