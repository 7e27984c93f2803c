package io.cascadeledger.loan.reversal;

import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.PendingPayment;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Decides on a reversal: the entry's own lines, with those of its restatements, are mirrored, so
 * what it did is undone to the cent whatever the posting rules have become since. Later movements
 * are worked out as if it had never been there. A closed loan is re-opened by it.
 */
public final class Reversal {

  private Reversal() {}

  /**
   * Decides.
   *
   * @return the reversal, and what it restates of later movements
   * @throws Refused if there is no such entry, if it was reversed before, or if later movements
   *     depend on it
   */
  public static List<LoanEvent> decide(LoanState loan, ReverseEntry command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    Movement reversed = requireUnreversedEntry(loan, command);

    requireNotBefore(reversed.effectiveDate(), command);
    requireReversible(reversed);
    requireUnused(loan, reversed);
    Outcome outcome = Replay.takeOut(loan, reversed);
    EntryReversed reversal =
        new EntryReversed(
            command.loan(),
            command.reversedEntryId(),
            command.batchEntryId(),
            command.reasonCode(),
            command.reasonDescription(),
            command.metadata(),
            reversed.entry().reversal(command.entryId(), command.effectiveDate()),
            command.time().postedAt());
    return Restatements.with(reversal, outcome);
  }

  private static Movement requireUnreversedEntry(LoanState loan, ReverseEntry command) {
    Movement posted =
        loan.entry(command.reversedEntryId())
            .orElseThrow(
                () ->
                    loan.pending()
                        .ofEntry(command.reversedEntryId())
                        .map(pending -> ofPending(pending, command))
                        .orElseGet(() -> notFound(command)));
    if (posted.isReversed()) {
      throw alreadyReversed(command, posted.reversedBy());
    }
    return posted;
  }

  private static Refused notFound(ReverseEntry command) {
    return new Refused(
        RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
        "The loan has no journal entry " + command.reversedEntryId() + ".");
  }

  private static Refused alreadyReversed(ReverseEntry command, UUID reversal) {
    return new Refused(
        RefusalCode.ENTRY_ALREADY_REVERSED,
        "The journal entry %s was reversed by %s.".formatted(command.reversedEntryId(), reversal));
  }

  /** What is pending is voided or settled instead, and what has ended that stays. */
  private static Refused ofPending(PendingPayment pending, ReverseEntry command) {
    UUID entry = command.reversedEntryId();
    boolean hasEnded = entry.equals(pending.reversedBy());
    if (!hasEnded && !pending.isOpen()) {
      return alreadyReversed(command, pending.reversedBy());
    }
    requireNotBefore(hasEnded ? pending.endedOn() : pending.payment().effectiveDate(), command);
    return hasEnded ? correction(entry) : pending.refusal();
  }

  private static void requireNotBefore(LocalDate entry, ReverseEntry command) {
    if (command.effectiveDate().isBefore(entry)) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The reversal's effective date %s lies before that of the entry, %s."
              .formatted(command.effectiveDate(), entry));
    }
  }

  private static Refused correction(UUID entry) {
    return new Refused(
        RefusalCode.REVERSAL_NOT_REVERSIBLE,
        "The journal entry %s is itself a reversal. Post the movement again instead."
            .formatted(entry));
  }

  /** A chargeback of a payment, or a reduction of a charge, cannot stand without it. */
  private static void requireUnused(LoanState loan, Movement posted) {
    boolean used =
        switch (posted.type()) {
          case PAYMENT_RECEIVED, FEE_ASSESSED, PENALTY_ASSESSED ->
              loan.history().stream().anyMatch(it -> it.restsOn(posted));
          default -> false;
        };
    if (used) {
      throw new Refused(
          RefusalCode.BALANCE_WOULD_BE_NEGATIVE,
          "What the journal entry %s booked was charged back, waived or adjusted. Reverse that first."
              .formatted(posted.entryId()));
    }
  }

  private static void requireReversible(Movement posted) {
    if (posted.type() == EntryType.REVERSAL) {
      throw correction(posted.entryId());
    }
    if (posted.type() == EntryType.ACCRUAL && posted.depends()) {
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          ("The journal entry %s books interest that the ledger computes."
                  + " Waive it, or reverse what it follows from instead.")
              .formatted(posted.entryId()));
    }
    if (posted.type() == EntryType.RESTATEMENT || !posted.books()) {
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          ("The journal entry %s restates another or books nothing any more."
                  + " Reverse the movement that caused it instead.")
              .formatted(posted.entryId()));
    }
  }
}
