package io.cascadeledger.api.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import java.util.List;

/** What changed of a debtor account between two of its events, as it is answered. */
record DebtorAccountChangesAnswer(
    @Describe("The lender's reference.") String accountReference,
    @Describe("The sequence of the event after which the comparison begins; -1 for nothing yet.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long fromSequence,
    @Describe("The sequence of the event after which it ends.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long toSequence,
    @Describe("What happened in between, the last of it included.") List<HistoryEventAnswer> events,
    @Describe("What it changed.") List<ChangeAnswer> changes) {

  static DebtorAccountChangesAnswer example() {
    return new DebtorAccountChangesAnswer(
        "A-1",
        11,
        12,
        List.of(HistoryEventAnswer.example()),
        List.of(new ChangeAnswer("claims/I-1/amount_minor", "100000", "95000")));
  }
}
