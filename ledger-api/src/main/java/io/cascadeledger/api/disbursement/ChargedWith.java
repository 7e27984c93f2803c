package io.cascadeledger.api.disbursement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.PenaltyAssessed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A fee or penalty that falls due with a disbursement. */
@Describe("A fee or penalty that was charged with the disbursement.")
record ChargedWith(
    @Describe("The fee or penalty.") UUID chargeId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("Its code in the loan's terms.") String code,
    @Describe("fees or penalties.") String component,
    @Describe("How much it is, in minor units.") long amountMinor) {

  /** What was charged, or null if nothing was. */
  static List<ChargedWith> anyOf(Posted posted) {
    if (posted.events().size() == 1) {
      return null;
    }
    List<ChargedWith> all = posted.events().stream().flatMap(ChargedWith::of).toList();
    return all.isEmpty() ? null : all;
  }

  private static Stream<ChargedWith> of(Object event) {
    return switch (event) {
      case FeeAssessed fee ->
          Stream.of(
              new ChargedWith(
                  fee.feeId(), fee.entry().id(), fee.feeType(), "fees", fee.amount().minorUnits()));
      case PenaltyAssessed penalty ->
          Stream.of(
              new ChargedWith(
                  penalty.penaltyId(),
                  penalty.entry().id(),
                  penalty.penaltyType(),
                  "penalties",
                  penalty.amount().minorUnits()));
      default -> Stream.empty();
    };
  }
}
