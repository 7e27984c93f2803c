package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * A loan as it stands.
 *
 * @param loan the loan
 * @param borrowerId who owes it
 * @param currency the one currency of all its movements
 * @param programId the lending program, or null
 * @param terms what was agreed; its parts may be null, itself is not
 * @param metadata the caller's notes of its opening
 * @param openedOn the day from which movements may count
 * @param openedAt when the ledger recorded the opening
 * @param status whether it takes movements
 * @param closedOn the day from which it is closed, or null if it is not
 */
public record LoanView(
    LoanId loan,
    UUID borrowerId,
    Currency currency,
    String programId,
    LoanTerms terms,
    Metadata metadata,
    LocalDate openedOn,
    Instant openedAt,
    LoanStatus status,
    LocalDate closedOn) {

  /** The same loan at a time when it stood otherwise. */
  public LoanView standing(LoanStatus then, LocalDate closedThen) {
    return new LoanView(
        loan,
        borrowerId,
        currency,
        programId,
        terms,
        metadata,
        openedOn,
        openedAt,
        then,
        closedThen);
  }
}
