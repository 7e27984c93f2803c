package io.cascadeledger.api.movement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.loan.MovementView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A movement before its restatements. */
@Describe("What a movement was when it was posted, and what has restated it since.")
public record AsPosted(
    @Describe("Its amount then.") long amountMinor,
    @Describe(value = "How it was split then, if it is one that is split.", optional = true)
        AllocationAnswer allocation,
    @Describe("Its restatements, the last one last; the last 100 if there are more.")
        List<RestatedBy> restatements) {

  /** A restatement of a movement. */
  @Describe("A restatement of a movement.")
  public record RestatedBy(
      @Describe("The entry that books the difference.") UUID journalEntryId,
      @Describe("The entry, or the change of terms, because of which.") UUID causedByEntryId) {}

  /**
   * What a movement was.
   *
   * @return null if it is still what it was
   */
  public static @Nullable AsPosted of(MovementView movement) {
    MovementView.AsPosted then = movement.asPosted();
    return then == null
        ? null
        : new AsPosted(
            then.amountMinor(),
            AllocationAnswer.of(then.allocation()),
            then.restatements().stream()
                .map(it -> new RestatedBy(it.entryId(), it.causedById()))
                .toList());
  }
}
