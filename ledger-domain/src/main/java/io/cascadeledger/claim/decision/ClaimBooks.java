package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.DebitsFirst;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** What unmanaged claims book. */
final class ClaimBooks {

  private ClaimBooks() {}

  /** A claim is placed: its amount is the creditor's, its fees are earned. */
  static JournalEntry placed(ClaimDetails claim, UUID entryId, LocalDate date) {
    return entry(
        entryId,
        EntryType.CLAIM_PLACED,
        date,
        claim.currency(),
        new Difference(claim.amountMinor(), ChartOfAccounts.CLAIMS_PLACED),
        new Difference(claim.totalFeesMinor(), ChartOfAccounts.CLAIM_FEE_INCOME));
  }

  /** A claim is deleted: what is left of it was never placed. */
  static JournalEntry withdrawn(ClaimDetails claim, UUID entryId, LocalDate date) {
    return entry(
        entryId,
        EntryType.CLAIM_WITHDRAWN,
        date,
        claim.currency(),
        new Difference(-claim.amountMinor(), ChartOfAccounts.CLAIMS_PLACED),
        new Difference(-claim.totalFeesMinor(), ChartOfAccounts.CLAIM_FEE_INCOME));
  }

  /** What is said of a claim changes: less because it was paid is money, all else an adjustment. */
  static JournalEntry changed(
      ClaimDetails before, ClaimDetails after, String reason, UUID entryId, LocalDate date) {
    boolean paid = ResolutionReason.CLAIM_PAID.name().equals(reason);
    AccountCode less =
        paid ? ChartOfAccounts.COLLECTIONS_CLEARING : ChartOfAccounts.CLAIM_ADJUSTMENTS;
    long amount = after.amountMinor() - before.amountMinor();
    long fees = after.totalFeesMinor() - before.totalFeesMinor();
    return entry(
        entryId,
        EntryType.CLAIM_CHANGED,
        date,
        after.currency(),
        new Difference(amount, amount < 0 ? less : ChartOfAccounts.CLAIM_ADJUSTMENTS),
        new Difference(fees, fees < 0 ? less : ChartOfAccounts.CLAIM_FEE_INCOME));
  }

  /** A claim is credited (less) or debited (more) by an amount, which may be negative here. */
  static JournalEntry adjusted(Money more, UUID entryId, LocalDate date) {
    return entry(
        entryId,
        EntryType.ADJUSTMENT,
        date,
        more.currency(),
        new Difference(more.minorUnits(), ChartOfAccounts.CLAIM_ADJUSTMENTS),
        new Difference(0, ChartOfAccounts.CLAIM_FEE_INCOME));
  }

  /** How much more is owed, and the account that has the other side of it. */
  private record Difference(long moreMinor, AccountCode otherSide) {}

  private static JournalEntry entry(
      UUID id,
      EntryType type,
      LocalDate date,
      Currency currency,
      Difference amount,
      Difference fees) {
    if (amount.moreMinor() == 0 && fees.moreMinor() == 0) {
      return null;
    }
    Lines lines =
        DebitsFirst.lines(
            currency,
            new DebitsFirst(ChartOfAccounts.CLAIMS_RECEIVABLE, amount.moreMinor()),
            new DebitsFirst(ChartOfAccounts.CLAIM_FEES_RECEIVABLE, fees.moreMinor()),
            new DebitsFirst(amount.otherSide(), -amount.moreMinor()),
            new DebitsFirst(fees.otherSide(), -fees.moreMinor()));
    return new JournalEntry(id, type, date, lines);
  }
}
