package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.LocalDate;

/**
 * What happens to pending payments of one loan, named as {@link PendingCommands} names it.
 *
 * @param loan what the events have in common
 */
public record PendingFacts(LoanFacts loan) {

  public PendingFacts on(LocalDate date) {
    return new PendingFacts(loan.on(date));
  }

  public PaymentPended pended(String name, long minor) {
    return new PaymentPended(
        loan.loan(),
        id(name),
        new Money(minor, loan.currency()),
        "ach",
        "ref of " + name,
        null,
        null,
        Metadata.NONE,
        loan.entry(
            PendingCommands.pending(name),
            EntryType.PAYMENT_RECEIVED,
            loan.debit("1000", minor),
            loan.credit("2100", minor)),
        NOW.postedAt());
  }

  public PaymentSettled settled(String name, long minor) {
    return new PaymentSettled(
        loan.loan(),
        id(name),
        entryId(PendingCommands.pending(name)),
        entryId(name),
        end(name, minor),
        NOW.postedAt());
  }

  public PaymentVoided voided(String name, long minor) {
    return new PaymentVoided(
        loan.loan(),
        id(name),
        entryId(PendingCommands.pending(name)),
        "payment_returned",
        "R01",
        Metadata.NONE,
        end(name, minor),
        NOW.postedAt());
  }

  private JournalEntry end(String name, long minor) {
    return loan.entry(
        "end of " + name,
        EntryType.REVERSAL,
        loan.credit("1000", minor),
        loan.debit("2100", minor));
  }
}
