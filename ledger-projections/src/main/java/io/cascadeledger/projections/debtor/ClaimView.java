package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A claim as it stands. Amounts are in minor units.
 *
 * @param reference its reference
 * @param managed whether the entries of its account manage it
 * @param accountReference the account it belongs to, or null
 * @param currency its currency; null if neither it nor an account says
 * @param amountMinor what is owed without fees
 * @param totalFeesMinor what is owed of fees
 * @param fees the fees one by one, or none if only their sum is known
 * @param currentDueDate when it falls due
 * @param originalDueDate the day when it went past due
 * @param portfolioReference a group for reports, or null
 * @param productReference the product it is for, or null
 * @param creditorReference whom it is owed to, or null
 * @param paymentReference how the debtor names it when paying, or null
 * @param debtorReference of a managed claim: which of the account's debtors owes it, or null
 * @param primaryDebtor of another: who owes it, sealed; or null
 * @param scores its scores
 * @param meta the lender's notes
 * @param status whether it is collected
 * @param resolution why it is not; null while it is
 * @param journey where its collection stands
 */
public record ClaimView(
    String reference,
    boolean managed,
    String accountReference,
    Currency currency,
    long amountMinor,
    long totalFeesMinor,
    List<ClaimFee> fees,
    LocalDate currentDueDate,
    LocalDate originalDueDate,
    String portfolioReference,
    String productReference,
    String creditorReference,
    String paymentReference,
    String debtorReference,
    Debtor primaryDebtor,
    List<Score> scores,
    Meta meta,
    ClaimStatus status,
    ResolutionReason resolution,
    JourneyState journey) {

  public ClaimView {
    fees = fees == null ? List.of() : List.copyOf(fees);
    scores = scores == null ? List.of() : List.copyOf(scores);
  }

  static ClaimView of(ManagedClaimCreated it) {
    ClaimFigures figures = it.figures();
    return new ClaimView(
        it.claimReference(),
        true,
        it.account().reference(),
        it.currency(),
        figures.amountMinor(),
        figures.totalFeesMinor(),
        figures.fees(),
        figures.currentDueDate(),
        it.originalDueDate(),
        it.portfolioReference(),
        it.productReference(),
        null,
        it.paymentReference(),
        it.debtorReference(),
        null,
        List.of(),
        it.meta(),
        figures.status(),
        figures.resolution(),
        JourneyState.RUNNING);
  }

  static ClaimView of(String reference, ClaimDetails details) {
    return new ClaimView(
        reference,
        false,
        details.accountReference(),
        details.currency(),
        details.amountMinor(),
        details.totalFeesMinor(),
        details.fees(),
        details.currentDueDate(),
        details.originalDueDate(),
        details.portfolioReference(),
        details.productReference(),
        details.creditorReference(),
        details.paymentReference(),
        null,
        details.primaryDebtor(),
        details.scores(),
        details.meta(),
        ClaimStatus.ACTIVE,
        null,
        JourneyState.RUNNING);
  }

  /** The same claim of which something else is said; where it stands stays. */
  ClaimView saying(ClaimDetails details) {
    return of(reference, details).standing(status, resolution).at(journey);
  }

  ClaimView with(ClaimFigures it) {
    return new ClaimView(
        reference,
        managed,
        accountReference,
        currency,
        it.amountMinor(),
        it.totalFeesMinor(),
        it.fees(),
        it.currentDueDate(),
        originalDueDate,
        portfolioReference,
        productReference,
        creditorReference,
        paymentReference,
        debtorReference,
        primaryDebtor,
        scores,
        meta,
        it.status(),
        it.resolution(),
        journey);
  }

  ClaimView owing(long minor) {
    return with(
        new ClaimFigures(minor, totalFeesMinor, fees, currentDueDate, status, resolution, false));
  }

  ClaimView standing(ClaimStatus now, ResolutionReason why) {
    return with(
        new ClaimFigures(amountMinor, totalFeesMinor, fees, currentDueDate, now, why, false));
  }

  ClaimView at(JourneyState state) {
    return new ClaimView(
        reference,
        managed,
        accountReference,
        currency,
        amountMinor,
        totalFeesMinor,
        fees,
        currentDueDate,
        originalDueDate,
        portfolioReference,
        productReference,
        creditorReference,
        paymentReference,
        debtorReference,
        primaryDebtor,
        scores,
        meta,
        status,
        resolution,
        state);
  }
}
