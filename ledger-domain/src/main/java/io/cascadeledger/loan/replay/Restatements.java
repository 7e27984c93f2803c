package io.cascadeledger.loan.replay;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.LoanArrangement;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.posting.Effect;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Replay.Restated;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes what a change of the history has changed of later movements as events. */
public final class Restatements {

  private Restatements() {}

  /**
   * A movement whose effect is given, and the restatements that it causes.
   *
   * @param loan the loan before it
   * @param movement the movement
   * @return the movement first, then the restatements in the order of the movements
   * @throws io.cascadeledger.refusal.Refused if a balance would become unsound on any day, or too
   *     much would change
   */
  public static List<LoanEvent> given(LoanState loan, LoanMovement movement) {
    return with(movement, Replay.put(loan, Movement.of(movement, loan.nextSequence())));
  }

  /**
   * The event of a movement and those of the restatements that it causes.
   *
   * @param cause the movement or reversal
   * @param outcome what it changes
   * @return the cause first, then the restatements in the order of the movements
   */
  public static List<LoanEvent> with(LoanMovement cause, Outcome outcome) {
    return with(cause, cause.entry().id(), outcome);
  }

  /**
   * The event of a movement, those that come with it, and those of the restatements that they cause
   * together.
   *
   * @param cause the movement
   * @param behind what comes with it, in its order
   * @param outcome what they change
   * @return the cause first, then what comes with it, then the restatements
   */
  public static List<LoanEvent> with(
      LoanMovement cause, List<? extends LoanEvent> behind, Outcome outcome) {
    if (behind.isEmpty()) {
      return with(cause, outcome);
    }
    List<LoanEvent> events = new ArrayList<>(with(cause, outcome));
    events.addAll(1, behind);
    return events;
  }

  /**
   * The event of an arrangement and those of the restatements that it causes.
   *
   * @param cause the arrangement
   * @param outcome what it changes
   * @return the cause first, then the restatements in the order of the movements
   */
  public static List<LoanEvent> with(LoanArrangement cause, Outcome outcome) {
    return with(cause, cause.arrangementId(), outcome);
  }

  private static List<LoanEvent> with(LoanEvent cause, UUID causeId, Outcome outcome) {
    if (outcome.restated().isEmpty()) {
      return List.of(cause);
    }
    List<LoanEvent> events = new ArrayList<>(outcome.restated().size() + 1);
    events.add(cause);
    outcome.restated().forEach(it -> restated(cause, causeId, it).ifPresent(events::add));
    return events;
  }

  /** It counts on the movement's day, but not before what caused it. */
  private static Optional<LoanEvent> restated(LoanEvent cause, UUID causeId, Restated restated) {
    Movement movement = restated.movement();
    LocalDate date =
        movement.effectiveDate().isBefore(cause.effectiveDate())
            ? cause.effectiveDate()
            : movement.effectiveDate();
    return difference(movement, restated.effect())
        .map(
            lines ->
                new EntryRestated(
                    cause.loan(),
                    movement.entryId(),
                    causeId,
                    restated.effect().allocation(),
                    new JournalEntry(
                        entryId(causeId, movement), EntryType.RESTATEMENT, date, lines),
                    cause.postedAt()));
  }

  private static Optional<Lines> difference(Movement movement, Effect effect) {
    if (movement.lines() == null) {
      return Optional.ofNullable(effect.lines());
    }
    return effect.lines() == null
        ? Optional.of(movement.lines().mirrored())
        : effect.lines().minus(movement.lines());
  }

  /** Follows from what caused it and what is restated, so that deciding again gives the same. */
  private static UUID entryId(UUID causeId, Movement movement) {
    return UUID.nameUUIDFromBytes(
        (causeId + "/" + movement.entryId()).getBytes(StandardCharsets.US_ASCII));
  }
}
