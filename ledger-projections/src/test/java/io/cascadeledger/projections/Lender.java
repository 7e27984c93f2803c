package io.cascadeledger.projections;

import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.closing.Closing;
import io.cascadeledger.loan.disbursement.Disbursement;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.FeeAssessment;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.opening.Opening;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PendingPaymentEnd;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.SettlePayment;
import io.cascadeledger.loan.payment.VoidPayment;
import io.cascadeledger.loan.reversal.Reversal;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.TermsLimits;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.time.PostingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant that posts: the domain decides, and what it decides is appended to the events. */
public final class Lender {

  private static final Instant START = Instant.parse("2026-05-01T12:00:00.000001Z");
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 12, 31);
  private static final Metadata NOTES = Metadata.of(Map.of("note", "größer \"than\" {life}\\"));

  private final String tenant;
  private final MemoryEvents events;
  private final Map<LoanId, LoanState> loans = new HashMap<>();
  private final Ids ids;
  private Duration pace = AT_ONCE;

  /** A tenant without loans. */
  public Lender(String tenant, MemoryEvents events) {
    this.tenant = tenant;
    this.events = events;
    this.ids = new Ids(tenant);
  }

  /**
   * Lets so much time pass from event to event, more or less: clocks of several nodes differ, so
   * that what is recorded later may have been posted a little earlier.
   */
  public Lender pace(Duration fromEventToEvent) {
    pace = fromEventToEvent;
    return this;
  }

  PostingTime now() {
    long position = events.lastPosition();
    long steps = pace.equals(AT_ONCE) ? position : position - position * 31 % 7;
    return new PostingTime(START.plus(pace.multipliedBy(steps)), BUSINESS_DATE);
  }

  /** What a loan remembers. */
  public LoanState state(LoanId loan) {
    return loans.get(loan);
  }

  /** Defines a loan product. */
  public void define(String name) {
    events.append(
        List.of(
            new LoanProductDefined(
                new ProductId(tenant, name),
                new ProductContent(
                    name, null, Currency.getInstance("USD"), LoanTerms.NONE, TermsLimits.NONE),
                NOTES,
                BUSINESS_DATE,
                now().postedAt())));
  }

  /** Opens a loan without terms. */
  public LoanId open(String currency, LocalDate openedOn) {
    return open(currency, openedOn, null);
  }

  /** Opens a loan. */
  public LoanId open(String currency, LocalDate openedOn, LoanTerms terms) {
    return open(currency, openedOn, terms, null);
  }

  /** Opens a loan by a product. */
  public LoanId open(String currency, LocalDate openedOn, LoanTerms terms, ProductOffer offer) {
    LoanId loan = new LoanId(tenant, ids.next());
    loans.put(loan, new LoanState());
    append(
        Opening.decide(
            new OpenLoan(
                loan,
                ids.next(),
                Currency.getInstance(currency),
                "program-7",
                terms,
                openedOn,
                NOTES,
                now(),
                offer)));
    return loan;
  }

  private <E extends LoanEvent> E append(E event) {
    loans.get(event.loan()).evolve(event);
    events.append(List.of(event));
    return event;
  }

  /** The first of what was decided; behind it comes what it restates. */
  <E extends LoanEvent> E append(Class<E> type, List<LoanEvent> decided) {
    decided.forEach(event -> loans.get(event.loan()).evolve(event));
    events.append(decided);
    return type.cast(decided.getFirst());
  }

  Money money(LoanId loan, long minor) {
    return new Money(minor, state(loan).currency());
  }

  /** Pays out. */
  public DisbursementPosted disburse(LoanId loan, long minor, LocalDate date) {
    return append(
        DisbursementPosted.class,
        Disbursement.decide(
            state(loan),
            new PostDisbursement(
                loan,
                ids.next(),
                ids.next(),
                null,
                money(loan, minor),
                date,
                "ach",
                "bank-account-9",
                NOTES,
                now())));
  }

  /** Charges a late fee. */
  public FeeAssessed fee(LoanId loan, long minor, LocalDate date) {
    return append(
        FeeAssessed.class,
        FeeAssessment.decide(
            state(loan),
            new AssessFee(
                loan,
                ids.next(),
                ids.next(),
                money(loan, minor),
                date,
                "late_payment",
                "Late by a week",
                null,
                NOTES,
                now())));
  }

  /** Takes a payment. */
  public PaymentPosted pay(LoanId loan, long minor, LocalDate date) {
    return append(
        PaymentPosted.class,
        Payment.decide(state(loan), payment(loan, minor, date, Layer.SETTLED)));
  }

  /** Announces a payment. */
  public PaymentPended pend(LoanId loan, long minor, LocalDate date) {
    return append(
        PaymentPended.class,
        Payment.decide(state(loan), payment(loan, minor, date, Layer.PENDING)));
  }

  private PostPayment payment(LoanId loan, long minor, LocalDate date, Layer layer) {
    return new PostPayment(
        loan,
        ids.next(),
        ids.next(),
        null,
        money(loan, minor),
        date,
        "ach",
        "stripe_ch_xyz123",
        PaymentKind.REGULAR,
        null,
        layer,
        NOTES,
        now());
  }

  /** Settles a payment that was announced. */
  public PaymentPosted settle(PaymentPended pended, LocalDate date) {
    return append(
        PaymentPosted.class,
        PendingPaymentEnd.settle(
            state(pended.loan()),
            new SettlePayment(
                pended.loan(), pended.paymentId(), ids.next(), ids.next(), date, now())));
  }

  /** Voids a payment that was announced. */
  public PaymentVoided voided(PaymentPended pended, LocalDate date) {
    return append(
        PendingPaymentEnd.voided(
            state(pended.loan()),
            new VoidPayment(
                pended.loan(),
                pended.paymentId(),
                ids.next(),
                date,
                "payment_returned",
                "It bounced",
                NOTES,
                now())));
  }

  /** Reverses one entry of a loan. */
  public EntryReversed reverse(LoanId loan, UUID entryId, LocalDate date) {
    return append(EntryReversed.class, reversal(loan, entryId, ids.next(), null, date));
  }

  List<LoanEvent> reversal(
      LoanId loan, UUID entryId, UUID reversalId, UUID batchEntryId, LocalDate date) {
    return Reversal.decide(
        state(loan),
        new ReverseEntry(
            loan,
            entryId,
            reversalId,
            batchEntryId,
            date,
            "error_correction",
            "Booked twice",
            NOTES,
            now()));
  }

  /** Closes a settled loan. */
  public void close(LoanId loan, LocalDate date) {
    append(Closing.decide(state(loan), new CloseLoan(loan, date, "Settled", now())));
  }

  /** Books interest on several loans of one currency, as one batch. */
  public AccrualBatchPosted accrue(LocalDate date, List<LoanId> ofLoans, long minorEach) {
    return new Batches(this).accrue(date, ofLoans, minorEach);
  }

  /** Reverses a whole batch. */
  public AccrualBatchReversed reverse(AccrualBatchPosted posted, LocalDate date) {
    return new Batches(this).reverse(posted, date);
  }

  /** The rarer things that happen to loans. */
  public Servicing servicing() {
    return new Servicing(this);
  }

  String tenant() {
    return tenant;
  }

  UUID nextId() {
    return ids.next();
  }

  /** Appends what was decided of several loans, once nothing of it was refused. */
  void appendTogether(List<LedgerEvent> together) {
    for (LedgerEvent event : together) {
      if (event instanceof LoanEvent ofLoan) {
        loans.get(ofLoan.loan()).evolve(ofLoan);
      }
    }
    events.append(together);
  }
}
