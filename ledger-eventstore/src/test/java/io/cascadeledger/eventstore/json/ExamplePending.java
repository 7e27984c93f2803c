package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.LOAN;
import static io.cascadeledger.eventstore.json.ExampleEvents.NOTES;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;
import static io.cascadeledger.eventstore.json.ExampleEvents.entry;
import static io.cascadeledger.eventstore.json.ExampleEvents.id;
import static io.cascadeledger.eventstore.json.ExampleEvents.usd;
import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.stream.Stream;

/** What can happen to a pending payment, with nothing left out. */
final class ExamplePending {

  private static final JournalEntry PENDING =
      entry(
          40,
          EntryType.PAYMENT_RECEIVED,
          Lines.builder().debit(CASH_CLEARING, usd(30_000)).credit(SUSPENSE, usd(30_000)).build());

  private ExamplePending() {}

  static Stream<LedgerEvent> all() {
    return Stream.of(
        new PaymentPended(
            LOAN,
            id(0xa2),
            usd(30_000),
            "ach",
            "bank-ref-2",
            PaymentKind.PAYOFF,
            new PaymentTarget.OneComponent(Component.PRINCIPAL),
            NOTES,
            PENDING,
            POSTED_AT),
        new PaymentSettled(
            LOAN, id(0xa2), PENDING.id(), id(41), PENDING.reversal(id(42), DAY), POSTED_AT),
        new PaymentVoided(
            LOAN,
            id(0xa3),
            PENDING.id(),
            "payment_returned",
            "No funds.",
            NOTES,
            PENDING.reversal(id(43), DAY),
            POSTED_AT));
  }
}
