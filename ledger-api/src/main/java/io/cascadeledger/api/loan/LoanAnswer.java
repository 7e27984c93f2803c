package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.LoanView;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import io.cascadeledger.projections.loan.PendingPaymentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A loan as it is answered. */
record LoanAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("Who owes it.") UUID borrowerId,
    @Describe("The currency of all its movements.") String currency,
    @Describe("What it is: open, closed, charged_off, written_off or sold.") String status,
    @Describe("The day from which movements may count.") LocalDate effectiveAt,
    @Describe(value = "The lending program.", optional = true) String programId,
    @Describe(value = "The product that it was opened by.", optional = true) OpenedByAnswer product,
    @Describe("What was agreed.") TermsAnswer terms,
    @Describe("Your own notes.") Metadata metadata,
    @Describe("When the ledger recorded its opening.") Instant postedAt,
    @Describe(value = "The day from which it is closed.", optional = true) LocalDate closedOn,
    @Describe(
            value = "The last effective date that counts for its status, if that was asked.",
            optional = true)
        LocalDate asOfDate,
    @Describe(value = "When it was known, if that was asked.", optional = true) Instant knownAt,
    @Describe(
            value = "All that is pending, in minor units; left out if nothing is.",
            optional = true)
        String pendingMinor,
    @Describe(
            value =
                "The payments that are pending, in the order in which they were posted; the first"
                    + " hundred.",
            optional = true)
        List<PendingPaymentAnswer> pendingPayments) {

  /** A payment that is on its way to the loan. */
  @Describe("A pending payment.")
  record PendingPaymentAnswer(
      @Describe("The payment.") UUID paymentEventId,
      @Describe("The journal entry that books it in the layer PENDING.") UUID journalEntryId,
      @Describe("What is to be paid.") long amountMinor,
      @Describe("The day from which it is pending.") LocalDate effectiveAt,
      @Describe("When the ledger recorded it.") Instant postedAt,
      @Describe(value = "How it comes.", optional = true) String sourceMethod,
      @Describe(value = "Its name in another system.", optional = true) String externalRef) {

    private static PendingPaymentAnswer of(PendingPaymentView view) {
      return new PendingPaymentAnswer(
          view.paymentId(),
          view.entryId(),
          view.amountMinor(),
          view.effectiveDate(),
          view.postedAt(),
          view.sourceMethod(),
          view.externalRef());
    }
  }

  /** The version of the product that the loan was opened by. */
  @Describe("A version of a loan product.")
  record OpenedByAnswer(
      @Describe("The product's name.") String productId,
      @Describe("The number of the version.") int version) {

    private static OpenedByAnswer of(ProductVersion product) {
      return product == null ? null : new OpenedByAnswer(product.productId(), product.version());
    }
  }

  static LoanAnswer of(LoanView view, PendingPaymentQueries.OfLoan pending) {
    boolean nothing = pending.payments().isEmpty();
    return of(
        view,
        null,
        null,
        nothing ? null : pending.minor().toString(),
        nothing ? null : pending.payments().stream().map(PendingPaymentAnswer::of).toList());
  }

  static LoanAnswer of(LoanView view, LocalDate asOf, Instant knownAt) {
    return of(view, asOf, knownAt, null, null);
  }

  private static LoanAnswer of(
      LoanView view,
      LocalDate asOf,
      Instant knownAt,
      String pendingMinor,
      List<PendingPaymentAnswer> pending) {
    return new LoanAnswer(
        view.loan().value(),
        view.borrowerId(),
        view.currency().getCurrencyCode(),
        view.status().name().toLowerCase(Locale.ROOT),
        view.openedOn(),
        view.programId(),
        OpenedByAnswer.of(view.terms().product()),
        TermsAnswer.of(view.terms()),
        view.metadata(),
        view.openedAt(),
        view.closedOn(),
        asOf,
        knownAt,
        pendingMinor,
        pending);
  }

  static LoanAnswer example() {
    return new LoanAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        UUID.fromString("22222222-2222-2222-2222-222222222222"),
        "USD",
        "open",
        LocalDate.of(2026, 1, 15),
        "prog_7",
        new OpenedByAnswer("consumer-12", 1),
        TermsAnswer.example(1_000_000L),
        Metadata.NONE,
        Instant.parse("2026-01-15T12:00:00Z"),
        null,
        null,
        null,
        null,
        null);
  }
}
