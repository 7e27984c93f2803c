package io.cascadeledger.account.event;

import io.cascadeledger.account.entry.Mandate;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A debtor permitted to collect.
 *
 * @param account the account
 * @param mandate the mandate
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record MandateCreated(
    AccountId account, Mandate mandate, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
