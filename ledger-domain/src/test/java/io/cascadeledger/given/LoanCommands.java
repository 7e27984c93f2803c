package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.loan.accrual.AccrueInterest;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * Commands for one loan, with the dates, the currency and the borrower that they will carry. A
 * movement and its entry are known by a name.
 *
 * @param loan the loan
 * @param currency the currency of the amounts
 * @param date the effective date
 * @param borrower the borrower named, or null
 */
public record LoanCommands(LoanId loan, Currency currency, LocalDate date, UUID borrower) {

  public static LoanCommands inUsd() {
    return in(Sample.LOAN, Sample.USD);
  }

  public static LoanCommands in(LoanId loan, Currency currency) {
    return new LoanCommands(loan, currency, TODAY, null);
  }

  public LoanCommands on(LocalDate other) {
    return new LoanCommands(loan, currency, other, borrower);
  }

  public LoanCommands from(UUID other) {
    return new LoanCommands(loan, currency, date, other);
  }

  public LoanCommands in(Currency other) {
    return new LoanCommands(loan, other, date, borrower);
  }

  public OpenLoan open() {
    return open(OPENED, null);
  }

  public OpenLoan openWithPrincipal(long principalMinor) {
    return open(OPENED, new LoanTerms(principalMinor, null, null, null, null, null));
  }

  public OpenLoan open(LocalDate openedOn, LoanTerms terms) {
    return new OpenLoan(loan, Sample.BORROWER, currency, null, terms, openedOn, Metadata.NONE, NOW);
  }

  public PostDisbursement disburse(String name, long minor) {
    return new PostDisbursement(
        loan,
        id(name),
        entryId(name),
        borrower,
        new Money(minor, currency),
        date,
        null,
        null,
        Metadata.NONE,
        NOW);
  }

  public AssessFee assessFee(String name, long minor) {
    return new AssessFee(
        loan,
        id(name),
        entryId(name),
        new Money(minor, currency),
        date,
        "late_payment",
        null,
        null,
        Metadata.NONE,
        NOW);
  }

  public AccrueInterest accrue(String name, long minor) {
    return new AccrueInterest(
        loan, id(name), id("batch entry of " + name), entryId(name), minor, 1_000_000, date, NOW);
  }

  public PostPayment pay(String name, long minor) {
    return new PostPayment(
        loan,
        id(name),
        entryId(name),
        borrower,
        new Money(minor, currency),
        date,
        null,
        null,
        PaymentKind.REGULAR,
        null,
        Metadata.NONE,
        NOW);
  }

  /** Reverses the movement of a name. */
  public ReverseEntry reverse(String movement) {
    return new ReverseEntry(
        loan,
        entryId(movement),
        entryId("reversal of " + movement),
        null,
        date,
        "error_correction",
        null,
        Metadata.NONE,
        NOW);
  }

  public CloseLoan close() {
    return new CloseLoan(loan, date, null, NOW);
  }
}
