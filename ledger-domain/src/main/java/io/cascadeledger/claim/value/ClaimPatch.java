package io.cascadeledger.claim.value;

import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What is to be said of an unmanaged claim from now on; the parts are those of {@link
 * ClaimDetails}. What is null stays as it is; notes are merged.
 */
public record ClaimPatch(
    Long amountMinor,
    Currency currency,
    Long totalFeesMinor,
    List<ClaimFee> fees,
    LocalDate currentDueDate,
    LocalDate originalDueDate,
    String portfolioReference,
    String productReference,
    String creditorReference,
    String paymentReference,
    String accountReference,
    List<Score> scores,
    Debtor primaryDebtor,
    Meta meta) {

  public ClaimPatch {
    fees = fees == null ? null : List.copyOf(fees);
    scores = scores == null ? null : List.copyOf(scores);
    Objects.requireNonNull(meta, "meta must not be null");
  }

  /** A patch of the amount alone, in minor units. */
  public static ClaimPatch ofAmount(long minor) {
    return new ClaimPatch(
        minor, null, null, null, null, null, null, null, null, null, null, null, null, Meta.NONE);
  }

  /** A patch that says all that the details of a claim say. */
  public static ClaimPatch of(ClaimDetails details) {
    return new ClaimPatch(
        details.amountMinor(),
        details.currency(),
        details.totalFeesMinor(),
        details.fees(),
        details.currentDueDate(),
        details.originalDueDate(),
        details.portfolioReference(),
        details.productReference(),
        details.creditorReference(),
        details.paymentReference(),
        details.accountReference(),
        details.scores(),
        details.primaryDebtor(),
        details.meta());
  }
}
