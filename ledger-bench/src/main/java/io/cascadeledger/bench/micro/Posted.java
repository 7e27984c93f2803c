package io.cascadeledger.bench.micro;

import io.cascadeledger.loan.disbursement.Disbursement;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.FeeAssessment;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.opening.Opening;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A loan that owes a fee and principal, and a payment that pays the fee and some of the rest. */
final class Posted {

  private static final LoanId LOAN =
      new LoanId("bench", UUID.fromString("6a8d4b52-5c1f-4a3e-9f50-1d2c3b4a5e6f"));
  private static final UUID BORROWER = UUID.fromString("0b6f2a10-8d34-4c53-a1a7-55d8f7f3a001");
  private static final LocalDate OPENED = LocalDate.of(2026, 1, 15);
  private static final LocalDate PAID = LocalDate.of(2026, 5, 1);
  private static final PostingTime TIME =
      new PostingTime(Instant.parse("2026-05-01T09:30:00.123456Z"), PAID);
  private static final String DOLLARS = "USD";

  private Posted() {}

  /** The loan before the payment. */
  static LoanState loan() {
    LoanState loan = new LoanState();
    Money principal = Money.ofMinor(1_000_000, DOLLARS);
    loan.evolve(
        Opening.decide(
            new OpenLoan(
                LOAN, BORROWER, principal.currency(), null, null, OPENED, Metadata.NONE, TIME)));
    evolve(
        loan,
        Disbursement.decide(
            loan,
            new PostDisbursement(
                LOAN,
                UUID.randomUUID(),
                UUID.randomUUID(),
                BORROWER,
                principal,
                OPENED,
                "ach",
                null,
                Metadata.NONE,
                TIME)));
    evolve(
        loan,
        FeeAssessment.decide(
            loan,
            new AssessFee(
                LOAN,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Money.ofMinor(500, DOLLARS),
                PAID,
                "late",
                null,
                null,
                Metadata.NONE,
                TIME)));
    return loan;
  }

  private static void evolve(LoanState loan, List<LoanEvent> events) {
    events.forEach(loan::evolve);
  }

  /** What is asked of the loan. */
  static PostPayment command() {
    return new PostPayment(
        LOAN,
        UUID.randomUUID(),
        UUID.randomUUID(),
        BORROWER,
        Money.ofMinor(88_849, DOLLARS),
        PAID,
        "ach",
        "stripe_ch_xyz123",
        PaymentKind.REGULAR,
        null,
        Metadata.NONE,
        TIME);
  }

  /** What comes of it. */
  static PaymentPosted event() {
    return (PaymentPosted) Payment.decide(loan(), command()).getFirst();
  }
}
