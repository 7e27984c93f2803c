package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.LOAN;
import static io.cascadeledger.eventstore.json.ExampleEvents.NOTES;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;
import static io.cascadeledger.eventstore.json.ExampleEvents.entry;
import static io.cascadeledger.eventstore.json.ExampleEvents.id;
import static io.cascadeledger.eventstore.json.ExampleEvents.usd;
import static io.cascadeledger.journal.ChartOfAccounts.ADJUSTMENTS;
import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.CHARGE_OFF_LOSSES;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTY_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.RECOVERY_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.SALE_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;
import static io.cascadeledger.journal.ChartOfAccounts.WAIVERS;
import static io.cascadeledger.journal.ChartOfAccounts.WRITE_OFF_LOSSES;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.UUID;
import java.util.stream.Stream;

/** What can happen to a loan besides its plain life, with nothing left out. */
final class ExampleMovements {

  private static final UUID PENALTY = id(0xf2);
  private static final UUID PAYMENT_ENTRY = id(5);

  private ExampleMovements() {}

  static Stream<LedgerEvent> all() {
    return Stream.of(
        penalty(ExampleTerms.LATE),
        suspenseApplied(),
        refunded(),
        chargedBack(),
        waived(),
        chargeAdjusted(),
        balanceAdjusted(),
        new LoanChargedOff(
            LOAN,
            id(0xc1),
            "Not a word for 180 days.",
            NOTES,
            booked(16, EntryType.CHARGE_OFF, CHARGE_OFF_LOSSES, PRINCIPAL_RECEIVABLE, 921_651),
            POSTED_AT),
        new LoanWrittenOff(
            LOAN,
            id(0xc2),
            "Bankrupt.",
            NOTES,
            booked(17, EntryType.WRITE_OFF, WRITE_OFF_LOSSES, PRINCIPAL_RECEIVABLE, 921_651),
            POSTED_AT),
        new RecoveryPosted(
            LOAN,
            id(0xc3),
            usd(20_000),
            "agency",
            "recovery-9",
            NOTES,
            booked(18, EntryType.RECOVERY, CASH_CLEARING, RECOVERY_INCOME, 20_000),
            POSTED_AT),
        new LoanSold(
            LOAN,
            id(0xc4),
            "Northern Receivables",
            usd(921_651),
            NOTES,
            booked(19, EntryType.LOAN_SALE, SALE_CLEARING, PRINCIPAL_RECEIVABLE, 921_651),
            POSTED_AT),
        restated());
  }

  static PenaltyAssessed penalty(ChargeBasis basis) {
    return new PenaltyAssessed(
        LOAN,
        PENALTY,
        usd(1_500),
        "late_payment",
        "30 days late.",
        DAY.plusDays(14),
        basis,
        NOTES,
        booked(10, EntryType.PENALTY_ASSESSED, PENALTIES_RECEIVABLE, PENALTY_INCOME, 1_500),
        POSTED_AT);
  }

  private static SuspenseApplied suspenseApplied() {
    return new SuspenseApplied(
        LOAN,
        id(0xa2),
        usd(700),
        new PaymentTarget.OneComponent(Component.PRINCIPAL),
        new Allocation(0, 0, 0, 600, 100),
        NOTES,
        booked(11, EntryType.SUSPENSE_APPLIED, SUSPENSE, PRINCIPAL_RECEIVABLE, 600),
        POSTED_AT);
  }

  private static CreditRefunded refunded() {
    return new CreditRefunded(
        LOAN,
        id(0xa3),
        usd(100),
        "ach",
        "acct-4711",
        "Overpaid.",
        NOTES,
        booked(12, EntryType.CREDIT_REFUNDED, SUSPENSE, CASH_CLEARING, 100),
        POSTED_AT);
  }

  private static ChargebackPosted chargedBack() {
    return new ChargebackPosted(
        LOAN,
        id(0xa4),
        PAYMENT_ENTRY,
        usd(5_000),
        "Card holder disputes.",
        new Allocation(0, 0, 0, 5_000, 0),
        NOTES,
        booked(13, EntryType.CHARGEBACK, PRINCIPAL_RECEIVABLE, CASH_CLEARING, 5_000),
        POSTED_AT);
  }

  private static WaiverGranted waived() {
    return new WaiverGranted(
        LOAN,
        id(0xa5),
        usd(500),
        new PaymentTarget.OneComponent(Component.FEES),
        "As a courtesy.",
        new Allocation(0, 500, 0, 0, 0),
        NOTES,
        booked(14, EntryType.WAIVER, WAIVERS, FEES_RECEIVABLE, 500),
        POSTED_AT);
  }

  private static ChargeAdjusted chargeAdjusted() {
    return new ChargeAdjusted(
        LOAN,
        id(0xa6),
        PENALTY,
        Component.PENALTIES,
        usd(300),
        "Charged for one day too many.",
        new Allocation(300, 0, 0, 0, 0),
        NOTES,
        booked(15, EntryType.WAIVER, PENALTY_INCOME, PENALTIES_RECEIVABLE, 300),
        POSTED_AT);
  }

  private static BalanceAdjusted balanceAdjusted() {
    return new BalanceAdjusted(
        LOAN,
        id(0xa7),
        Component.PRINCIPAL,
        usd(-250),
        "A difference of the migration.",
        NOTES,
        booked(20, EntryType.ADJUSTMENT, ADJUSTMENTS, PRINCIPAL_RECEIVABLE, 250),
        POSTED_AT);
  }

  private static EntryRestated restated() {
    return new EntryRestated(
        LOAN,
        PAYMENT_ENTRY,
        id(10),
        new Allocation(1_500, 500, 10_000, 76_849, 0),
        booked(21, EntryType.RESTATEMENT, PRINCIPAL_RECEIVABLE, PENALTIES_RECEIVABLE, 1_500),
        POSTED_AT);
  }

  private static JournalEntry booked(
      int number, EntryType type, AccountCode debit, AccountCode credit, long minor) {
    return entry(
        number, type, Lines.builder().debit(debit, usd(minor)).credit(credit, usd(minor)).build());
  }
}
