package io.cascadeledger.projections.bank;

import io.cascadeledger.bank.StatementLine;
import java.util.UUID;

/**
 * A line of a bank statement, and what it was found to be.
 *
 * @param sequence its place in the statement: 1, 2, 3 and so on
 * @param line the line
 * @param movementId the payment that it is, or whose return it is; null if it was not found
 * @param loanId the payment's loan; null if it was not found
 */
public record BankLineView(int sequence, StatementLine line, UUID movementId, UUID loanId) {}
