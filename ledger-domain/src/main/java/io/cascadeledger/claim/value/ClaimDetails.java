package io.cascadeledger.claim.value;

import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What is said of an unmanaged claim.
 *
 * @param amountMinor what is owed without fees, in minor units
 * @param currency its currency; null if nobody said
 * @param totalFeesMinor what is owed of fees; the sum of those that are listed, if any are
 * @param fees the fees one by one, or none if only their sum is known
 * @param currentDueDate when it falls due
 * @param originalDueDate the day when it went past due
 * @param portfolioReference a group for reports, or null
 * @param productReference the product it is for, or null
 * @param creditorReference whom it is owed to, or null
 * @param paymentReference how the debtor names it when paying, or null
 * @param accountReference the account it belongs to, or null
 * @param scores its scores
 * @param primaryDebtor who owes it; null if nobody said
 * @param meta the lender's notes
 */
public record ClaimDetails(
    long amountMinor,
    Currency currency,
    long totalFeesMinor,
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

  public ClaimDetails {
    Objects.requireNonNull(currentDueDate, "currentDueDate must not be null");
    Objects.requireNonNull(originalDueDate, "originalDueDate must not be null");
    Objects.requireNonNull(meta, "meta must not be null");
    fees = List.copyOf(fees);
    scores = List.copyOf(scores);
    if (!fees.isEmpty()) {
      totalFeesMinor = fees.stream().mapToLong(ClaimFee::amountMinor).reduce(0, Math::addExact);
    }
  }

  /** The same with another amount. */
  public ClaimDetails withAmount(long minor) {
    return patched(ClaimPatch.ofAmount(minor));
  }

  /** The same with what a patch says; what it leaves open stays. */
  public ClaimDetails patched(ClaimPatch patch) {
    boolean feesChange = patch.fees() != null || patch.totalFeesMinor() != null;
    return new ClaimDetails(
        or(patch.amountMinor(), amountMinor),
        or(patch.currency(), currency),
        or(patch.totalFeesMinor(), feesChange ? 0L : totalFeesMinor),
        feesChange ? or(patch.fees(), List.of()) : fees,
        or(patch.currentDueDate(), currentDueDate),
        or(patch.originalDueDate(), originalDueDate),
        or(patch.portfolioReference(), portfolioReference),
        or(patch.productReference(), productReference),
        or(patch.creditorReference(), creditorReference),
        or(patch.paymentReference(), paymentReference),
        or(patch.accountReference(), accountReference),
        or(patch.scores(), scores),
        patch.primaryDebtor() == null ? primaryDebtor : debtor(patch.primaryDebtor()),
        meta.merge(patch.meta()));
  }

  /** What is sealed anew though it says the same is left as it was. */
  private Debtor debtor(Debtor given) {
    return primaryDebtor != null && primaryDebtor.saysTheSameAs(given) ? primaryDebtor : given;
  }

  private static <T> T or(T given, T known) {
    return given == null ? known : given;
  }
}
