package io.cascadeledger.bench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the requests of the loads. */
final class Payments {

  private static final int REPEATED_PERCENT = 20;
  private static final int PERCENT = 100;

  private final String token;
  private final int loans;

  Payments(String token, int loans) {
    this.token = token;
    this.loans = loans;
  }

  /** The identifier of a loan of the bench. */
  static UUID loan(int number) {
    return new UUID(0, number);
  }

  /** A payment of one cent to a loan chosen at random. */
  byte[] spread(String run, long n) {
    return payment(run, n, ThreadLocalRandom.current().nextInt(loans));
  }

  /** A payment to always the same loan. */
  byte[] hot(String run, long n) {
    return payment(run, n, 0);
  }

  /** A payment which in one case of five repeats the request before it, key and all. */
  byte[] stormy(String run, long n) {
    boolean repeat = Math.floorMod((n * 0x9E3779B97F4A7C15L) >>> 33, PERCENT) < REPEATED_PERCENT;
    long unique = repeat ? n - 1 : n;
    return payment(run, unique, Math.floorMod(unique * 31, loans));
  }

  private byte[] payment(String run, long n, int loan) {
    String key = "payment:%s:%d".formatted(run, n);
    String body =
        "{\"loan_id\":\"%s\",\"borrower_id\":\"%s\",\"amount_minor\":\"1\",\"currency\":\"USD\",\"effective_at\":\"2026-05-01\",\"source_method\":\"ach\",\"external_ref\":\"x%d\"}"
            .formatted(loan(loan), loan(loan), n);
    return HttpConnection.post("/v1/payments", token, key, body);
  }

  /** The request that opens a loan. */
  byte[] opening(int loan) {
    String body =
        "{\"loan_id\":\"%s\",\"borrower_id\":\"%s\",\"currency\":\"USD\",\"effective_at\":\"2026-01-15\"}"
            .formatted(loan(loan), loan(loan));
    return HttpConnection.post("/v1/loans", token, "loan:bench:" + loan, body);
  }

  /** The request that pays a loan out. */
  byte[] disbursement(int loan) {
    String body =
        "{\"loan_id\":\"%s\",\"amount_minor\":\"100000000\",\"currency\":\"USD\",\"effective_at\":\"2026-01-15\"}"
            .formatted(loan(loan));
    return HttpConnection.post("/v1/disbursements", token, "disbursement:bench:" + loan, body);
  }
}
