package io.cascadeledger.account.event;

import io.cascadeledger.party.Debtor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is known of a debtor of the account was replaced.
 *
 * @param account the account
 * @param debtor the debtor, sealed
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record DebtorChanged(
    AccountId account, Debtor debtor, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
