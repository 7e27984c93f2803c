package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Events of a loan's life after its payout. Where an entry's lines follow from the amount they are
 * spelt out here, otherwise in the test.
 *
 * @param of the loan, its currency and the effective date
 */
public record ServicingFacts(LoanFacts of) {

  public static ServicingFacts inUsd() {
    return new ServicingFacts(LoanFacts.inUsd());
  }

  public ServicingFacts on(LocalDate date) {
    return new ServicingFacts(of.on(date));
  }

  public PenaltyAssessed penaltyAssessed(String name, long minor) {
    return new PenaltyAssessed(
        of.loan(),
        id(name),
        money(minor),
        "late_payment",
        null,
        null,
        Metadata.NONE,
        entry(name, EntryType.PENALTY_ASSESSED, of.debit("1400", minor), of.credit("4300", minor)),
        NOW.postedAt());
  }

  /** A payment of a kind, to a target, that was split in these parts; either may be null. */
  public PaymentPosted paid(
      String name, PaymentKind kind, PaymentTarget target, Allocation parts, Line... lines) {
    return new PaymentPosted(
        of.loan(),
        id(name),
        money(parts.totalMinor()),
        null,
        null,
        kind,
        target,
        parts,
        Metadata.NONE,
        entry(name, EntryType.PAYMENT_RECEIVED, lines),
        NOW.postedAt());
  }

  public SuspenseApplied applied(
      String name, PaymentTarget target, Allocation parts, Line... lines) {
    return new SuspenseApplied(
        of.loan(),
        id(name),
        money(parts.totalMinor()),
        target,
        parts,
        Metadata.NONE,
        entry(name, EntryType.SUSPENSE_APPLIED, lines),
        NOW.postedAt());
  }

  public CreditRefunded refunded(String name, long minor) {
    return new CreditRefunded(
        of.loan(),
        id(name),
        money(minor),
        null,
        null,
        null,
        Metadata.NONE,
        entry(name, EntryType.CREDIT_REFUNDED, of.debit("2100", minor), of.credit("1000", minor)),
        NOW.postedAt());
  }

  public ChargebackPosted chargedBack(
      String name, String payment, Allocation parts, Line... lines) {
    return new ChargebackPosted(
        of.loan(),
        id(name),
        entryId(payment),
        money(parts.totalMinor()),
        null,
        parts,
        Metadata.NONE,
        entry(name, EntryType.CHARGEBACK, lines),
        NOW.postedAt());
  }

  public WaiverGranted waived(String name, PaymentTarget target, Allocation parts, Line... lines) {
    return new WaiverGranted(
        of.loan(),
        id(name),
        money(parts.totalMinor()),
        target,
        null,
        parts,
        Metadata.NONE,
        entry(name, EntryType.WAIVER, lines),
        NOW.postedAt());
  }

  public ChargeAdjusted chargeAdjusted(
      String name, String charge, Component component, Allocation parts, Line... lines) {
    return new ChargeAdjusted(
        of.loan(),
        id(name),
        id(charge),
        component,
        money(parts.totalMinor()),
        null,
        parts,
        Metadata.NONE,
        entry(name, EntryType.WAIVER, lines),
        NOW.postedAt());
  }

  public BalanceAdjusted adjusted(String name, Component component, long minor, Line... lines) {
    return new BalanceAdjusted(
        of.loan(),
        id(name),
        component,
        money(minor),
        "rounding",
        Metadata.NONE,
        entry(name, EntryType.ADJUSTMENT, lines),
        NOW.postedAt());
  }

  public LoanChargedOff chargedOff(String name, Line... lines) {
    JournalEntry entry = entry(name, EntryType.CHARGE_OFF, lines);
    return new LoanChargedOff(of.loan(), id(name), null, Metadata.NONE, entry, NOW.postedAt());
  }

  public LoanWrittenOff writtenOff(String name, Line... lines) {
    JournalEntry entry = entry(name, EntryType.WRITE_OFF, lines);
    return new LoanWrittenOff(of.loan(), id(name), null, Metadata.NONE, entry, NOW.postedAt());
  }

  public RecoveryPosted recovered(String name, long minor) {
    return new RecoveryPosted(
        of.loan(),
        id(name),
        money(minor),
        null,
        null,
        Metadata.NONE,
        entry(name, EntryType.RECOVERY, of.debit("1000", minor), of.credit("4400", minor)),
        NOW.postedAt());
  }

  public LoanSold sold(String name, long price, Line... lines) {
    return new LoanSold(
        of.loan(),
        id(name),
        "southwind",
        money(price),
        Metadata.NONE,
        entry(name, EntryType.LOAN_SALE, lines),
        NOW.postedAt());
  }

  /**
   * The movement of a name does something else since another, its cause.
   *
   * @param parts how it is split now, or null
   */
  public EntryRestated restated(String name, String cause, Allocation parts, Line... lines) {
    String both = entryId(cause) + "/" + entryId(name);
    return new EntryRestated(
        of.loan(),
        entryId(name),
        entryId(cause),
        parts,
        new JournalEntry(
            UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.US_ASCII)),
            EntryType.RESTATEMENT,
            of.date(),
            new Lines(List.of(lines))),
        NOW.postedAt());
  }

  private JournalEntry entry(String name, EntryType type, Line... lines) {
    return of.entry(name, type, lines);
  }

  private Money money(long minor) {
    return new Money(minor, of.currency());
  }
}
