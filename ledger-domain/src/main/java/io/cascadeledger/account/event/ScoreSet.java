package io.cascadeledger.account.event;

import io.cascadeledger.party.Score;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The account got a score, in place of the one of that type if it had any.
 *
 * @param account the account
 * @param score the score
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ScoreSet(AccountId account, Score score, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
