package io.cascadeledger.api.history;

import io.cascadeledger.api.json.Describe;
import java.util.UUID;

/** A loan after one of its events, as it is answered. */
record LoanMomentAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The last event that had happened to it.") HistoryEventAnswer event,
    @Describe("What it was then.") LoanStateAnswer state) {

  static LoanMomentAnswer example() {
    return new LoanMomentAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        HistoryEventAnswer.example(),
        LoanStateAnswer.example());
  }
}
