package io.cascadeledger.account.event;

import io.cascadeledger.party.Debtor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The account got a debtor.
 *
 * @param account the account
 * @param debtor the debtor, sealed
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record DebtorAdded(
    AccountId account, Debtor debtor, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
