package io.cascadeledger.account.decision;

import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.state.KnownEntry;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.DebitsFirst;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** What entries of debtor accounts book. */
final class EntryBooks {

  private EntryBooks() {}

  /**
   * The journal entry of an entry.
   *
   * @param effect what the entry changes of what is open
   * @param changed the entry of which more or less is open; null if it is a new one, or none
   * @return null if no money moves
   */
  static JournalEntry entry(
      LedgerEntry entry,
      EntryEffect effect,
      KnownEntry changed,
      Currency currency,
      UUID entryId,
      LocalDate date) {
    long open = effect.openMinor();
    long unapplied = effect.unappliedMinor();
    if (open == 0 && unapplied == 0) {
      return null;
    }
    Lines lines =
        DebitsFirst.lines(
            currency,
            new DebitsFirst(
                receivable(changed == null ? EntryKind.of(entry) : changed.kind()), open),
            new DebitsFirst(ChartOfAccounts.UNAPPLIED_CREDIT, -unapplied),
            new DebitsFirst(otherSide(entry), unapplied - open));
    return new JournalEntry(entryId, type(entry), date, lines);
  }

  private static AccountCode receivable(EntryKind kind) {
    return kind == EntryKind.FEE
        ? ChartOfAccounts.CLAIM_FEES_RECEIVABLE
        : ChartOfAccounts.CLAIMS_RECEIVABLE;
  }

  private static AccountCode otherSide(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Invoice _ -> ChartOfAccounts.CLAIMS_PLACED;
      case LedgerEntry.Fee _ -> ChartOfAccounts.CLAIM_FEE_INCOME;
      case LedgerEntry.Payment _, LedgerEntry.Chargeback _ -> ChartOfAccounts.COLLECTIONS_CLEARING;
      case LedgerEntry.Discount _ -> ChartOfAccounts.CLAIM_DISCOUNTS;
      case LedgerEntry.Adjustment _ -> ChartOfAccounts.CLAIM_ADJUSTMENTS;
      case LedgerEntry.Reporting _ -> throw movesNothing(entry);
    };
  }

  private static EntryType type(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Invoice _ -> EntryType.INVOICE;
      case LedgerEntry.Fee _ -> EntryType.FEE_ASSESSED;
      case LedgerEntry.Payment _ -> EntryType.PAYMENT_RECEIVED;
      case LedgerEntry.Chargeback _ -> EntryType.CHARGEBACK;
      case LedgerEntry.Discount _ -> EntryType.DISCOUNT;
      case LedgerEntry.Adjustment _ -> EntryType.ADJUSTMENT;
      case LedgerEntry.Reporting _ -> throw movesNothing(entry);
    };
  }

  private static IllegalArgumentException movesNothing(LedgerEntry entry) {
    return new IllegalArgumentException(entry.reference() + " moves no money");
  }
}
