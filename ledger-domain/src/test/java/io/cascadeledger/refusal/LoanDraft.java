package io.cascadeledger.refusal;

import static io.cascadeledger.given.Sample.BORROWER;
import static io.cascadeledger.given.Sample.TODAY;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.Sample;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.DelinquencyPaused;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A command and the loan it meets, before either is made; faults are put into it. The loan is made
 * of events, so that faults can meet which the ledger would never let meet.
 */
final class LoanDraft {
  private static final LoanFacts FACTS = LoanFacts.inUsd();

  long minor = 100;
  LoanCommands command = LoanCommands.inUsd().from(BORROWER);
  LocalDate openedOn = Sample.OPENED;
  Long principal;
  LocalDate entryDate = TODAY;
  EntryType entryType = EntryType.PAYMENT_RECEIVED;
  String reversed = "target";
  String named = "target";
  long owed = 1_000;
  long kept = 1_000;
  long unsummed;
  boolean isServiced = true;
  int days = 1;
  Integer count;
  final List<LoanEvent> facts = new ArrayList<>();

  LoanState loan() {
    LoanState loan =
        LoanFacts.state(
            FACTS.openedOn(openedOn, new LoanTerms(principal, null, null, null, null, null)));
    facts.forEach(loan::evolve);
    return loan;
  }

  /** A loan that the ledger services, with 500 paid out if it owes something. */
  LoanState loanServiced() {
    LoanTerms terms =
        Agreed.monthly().every(RepaymentFrequency.MONTHLY, 12, TODAY.plusYears(2)).terms();
    LoanState loan = LoanFacts.state(FACTS.openedOn(openedOn, isServiced ? terms : null));
    if (owed > 0) {
      loan.evolve(FACTS.disbursed("payout", 500));
    }
    facts.forEach(loan::evolve);
    return loan;
  }

  /** The same with a pause of ten days from the day of the command on. */
  LoanState loanPaused(String pause) {
    LocalDate start = command.date();
    facts.addFirst(
        new DelinquencyPaused(
            Sample.LOAN,
            Sample.id(pause),
            new DelinquencyPause(start, start.plusDays(9)),
            null,
            Metadata.NONE,
            start,
            Sample.NOW.postedAt()));
    return loanServiced();
  }

  /** A loan with a fee of 500 and an entry "target" that paid it and left another 500 unapplied. */
  LoanState loanWithTarget() {
    facts.addAll(0, List.of(FACTS.feeAssessed("fee", 500), target()));
    return loan();
  }

  /** A loan that owes a fee "target" and has a payment "payment", all of which is kept. */
  LoanState loanInService() {
    LoanEvent payment = FACTS.on(entryDate).paid("payment", 0, 0, 0, kept);
    facts.addAll(0, List.of(FACTS.on(entryDate).feeAssessed("target", owed), payment));
    return loan();
  }

  private LoanEvent target() {
    PaymentPosted payment = FACTS.paid("target", 500, 0, 0, 500);
    JournalEntry entry = payment.entry();
    return new PaymentPosted(
        payment.loan(),
        payment.paymentId(),
        payment.amount(),
        null,
        null,
        null,
        null,
        payment.allocation(),
        payment.metadata(),
        new JournalEntry(entry.id(), entryType, entryDate, entry.lines()),
        payment.postedAt());
  }
}
