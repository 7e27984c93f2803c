package io.cascadeledger.projections.statement;

import io.cascadeledger.loan.event.LoanId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Which statement is wanted.
 *
 * @param loan the loan
 * @param from the first effective date; null for the day on which the loan was opened
 * @param to the last effective date; not before the first
 * @param knownAt when it is to be known: what was posted later is not in it; null for now
 * @param position the position of the last event that may be in it, so that its parts fit together
 *     although the books go on
 * @param linesMax the most lines it may have
 */
public record StatementWanted(
    LoanId loan, LocalDate from, LocalDate to, Instant knownAt, long position, int linesMax) {}
