package io.cascadeledger.account.event;

import io.cascadeledger.claim.value.CustomTrigger;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The lender sent a word to those who follow the events.
 *
 * @param account the account
 * @param claimReference the managed claim it is about; null if it is about the account
 * @param trigger what is to be triggered
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record AccountTriggerFired(
    AccountId account,
    String claimReference,
    CustomTrigger trigger,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
