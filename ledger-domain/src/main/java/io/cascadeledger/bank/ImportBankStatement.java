package io.cascadeledger.bank;

import io.cascadeledger.time.PostingTime;

/**
 * Bring in a bank's statement.
 *
 * @param tenant whose account it is about
 * @param content what it says
 * @param time when the command was received
 */
public record ImportBankStatement(String tenant, StatementContent content, PostingTime time) {

  /** The statement that is brought in. */
  public BankStatementId statement() {
    return BankStatementId.of(tenant, content.bankAccountRef(), content.statementRef());
  }
}
