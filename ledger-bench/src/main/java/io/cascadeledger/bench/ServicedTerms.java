package io.cascadeledger.bench;

/** The terms of loans that the ledger services, as members of the body that opens them. */
final class ServicedTerms {

  private static final String PRINCIPAL_AND_RATE =
      "\"principal_minor\":\"100000000\",\"annual_interest_rate\":\"0.073\","
          + "\"day_count_convention\":\"ACT_365\",\"repayment_frequency\":\"monthly\",";

  /** Twelve instalments, the first due on 15 February, and a charge for those that are late. */
  static final String TWELVE_INSTALMENTS =
      ",\"terms\":{"
          + PRINCIPAL_AND_RATE
          + "\"instalment_count\":12,\"first_due_date\":\"2026-02-15\",\"servicing\":{"
          + "\"interest_method\":\"declining_balance_daily\",\"amortization\":\"equal_principal\","
          + "\"late_charge\":{\"grace_days\":3,\"flat_minor\":\"2500\"}}}";

  /** 360 instalments, which payments serve one after the other, and some of which are past due. */
  static final String BY_INSTALMENT = by("next_first", "2026-02-15");

  /** 360 instalments, none of which is due yet, so that each payment makes the rest anew. */
  static final String REAMORTIZED = by("reamortize", "2026-06-15");

  private ServicedTerms() {}

  private static String by(String future, String firstDue) {
    StringBuilder steps = new StringBuilder();
    for (String bucket : new String[] {"past_due", "due", "in_advance"}) {
      for (String component : new String[] {"penalties", "fees", "interest", "principal"}) {
        steps
            .append(steps.isEmpty() ? "" : ",")
            .append("{\"bucket\":\"%s\",\"component\":\"%s\"}".formatted(bucket, component));
      }
    }
    return ",\"terms\":{%s\"instalment_count\":360,\"first_due_date\":\"%s\",\"servicing\":{"
            .formatted(PRINCIPAL_AND_RATE, firstDue)
        + "\"interest_method\":\"declining_balance_daily\",\"amortization\":\"equal_instalments\"},"
        + "\"waterfall\":{\"future\":\"%s\",\"order\":[%s]}}".formatted(future, steps);
  }
}
