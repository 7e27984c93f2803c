package io.cascadeledger.projections.loan;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PendingPaymentEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a chunk of events changes of loans and their movements. */
final class LoanChanges {

  final List<LoanOpened> opened = new ArrayList<>();
  final List<MovementRow> movements = new ArrayList<>();
  final List<EntryReversed> reversals = new ArrayList<>();

  final List<RestatementRow> restatements = new ArrayList<>();
  final PendingPaymentTable.Changes pending = new PendingPaymentTable.Changes();

  /** What may change whether a loan takes movements, in the order in which it happened. */
  final Map<LoanId, List<LoanEvent>> standings = new LinkedHashMap<>();

  void add(RecordedEvent recorded) {
    if (!(recorded.event() instanceof LoanEvent event)) {
      return;
    }
    if (StandingChange.isOne(event)) {
      standings.computeIfAbsent(event.loan(), _ -> new ArrayList<>()).add(event);
    }
    switch (event) {
      case LoanOpened loanOpened -> opened.add(loanOpened);
      case EntryReversed reversal -> reversals.add(reversal);
      case EntryRestated restated ->
          restatements.add(new RestatementRow(recorded.position(), restated));
      case PendingPaymentEvent ofPending -> pending.add(recorded.position(), ofPending);
      case LoanMovement movement -> movements.add(MovementRow.of(recorded.position(), movement));
      default -> {
        // It moves no money.
      }
    }
  }
}
