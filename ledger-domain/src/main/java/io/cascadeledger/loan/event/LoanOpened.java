package io.cascadeledger.loan.event;

import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * A loan was opened; no money has moved yet.
 *
 * @param loan the loan
 * @param borrowerId who owes it
 * @param currency the one currency of all its movements
 * @param programId the lending program it belongs to, or null
 * @param terms what was agreed, or null
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the day from which movements may count
 * @param postedAt when the ledger recorded it
 */
public record LoanOpened(
    LoanId loan,
    UUID borrowerId,
    Currency currency,
    String programId,
    LoanTerms terms,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanEvent {}
