package io.cascadeledger.api.statement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.state.LoanBalance;

/** A loan's balance as a statement has it. */
@Describe("What the loan owes, part by part, and what is kept for the borrower.")
record BalanceAnswer(
    @Describe("Principal owed.") long principalMinor,
    @Describe("Interest owed.") long interestMinor,
    @Describe("Fees owed.") long feesMinor,
    @Describe("Penalties owed.") long penaltiesMinor,
    @Describe("The four together.") long owedMinor,
    @Describe("Money received for which nothing was owed.") long suspenseMinor) {

  static BalanceAnswer of(LoanBalance balance) {
    return new BalanceAnswer(
        balance.principalMinor(),
        balance.interestMinor(),
        balance.feesMinor(),
        balance.penaltiesMinor(),
        balance.owedMinor(),
        balance.suspenseMinor());
  }
}
