package io.cascadeledger.account.event;

import io.cascadeledger.account.entry.AccountDetails;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A debtor account was created; what belongs to it follows in events of its own.
 *
 * @param account the account
 * @param details what is said of it as such
 * @param digest a digest of all that it was created with, by which a repetition is known
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record AccountOpened(
    AccountId account,
    AccountDetails details,
    String digest,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
