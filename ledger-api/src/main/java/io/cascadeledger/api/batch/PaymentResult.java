package io.cascadeledger.api.batch;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.payment.PaymentReceipt;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.problem.Problem;
import io.cascadeledger.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What became of one payment of a batch. */
@Describe("What became of one payment of a batch.")
record PaymentResult(
    @Describe("Which payment: the line of NDJSON, or the place in the array, from 1.") int line,
    @Describe("What the HTTP status would be if the payment had been sent alone.") int status,
    @Describe(value = "The payment's key; left out if none could be read.", optional = true)
        @Nullable String idempotencyKey,
    @Describe(value = "Is true if the payment had been posted before.", optional = true)
        @Nullable Boolean replayed,
    @Describe(value = "The payment, if it is posted.", optional = true)
        @Nullable PaymentReceipt payment,
    @Describe(
            value = "Every event of the payment stands at or before this Ledger-Position.",
            optional = true)
        @Nullable Long ledgerPosition,
    @Describe(value = "Why it is not posted.", optional = true) @Nullable Problem problem,
    @Describe(value = "In how many seconds to send it again, if that may help.", optional = true)
        @Nullable Integer retryAfterSeconds) {

  private static final int CREATED = 201;
  private static final int OK = 200;

  static PaymentResult of(int line, String key, Posted posted) {
    return new PaymentResult(
        line,
        posted.replayed() ? OK : CREATED,
        key,
        posted.replayed() ? true : null,
        PaymentReceipt.of(posted),
        posted.position(),
        null,
        null);
  }

  static PaymentResult of(int line, @Nullable String key, ProblemCode code, Problem problem) {
    int retryAfter = code.retryAfterSeconds();
    return new PaymentResult(
        line,
        problem.status(),
        key,
        null,
        null,
        null,
        problem,
        retryAfter == 0 ? null : retryAfter);
  }

  static PaymentResult example() {
    return new PaymentResult(
        1,
        CREATED,
        "payment:loan_42:proc_txn_abc123",
        null,
        PaymentReceipt.example(),
        1_234L,
        null,
        null);
  }
}
