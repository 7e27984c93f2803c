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
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;

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

    requireNotBeforeEntry(reversed, command);
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
                    new Refused(
                        RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
                        "The loan has no journal entry " + command.reversedEntryId() + "."));
    if (posted.isReversed()) {
      throw new Refused(
          RefusalCode.ENTRY_ALREADY_REVERSED,
          "The journal entry %s was reversed by %s."
              .formatted(command.reversedEntryId(), posted.reversedBy()));
    }
    return posted;
  }

  private static void requireNotBeforeEntry(Movement posted, ReverseEntry command) {
    if (command.effectiveDate().isBefore(posted.effectiveDate())) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The reversal's effective date %s lies before that of the entry, %s."
              .formatted(command.effectiveDate(), posted.effectiveDate()));
    }
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
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          "The journal entry %s is itself a reversal. Post the movement again instead."
              .formatted(posted.entryId()));
    }
    if (posted.type() == EntryType.ACCRUAL && posted.depends()) {
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          ("The journal entry %s books interest that the ledger computes."
                  + " Waive it, or reverse what it follows from instead.")
              .formatted(posted.entryId()));
    }
    if (posted.type() == EntryType.RESTATEMENT || posted.lines() == null) {
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          ("The journal entry %s restates another or books nothing any more."
                  + " Reverse the movement that caused it instead.")
              .formatted(posted.entryId()));
    }
  }
}
