package io.cascadeledger.api.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.state.AccountContents;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.account.state.KnownClaim;
import io.cascadeledger.account.state.KnownEntry;
import io.cascadeledger.api.history.DebtorParts.ClaimFeeAnswer;
import io.cascadeledger.api.history.DebtorParts.DebtorProductAnswer;
import io.cascadeledger.api.history.DebtorParts.DebtorStateAnswer;
import io.cascadeledger.api.history.DebtorParts.MandateStateAnswer;
import io.cascadeledger.api.history.DebtorParts.PromiseAnswer;
import io.cascadeledger.api.history.DebtorParts.ScoreStateAnswer;
import io.cascadeledger.api.json.Describe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a debtor account was after one of its events. */
@Describe(
    "A debtor account after one of its events, with the claims that its entries manage. Nothing that"
        + " is known of people is in it.")
record DebtorAccountStateAnswer(
    @Describe("The currency of all its entries.") String currency,
    @Describe(value = "How debtors name it when paying.", optional = true) String paymentReference,
    @Describe(value = "A group for reports.", optional = true) String portfolioReference,
    @Describe("The lender's notes, each as JSON.") Map<String, String> meta,
    @Describe("What was open of all its entries, in minor units.") long openMinor,
    @Describe("Money that paid nothing yet.") long unappliedMinor,
    @Describe("How many entries it had.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long entryCount,
    @Describe("The entries of which something was open or unapplied.")
        List<EntryStateAnswer> entries,
    @Describe("The claims that its entries manage.") List<ManagedClaimStateAnswer> claims,
    @Describe("Its products.") List<DebtorProductAnswer> products,
    @Describe("Its debtors.") List<DebtorStateAnswer> debtors,
    @Describe("Its scores.") List<ScoreStateAnswer> scores,
    @Describe("Its mandates.") List<MandateStateAnswer> mandates) {

  /** An entry of which something was open or unapplied. */
  @Describe("An entry of a debtor account. Amounts are in minor units.")
  record EntryStateAnswer(
      @Describe("The lender's reference.") String ledgerEntryReference,
      @Describe("What it is, such as invoice or payment.") String kind,
      @Describe(value = "The claim it is a part of.", optional = true) String claimReference,
      @Describe(value = "When it falls due.", optional = true) LocalDate dueDate,
      @Describe("What was open of it.") long openMinor,
      @Describe("What was paid on it; of a payment, what paid its target.") long paidMinor,
      @Describe("What of a payment paid nothing.") long unappliedMinor) {

    private static EntryStateAnswer of(KnownEntry entry) {
      return new EntryStateAnswer(
          entry.reference(),
          DebtorParts.word(entry.kind()),
          entry.claim(),
          entry.dueDate(),
          entry.openMinor(),
          entry.paidMinor(),
          entry.unappliedMinor());
    }
  }

  /** A claim that the account's entries manage. */
  @Describe("A claim that the account's entries manage. Amounts are in minor units.")
  record ManagedClaimStateAnswer(
      @Describe("Its reference, that of its invoice.") String claimReference,
      @Describe("active or resolved.") String status,
      @Describe(value = "Why it was resolved.", optional = true) String resolution,
      @Describe("Where its collection stood: running, paused or stopped.") String journey,
      @Describe("What was owed without fees.") long amountMinor,
      @Describe("What was owed of fees.") long totalFeesMinor,
      @Describe("The fees.") List<ClaimFeeAnswer> fees,
      @Describe("When it fell due.") LocalDate currentDueDate,
      @Describe("What was promised.") List<PromiseAnswer> promises) {

    private static ManagedClaimStateAnswer of(KnownClaim claim) {
      ClaimFigures figures = claim.figures();
      return new ManagedClaimStateAnswer(
          claim.reference(),
          DebtorParts.word(figures.status()),
          DebtorParts.word(figures.resolution()),
          DebtorParts.word(claim.journey()),
          figures.amountMinor(),
          figures.totalFeesMinor(),
          DebtorParts.fees(figures.fees()),
          figures.currentDueDate(),
          DebtorParts.promises(claim.promisesMinor()));
    }
  }

  /** An account that exists. */
  static DebtorAccountStateAnswer of(AccountState account) {
    AccountDetails details = account.details();
    AccountContents contents = account.contents();
    return new DebtorAccountStateAnswer(
        details.currency().getCurrencyCode(),
        details.paymentReference(),
        details.portfolioReference(),
        DebtorParts.notes(details.meta()),
        account.openMinor(),
        account.unappliedMinor(),
        contents.entries().size(),
        contents.entries().stream()
            .filter(entry -> entry.openMinor() != 0 || entry.unappliedMinor() != 0)
            .map(EntryStateAnswer::of)
            .toList(),
        contents.claims().stream().map(ManagedClaimStateAnswer::of).toList(),
        contents.products().stream().map(DebtorProductAnswer::of).toList(),
        contents.debtors().stream().map(DebtorStateAnswer::of).toList(),
        DebtorParts.scores(contents.scores()),
        contents.mandates().stream().map(MandateStateAnswer::of).toList());
  }

  static DebtorAccountStateAnswer example() {
    LocalDate due = LocalDate.of(2026, 2, 1);
    return new DebtorAccountStateAnswer(
        "EUR",
        null,
        null,
        Map.of("branch", "\"Graz\""),
        100_500,
        0,
        2,
        List.of(new EntryStateAnswer("I-1", "invoice", "I-1", due, 100_000, 0, 0)),
        List.of(
            new ManagedClaimStateAnswer(
                "I-1",
                "active",
                null,
                "running",
                100_000,
                500,
                List.of(new ClaimFeeAnswer("REMINDER", 500)),
                due,
                List.of(new PromiseAnswer(LocalDate.of(2026, 3, 1), 50_000)))),
        List.of(),
        List.of(DebtorStateAnswer.example()),
        List.of(),
        List.of());
  }
}
