package io.cascadeledger.api.history;

import io.cascadeledger.api.history.DebtorParts.ClaimFeeAnswer;
import io.cascadeledger.api.history.DebtorParts.DebtorStateAnswer;
import io.cascadeledger.api.history.DebtorParts.PromiseAnswer;
import io.cascadeledger.api.history.DebtorParts.ScoreStateAnswer;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimDetails;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a claim that no account's entries manage was after one of its events. */
@Describe(
    "A claim after one of its events. Amounts are in minor units. Nothing that is known of people is"
        + " in it.")
record ClaimStateAnswer(
    @Describe("active or resolved; deleted if it was withdrawn.") String status,
    @Describe(value = "Why it was resolved.", optional = true) String resolution,
    @Describe("Where its collection stood: running, paused or stopped.") String journey,
    @Describe(value = "Its currency, if it was said.", optional = true) String currency,
    @Describe("What was owed without fees.") long amountMinor,
    @Describe("What was owed of fees.") long totalFeesMinor,
    @Describe("The fees one by one; none if only their sum was said.") List<ClaimFeeAnswer> fees,
    @Describe("When it fell due.") LocalDate currentDueDate,
    @Describe("When it went past due at first.") LocalDate originalDueDate,
    @Describe(value = "A group for reports.", optional = true) String portfolioReference,
    @Describe(value = "The product it is for.", optional = true) String productReference,
    @Describe(value = "Whom it is owed to.", optional = true) String creditorReference,
    @Describe(value = "How the debtor names it when paying.", optional = true)
        String paymentReference,
    @Describe(value = "The account it belongs to.", optional = true) String accountReference,
    @Describe(value = "Who owes it, if that was said.", optional = true)
        DebtorStateAnswer primaryDebtor,
    @Describe("Its scores.") List<ScoreStateAnswer> scores,
    @Describe("What was promised.") List<PromiseAnswer> promises,
    @Describe("The lender's notes, each as JSON.") Map<String, String> meta) {

  /** A claim that exists. */
  static ClaimStateAnswer of(ClaimState claim) {
    ClaimDetails details = claim.details();
    return new ClaimStateAnswer(
        claim.deleted() ? "deleted" : DebtorParts.word(claim.status()),
        DebtorParts.word(claim.resolution()),
        DebtorParts.word(claim.journey()),
        details.currency() == null ? null : details.currency().getCurrencyCode(),
        details.amountMinor(),
        details.totalFeesMinor(),
        DebtorParts.fees(details.fees()),
        details.currentDueDate(),
        details.originalDueDate(),
        details.portfolioReference(),
        details.productReference(),
        details.creditorReference(),
        details.paymentReference(),
        details.accountReference(),
        details.primaryDebtor() == null ? null : DebtorStateAnswer.of(details.primaryDebtor()),
        DebtorParts.scores(details.scores()),
        DebtorParts.promises(claim.promises()),
        DebtorParts.notes(details.meta()));
  }

  static ClaimStateAnswer example() {
    return new ClaimStateAnswer(
        "active",
        null,
        "running",
        "EUR",
        100_000,
        500,
        List.of(new ClaimFeeAnswer("REMINDER", 500)),
        LocalDate.of(2026, 2, 1),
        LocalDate.of(2026, 1, 1),
        null,
        null,
        null,
        null,
        "A-1",
        DebtorStateAnswer.example(),
        List.of(),
        List.of(new PromiseAnswer(LocalDate.of(2026, 3, 1), 50_000)),
        Map.of());
  }
}
