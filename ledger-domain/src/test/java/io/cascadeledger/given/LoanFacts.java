package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.BORROWER;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * Events of one loan. Their journal entries are spelt out with account codes, so that a mistake in
 * the posting rules shows as a difference. A movement and its entry are known by a name.
 *
 * @param loan the loan
 * @param currency its currency
 * @param date the effective date of the movements
 */
public record LoanFacts(LoanId loan, Currency currency, LocalDate date) {

  public static LoanFacts inUsd() {
    return in(Sample.LOAN, Sample.USD);
  }

  public static LoanFacts in(LoanId loan, Currency currency) {
    return new LoanFacts(loan, currency, TODAY);
  }

  public LoanFacts on(LocalDate other) {
    return new LoanFacts(loan, currency, other);
  }

  public LoanOpened opened() {
    return opened(null);
  }

  public LoanOpened openedWithPrincipal(long principalMinor) {
    return opened(new LoanTerms(principalMinor, null, null, null, null, null));
  }

  public LoanOpened opened(LoanTerms terms) {
    return openedOn(OPENED, terms);
  }

  public LoanOpened openedOn(LocalDate date, LoanTerms terms) {
    return new LoanOpened(
        loan, BORROWER, currency, null, terms, Metadata.NONE, date, NOW.postedAt());
  }

  public DisbursementPosted disbursed(String name, long minor) {
    return new DisbursementPosted(
        loan,
        id(name),
        money(minor),
        null,
        null,
        Metadata.NONE,
        entry(name, EntryType.DISBURSEMENT, debit("1100", minor), credit("1010", minor)),
        NOW.postedAt());
  }

  public FeeAssessed feeAssessed(String name, long minor) {
    return new FeeAssessed(
        loan,
        id(name),
        money(minor),
        "late_payment",
        null,
        null,
        Metadata.NONE,
        entry(name, EntryType.FEE_ASSESSED, debit("1300", minor), credit("4200", minor)),
        NOW.postedAt());
  }

  public InterestAccrued accrued(String name, long minor) {
    return new InterestAccrued(
        loan,
        id(name),
        id("batch entry of " + name),
        money(minor),
        money(1_000_000),
        entry(name, EntryType.ACCRUAL, debit("1200", minor), credit("4100", minor)),
        NOW.postedAt());
  }

  /** A payment that was split in these parts; a part of zero has no line. */
  public PaymentPosted paid(String name, long fees, long interest, long principal, long suspense) {
    long amount = fees + interest + principal + suspense;
    Line[] lines =
        Stream.of(
                debit("1000", amount),
                fees == 0 ? null : credit("1300", fees),
                interest == 0 ? null : credit("1200", interest),
                principal == 0 ? null : credit("1100", principal),
                suspense == 0 ? null : credit("2100", suspense))
            .filter(line -> line != null)
            .toArray(Line[]::new);
    return new PaymentPosted(
        loan,
        id(name),
        money(amount),
        null,
        null,
        null,
        null,
        new Allocation(fees, interest, principal, suspense),
        Metadata.NONE,
        entry(name, EntryType.PAYMENT_RECEIVED, lines),
        NOW.postedAt());
  }

  /** The reversal of the movement of a name, by these lines. */
  public EntryReversed reversed(String movement, Line... lines) {
    return new EntryReversed(
        loan,
        entryId(movement),
        null,
        "error_correction",
        null,
        Metadata.NONE,
        entry("reversal of " + movement, EntryType.REVERSAL, lines),
        NOW.postedAt());
  }

  public LoanClosed closed() {
    return new LoanClosed(loan, null, date, NOW.postedAt());
  }

  /** What a loan remembers after these events, which need not be possible together. */
  public static LoanState state(LoanEvent... events) {
    LoanState state = new LoanState();
    Stream.of(events).forEach(state::evolve);
    return state;
  }

  public Line debit(String account, long minor) {
    return new Line(new AccountCode(account), Side.DEBIT, money(minor));
  }

  public Line credit(String account, long minor) {
    return new Line(new AccountCode(account), Side.CREDIT, money(minor));
  }

  private Money money(long minor) {
    return new Money(minor, currency);
  }

  public JournalEntry entry(String name, EntryType type, Line... lines) {
    return new JournalEntry(entryId(name), type, date, new Lines(List.of(lines)));
  }
}
