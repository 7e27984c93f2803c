package io.cascadeledger.projections.loan;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PaymentPosted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a chunk of events changes of loans and payments. */
final class LoanChanges {

  /** Whether a loan takes movements after the chunk; the date is null unless it is closed. */
  record Standing(LoanStatus status, LocalDate closedOn) {

    private static final Standing OPEN = new Standing(LoanStatus.OPEN, null);
  }

  final List<LoanOpened> opened = new ArrayList<>();
  final List<PaymentPosted> payments = new ArrayList<>();
  final List<EntryReversed> reversals = new ArrayList<>();

  /** Of several changes of one loan's standing, the last holds. */
  final Map<LoanId, Standing> standings = new LinkedHashMap<>();

  void add(LedgerEvent event) {
    switch (event) {
      case LoanOpened loanOpened -> opened.add(loanOpened);
      case PaymentPosted payment -> payments.add(payment);
      case EntryReversed reversal -> {
        reversals.add(reversal);
        standings.put(reversal.loan(), Standing.OPEN);
      }
      case LoanClosed closed ->
          standings.put(closed.loan(), new Standing(LoanStatus.CLOSED, closed.effectiveDate()));
      default -> {
        // It changes neither.
      }
    }
  }
}
