package io.cascadeledger.api.movement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.state.Movement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to most movements. */
public record MovementReceipt(
    @Describe("The movement.") UUID movementEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe(value = "How it was split, if it is one that is split.", optional = true)
        AllocationAnswer allocation,
    @Describe("The entries that do something else since, because they count later.")
        List<RestatedEntry> restated,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  /** Made of what was posted, of which a movement is the first. */
  public static MovementReceipt of(Posted posted) {
    LoanMovement event = (LoanMovement) posted.event();
    Movement movement = Movement.of(event, 0);
    return new MovementReceipt(
        movement.id(),
        movement.entryId(),
        AllocationAnswer.of(movement.allocation()),
        RestatedEntry.allOf(posted),
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  /** An example for the description. */
  public static MovementReceipt example() {
    return new MovementReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        AllocationAnswer.example(),
        List.of(),
        Instant.parse("2026-05-01T12:00:00Z"),
        null);
  }
}
