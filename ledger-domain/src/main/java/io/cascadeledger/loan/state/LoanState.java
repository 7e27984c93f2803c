package io.cascadeledger.loan.state;

import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a loan must remember to decide on the next command: the fold of its events. Only {@link
 * #evolve} changes it, and never refuses.
 */
public final class LoanState {

  private UUID borrowerId;
  private Currency currency;
  private LocalDate openedOn;
  private Long principalLimitMinor;
  private boolean closed;
  private long disbursedMinor;
  private LoanBalance balance = LoanBalance.ZERO;
  private Map<UUID, PostedEntry> entries = new LinkedHashMap<>();

  /**
   * Takes one event of the loan into account.
   *
   * @param event the event, which has happened
   */
  public void evolve(LoanEvent event) {
    switch (event) {
      case LoanOpened opened -> {
        borrowerId = opened.borrowerId();
        currency = opened.currency();
        openedOn = opened.effectiveDate();
        principalLimitMinor = opened.terms() == null ? null : opened.terms().principalMinor();
      }
      case EntryReversed reversal -> {
        book(reversal.entry());
        PostedEntry reversed = entries.get(reversal.reversedEntryId());
        entries.put(reversal.reversedEntryId(), reversed.reversedBy(reversal.entry().id()));
        disbursedMinor -= disbursedBy(reversed.entry());
        closed = false;
      }
      case LoanMovement movement -> {
        book(movement.entry());
        disbursedMinor += disbursedBy(movement.entry());
      }
      case LoanClosed _ -> closed = true;
    }
  }

  private void book(JournalEntry entry) {
    balance = balance.plus(entry.lines());
    entries.put(entry.id(), new PostedEntry(entry, null));
  }

  private static long disbursedBy(JournalEntry entry) {
    return entry.type() == EntryType.DISBURSEMENT
        ? entry.lines().debitMinusCredit(ChartOfAccounts.PRINCIPAL_RECEIVABLE)
        : 0;
  }

  /** Who owes the loan. */
  public UUID borrowerId() {
    return borrowerId;
  }

  /** The currency of all the loan's movements. */
  public Currency currency() {
    return currency;
  }

  /** The first day on which a movement may count. */
  public LocalDate openedOn() {
    return openedOn;
  }

  /** Whether the loan is closed. */
  public boolean isClosed() {
    return closed;
  }

  /** What the loan owes and holds now. */
  public LoanBalance balance() {
    return balance;
  }

  /** How much more may be disbursed under the terms, in minor units; empty if nothing limits it. */
  public Optional<Long> disbursableMinor() {
    return Optional.ofNullable(principalLimitMinor).map(limit -> limit - disbursedMinor);
  }

  /**
   * An entry of this loan.
   *
   * @param entryId the entry's identity
   * @return the entry, or empty if this loan has none of that identity
   */
  public Optional<PostedEntry> entry(UUID entryId) {
    return Optional.ofNullable(entries.get(entryId));
  }
}
