package io.cascadeledger.api.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import java.util.List;
import java.util.UUID;

/** What changed of a loan between two of its events, as it is answered. */
record LoanChangesAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The sequence of the event after which the comparison begins; -1 for nothing yet.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long fromSequence,
    @Describe("The sequence of the event after which it ends.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long toSequence,
    @Describe("What happened in between, the last of it included.") List<HistoryEventAnswer> events,
    @Describe("What it changed.") List<ChangeAnswer> changes) {

  static LoanChangesAnswer example() {
    return new LoanChangesAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        11,
        12,
        List.of(HistoryEventAnswer.example()),
        List.of(
            new ChangeAnswer("principal_outstanding_minor", "1000000", "921651"),
            new ChangeAnswer("instalments/1/open_principal_minor", "78349", "0")));
  }
}
