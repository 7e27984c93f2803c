package io.cascadeledger.loan.opening;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.stream.Beginning;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * Open a loan.
 *
 * @param loan the identity that the caller gives it
 * @param borrowerId who will owe it
 * @param currency the one currency of all its movements
 * @param programId the lending program it belongs to, or null
 * @param terms what was agreed, or null; with what a product's template adds, if it has one
 * @param openedOn the day from which movements may count
 * @param metadata the caller's notes
 * @param time when the command was received
 * @param offer what the product allows that the loan is opened by, or null; the terms are not null
 *     then
 */
public record OpenLoan(
    LoanId loan,
    UUID borrowerId,
    Currency currency,
    String programId,
    LoanTerms terms,
    LocalDate openedOn,
    Metadata metadata,
    PostingTime time,
    ProductOffer offer)
    implements LoanCommand {

  /** Opens a loan that no product is the template of. */
  public OpenLoan(
      LoanId loan,
      UUID borrowerId,
      Currency currency,
      String programId,
      LoanTerms terms,
      LocalDate openedOn,
      Metadata metadata,
      PostingTime time) {
    this(loan, borrowerId, currency, programId, terms, openedOn, metadata, time, null);
  }

  @Override
  public Beginning beginning() {
    return Beginning.ALWAYS;
  }
}
