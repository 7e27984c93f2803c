package io.cascadeledger.projections.statement;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;

/**
 * A loan's statement for a period.
 *
 * @param loan the loan
 * @param borrowerId who owes it
 * @param currency its currency
 * @param from the first effective date
 * @param to the last effective date
 * @param knownAt when it is known, or null for now
 * @param opening the balance before the first day
 * @param closing the balance after the last day
 * @param totals what happened in between
 * @param lineCount how many lines there are
 * @param lines the lines by effective date, and within a day as they were posted: some at a time,
 *     read while they are asked for. It fails if they are not those that the rest was made of,
 *     because the journal was read anew in the meantime
 */
public record Statement(
    LoanId loan,
    UUID borrowerId,
    Currency currency,
    LocalDate from,
    LocalDate to,
    Instant knownAt,
    LoanBalance opening,
    LoanBalance closing,
    StatementTotals totals,
    int lineCount,
    Flux<List<StatementLine>> lines) {}
