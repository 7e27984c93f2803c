package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.LoanView;
import java.time.Instant;
import java.time.LocalDate;
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
    @Describe(value = "When it was known, if that was asked.", optional = true) Instant knownAt) {

  /** The version of the product that the loan was opened by. */
  @Describe("A version of a loan product.")
  record OpenedByAnswer(
      @Describe("The product's name.") String productId,
      @Describe("The number of the version.") int version) {

    private static OpenedByAnswer of(ProductVersion product) {
      return product == null ? null : new OpenedByAnswer(product.productId(), product.version());
    }
  }

  static LoanAnswer of(LoanView view, LocalDate asOf, Instant knownAt) {
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
        knownAt);
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
        null);
  }
}
