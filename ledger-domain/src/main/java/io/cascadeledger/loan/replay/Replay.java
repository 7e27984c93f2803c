package io.cascadeledger.loan.replay;

import static io.cascadeledger.loan.state.MovementRules.requireSound;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.posting.Effect;
import io.cascadeledger.loan.posting.PostingRules;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts a movement in its place in the loan's history, or takes one out, and finds out what the
 * later movements do then: the same as if all had been posted in the order of their effective dates
 * from the beginning. What comes on or after the last movement's date, which is nearly everything,
 * changes nothing else and is decided on where the loan stands.
 */
public final class Replay {

  private final Standing standing;
  private final PostingAccounts accounts;
  private final List<Restated> restated = new ArrayList<>();

  private Replay(Standing standing, PostingAccounts accounts) {
    this.standing = standing;
    this.accounts = accounts;
  }

  /**
   * A later movement that does something else now.
   *
   * @param movement the movement as it counted so far
   * @param effect what it does now
   */
  public record Restated(Movement movement, Effect effect) {}

  /**
   * What comes of a change of the history.
   *
   * @param movement the movement that was put in, with its effect; null if one was taken out
   * @param behind the movements that were put in right behind it, with their effects
   * @param restated the later movements that do something else now, in their order
   */
  public record Outcome(Movement movement, List<Movement> behind, List<Restated> restated) {

    Outcome(Movement movement, List<Restated> restated) {
      this(movement, List.of(), restated);
    }
  }

  /**
   * Puts a movement in its place.
   *
   * @param loan the loan
   * @param draft the movement; if its effect {@linkplain Movement#depends depends} on the loan, it
   *     is worked out here
   * @return its effect, and what it changes of later ones
   * @throws Refused if a balance would become unsound on any day, or too much would change
   */
  public static Outcome put(LoanState loan, Movement draft) {
    return put(
        loan,
        draft,
        _ -> {
          // Whatever it does there is right.
        });
  }

  /**
   * Puts a movement in its place, if what it does there is right.
   *
   * @param loan the loan
   * @param draft the movement
   * @param check refuses what the movement does in its place, before anything comes of it
   * @return its effect, and what it changes of later ones
   * @throws Refused as the check does, or if a balance would become unsound on any day, or too much
   *     would change
   */
  public static Outcome put(LoanState loan, Movement draft, Consumer<Movement> check) {
    Standing now = loan.standing();
    if (now.isFollowedBy(draft) && !reschedules(now, draft)) {
      requirePlace(now, draft);
      Movement movement = decided(loan.accounts(), now, draft);
      check.accept(movement);
      if (movement.lines() != null) {
        requireSound(now.balance().plus(movement.lines()));
      }
      return new Outcome(movement, List.of());
    }
    return put(loan, draft, List.of(), check);
  }

  /**
   * Puts a movement and what comes with it in their places.
   *
   * @param loan the loan
   * @param draft the movement
   * @param behind what is put right behind it, on the same day; what it does there is worked out
   * @return their effects, and what they change of later ones
   * @throws Refused if a balance would become unsound on any day, or too much would change
   */
  public static Outcome put(LoanState loan, Movement draft, List<Movement> behind) {
    return behind.isEmpty() ? put(loan, draft) : put(loan, draft, behind, _ -> {});
  }

  private static Outcome put(
      LoanState loan, Movement draft, List<Movement> behind, Consumer<Movement> check) {
    List<Movement> history = loan.history();
    int place = 0;
    while (place < history.size() && history.get(place).compareTo(draft) < 0) {
      place++;
    }
    Replay replay = upTo(loan, history.subList(0, place));
    Movement movement = replay.decided(draft);
    check.accept(movement);
    replay.apply(movement);
    List<Movement> followers = new ArrayList<>(behind.size());
    for (Movement follower : behind) {
      followers.add(replay.decided(follower));
      replay.apply(followers.getLast());
    }
    replay.restate(history.subList(place, history.size()));
    return new Outcome(movement, followers, List.copyOf(replay.restated));
  }

  /**
   * Takes a movement out.
   *
   * @param loan the loan
   * @param undone one of its movements
   * @return what that changes of later ones
   * @throws Refused if a balance would become unsound on any day, or too much would change
   */
  public static Outcome takeOut(LoanState loan, Movement undone) {
    List<Movement> history = loan.history();
    int place = history.indexOf(undone);
    Replay replay = upTo(loan, history.subList(0, place));
    replay.restate(history.subList(place + 1, history.size()));
    return new Outcome(null, List.copyOf(replay.restated));
  }

  /** Whether it makes a new schedule: that this can be made is tried before it happens. */
  private static boolean reschedules(Standing now, Movement draft) {
    return now.servicing().isPresent()
        && (draft.type() == EntryType.DISBURSEMENT || draft.type() == EntryType.TERMS_CHANGE);
  }

  private static Replay upTo(LoanState loan, List<Movement> earlier) {
    Standing standing = loan.beginning();
    earlier.forEach(standing::apply);
    return new Replay(standing, loan.accounts());
  }

  private Movement decided(Movement draft) {
    return decided(accounts, standing, draft);
  }

  private static Movement decided(PostingAccounts accounts, Standing standing, Movement draft) {
    if (!draft.depends()) {
      return draft;
    }
    Effect effect = PostingRules.effect(standing, draft);
    return draft.with(
        effect.lines() == null ? null : accounts.of(effect.lines()), effect.allocation());
  }

  private void restate(List<Movement> later) {
    for (Movement movement : later) {
      Movement again = decided(movement);
      if (!again.equals(movement)) {
        restated.add(new Restated(movement, Effect.of(again)));
        requireFew();
      }
      apply(again);
    }
  }

  private void apply(Movement movement) {
    requirePlace(standing, movement);
    try {
      standing.apply(movement);
    } catch (ArithmeticException | DateTimeException _) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND,
          "The schedule would have amounts or dates that are too large.");
    }
    requireSound(standing);
  }

  private static void requirePlace(Standing standing, Movement movement) {
    if (standing.servicing().isEmpty()) {
      return;
    }
    Servicing servicing = standing.servicing().get();
    LocalDate date = movement.effectiveDate();
    if (movement.type() == EntryType.DISBURSEMENT && !servicing.takesDisbursement(date)) {
      throw new Refused(
          RefusalCode.DISBURSEMENT_OUTSIDE_SCHEDULE,
          "No instalment is left to pay back what is disbursed on %s.".formatted(date));
    }
    if (movement.type() == EntryType.TERMS_CHANGE && !servicing.takes(movement)) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND,
          "A schedule has at most %d instalments.".formatted(Limits.INSTALMENTS));
    }
  }

  private void requireFew() {
    if (restated.size() > Limits.RESTATEMENTS) {
      throw new Refused(
          RefusalCode.TOO_MANY_RESTATEMENTS,
          "More than %d later movements would have to be restated.".formatted(Limits.RESTATEMENTS));
    }
  }
}
