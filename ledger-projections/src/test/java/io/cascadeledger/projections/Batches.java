package io.cascadeledger.projections;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.accrual.Accrual;
import io.cascadeledger.loan.accrual.AccrueInterest;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A lender's batches of accruals: what the domain's handler does, on all its loans or on none. */
record Batches(Lender lender) {

  AccrualBatchPosted accrue(LocalDate date, List<LoanId> ofLoans, long minorEach) {
    AccrualBatchPosted posted =
        new AccrualBatchPosted(
            new AccrualBatchId(lender.tenant(), lender.nextId()),
            lender.nextId(),
            "program-7",
            DayCountConvention.ACT_365,
            lender.state(ofLoans.getFirst()).currency(),
            minorEach * ofLoans.size(),
            ofLoans.stream().map(LoanId::value).toList(),
            date,
            lender.now().postedAt());
    List<LedgerEvent> together = new ArrayList<>(List.of(posted));
    for (LoanId loan : ofLoans) {
      together.addAll(
          Accrual.decide(
              lender.state(loan),
              new AccrueInterest(
                  loan,
                  posted.batch().value(),
                  posted.entryId(),
                  Ids.partOf(posted.entryId(), loan.value()),
                  minorEach,
                  0,
                  date,
                  lender.now())));
    }
    lender.appendTogether(together);
    return posted;
  }

  AccrualBatchReversed reverse(AccrualBatchPosted posted, LocalDate date) {
    AccrualBatchReversed reversed =
        new AccrualBatchReversed(
            posted.batch(),
            posted.entryId(),
            lender.nextId(),
            "error_correction",
            "Wrong rate",
            Metadata.NONE,
            date,
            lender.now().postedAt());
    List<LedgerEvent> together = new ArrayList<>(List.of(reversed));
    for (UUID id : posted.loans()) {
      LoanId loan = new LoanId(lender.tenant(), id);
      together.addAll(
          lender.reversal(
              loan,
              Ids.partOf(posted.entryId(), id),
              Ids.partOf(reversed.entryId(), id),
              reversed.entryId(),
              date));
    }
    lender.appendTogether(together);
    return reversed;
  }
}
