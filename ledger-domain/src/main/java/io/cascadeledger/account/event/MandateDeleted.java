package io.cascadeledger.account.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A mandate is no more.
 *
 * @param account the account
 * @param mandateId the mandate
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record MandateDeleted(
    AccountId account, String mandateId, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
