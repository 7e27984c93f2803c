package io.cascadeledger.projections.bank;

import io.cascadeledger.bank.StatementContent;
import java.time.Instant;
import java.util.UUID;

/**
 * A bank statement, and how much of it was found in the books.
 *
 * @param id the statement
 * @param position the position of the event that brought it in
 * @param content what it says, without its lines
 * @param importedAt when the ledger recorded it
 * @param lines how many lines it has
 * @param matched how many of them were found among the payments
 * @param unmatchedMinor what the others sum to, in minor units
 */
public record BankStatementView(
    UUID id,
    long position,
    StatementContent content,
    Instant importedAt,
    int lines,
    int matched,
    long unmatchedMinor) {}
