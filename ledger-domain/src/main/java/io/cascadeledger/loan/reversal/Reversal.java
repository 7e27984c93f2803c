package io.cascadeledger.loan.reversal;

import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireSoundBalance;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.PostedEntry;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;

/**
 * Decides on a reversal: the entry's own lines are mirrored, so what it did is undone to the cent
 * whatever the posting rules have become since. A closed loan is re-opened by it.
 */
public final class Reversal {

  private Reversal() {}

  /**
   * Decides.
   *
   * @throws Refused if there is no such entry, if it was reversed before, or if later movements
   *     depend on it
   */
  public static EntryReversed decide(LoanState loan, ReverseEntry command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    PostedEntry reversed = requireUnreversedEntry(loan, command);

    requireNotBeforeEntry(reversed, command);
    requireReversible(reversed);
    JournalEntry reversal = reversed.entry().reversal(command.entryId(), command.effectiveDate());
    requireSoundBalance(loan, reversal.lines());

    return new EntryReversed(
        command.loan(),
        command.reversedEntryId(),
        command.batchEntryId(),
        command.reasonCode(),
        command.reasonDescription(),
        command.metadata(),
        reversal,
        command.time().postedAt());
  }

  private static PostedEntry requireUnreversedEntry(LoanState loan, ReverseEntry command) {
    PostedEntry posted =
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

  private static void requireNotBeforeEntry(PostedEntry posted, ReverseEntry command) {
    if (command.effectiveDate().isBefore(posted.entry().effectiveDate())) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The reversal's effective date %s lies before that of the entry, %s."
              .formatted(command.effectiveDate(), posted.entry().effectiveDate()));
    }
  }

  private static void requireReversible(PostedEntry posted) {
    if (posted.entry().type() == EntryType.REVERSAL) {
      throw new Refused(
          RefusalCode.REVERSAL_NOT_REVERSIBLE,
          "The journal entry %s is itself a reversal. Post the movement again instead."
              .formatted(posted.entry().id()));
    }
  }
}
