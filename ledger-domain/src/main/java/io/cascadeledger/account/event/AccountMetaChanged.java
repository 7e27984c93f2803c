package io.cascadeledger.account.event;

import io.cascadeledger.metadata.Meta;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Notes on the account were added or replaced, key by key.
 *
 * @param account the account
 * @param changes the notes that are new
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record AccountMetaChanged(
    AccountId account, Meta changes, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
