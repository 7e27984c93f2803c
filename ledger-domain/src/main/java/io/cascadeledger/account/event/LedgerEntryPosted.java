package io.cascadeledger.account.event;

import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry was added to the account's ledger.
 *
 * @param account the account
 * @param ledgerEntry the entry as the lender has written it, or as it was derived
 * @param matchId the matched payment it is a part of, or null
 * @param effect what it changes of what is open
 * @param entry the entry that books it; null if it moves no money
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record LedgerEntryPosted(
    AccountId account,
    LedgerEntry ledgerEntry,
    UUID matchId,
    EntryEffect effect,
    JournalEntry entry,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent, BookedEvent {}
