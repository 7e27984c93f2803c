package io.cascadeledger.bank;

import io.cascadeledger.event.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A bank's statement was brought in. It books nothing: it is what the books are held against.
 *
 * @param statement the statement
 * @param content what it says
 * @param postedAt when the ledger recorded it
 */
public record BankStatementImported(
    BankStatementId statement, StatementContent content, Instant postedAt) implements LedgerEvent {

  @Override
  public String tenant() {
    return statement.tenant();
  }

  /** The last day that it is about. */
  @Override
  public LocalDate effectiveDate() {
    return content.to();
  }
}
