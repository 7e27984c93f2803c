package io.cascadeledger.account.event;

import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.ResolutionReason;
import java.time.LocalDate;
import java.util.List;

/**
 * What a managed claim comes to after all entries so far.
 *
 * @param amountMinor what is open of its invoice, in minor units
 * @param totalFeesMinor what is open of its fees
 * @param fees the same by name, in alphabetical order; those of zero are left out
 * @param currentDueDate when it falls due
 * @param status whether it is collected
 * @param resolution why it is not; null while it is
 * @param resolvedByHand whether the lender said so, and not the entries: then it stays resolved,
 *     whatever they come to
 */
public record ClaimFigures(
    long amountMinor,
    long totalFeesMinor,
    List<ClaimFee> fees,
    LocalDate currentDueDate,
    ClaimStatus status,
    ResolutionReason resolution,
    boolean resolvedByHand) {

  public ClaimFigures {
    fees = List.copyOf(fees);
  }
}
