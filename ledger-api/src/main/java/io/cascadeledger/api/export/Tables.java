package io.cascadeledger.api.export;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.loan.LoanTapeRow;
import io.cascadeledger.projections.loan.LoanView;
import java.time.LocalDate;
import java.util.List;

/** Tables of comma-separated values. */
final class Tables {

  private Tables() {}

  static CharSequence trialBalance(List<AccountTotals> accounts, LocalDate asOf) {
    StringBuilder text = new StringBuilder();
    Csv.line(
        text,
        "as_of_date",
        "account_code",
        "account_name",
        "account_type",
        "currency",
        "dr_balance_minor",
        "cr_balance_minor",
        "normal_balance_minor");
    for (AccountTotals totals : accounts) {
      Csv.line(
          text,
          asOf,
          totals.account().code(),
          totals.account().name(),
          ExportedBooks.word(totals.account().type()),
          totals.currency(),
          totals.debitMinor(),
          totals.creditMinor(),
          totals.normalBalanceMinor());
    }
    return text;
  }

  static CharSequence loanHeadings() {
    StringBuilder text = new StringBuilder();
    Csv.line(
        text,
        "loan_id",
        "borrower_id",
        "currency",
        "program_id",
        "status",
        "opened_on",
        "closed_on",
        "agreed_principal_minor",
        "annual_interest_rate",
        "day_count_convention",
        "repayment_frequency",
        "instalment_count",
        "first_due_date",
        "as_of_date",
        "principal_outstanding_minor",
        "interest_receivable_minor",
        "fees_receivable_minor",
        "penalties_receivable_minor",
        "total_exposure_minor",
        "suspense_minor",
        "last_activity_at",
        "metadata");
    return text;
  }

  static CharSequence loans(List<LoanTapeRow> rows) {
    StringBuilder text = new StringBuilder(rows.size() * 400);
    rows.forEach(row -> loan(text, row));
    return text;
  }

  private static void loan(StringBuilder text, LoanTapeRow row) {
    LoanView loan = row.loan();
    LoanTerms terms = loan.terms();
    LoanBalance balance = row.balance();
    Csv.line(
        text,
        loan.loan().value(),
        loan.borrowerId(),
        loan.currency(),
        loan.programId(),
        ExportedBooks.word(loan.status()),
        loan.openedOn(),
        loan.closedOn(),
        terms.principalMinor(),
        terms.annualInterestRate(),
        terms.dayCountConvention(),
        terms.repaymentFrequency(),
        terms.instalmentCount(),
        terms.firstDueDate(),
        row.asOf(),
        balance.principalMinor(),
        balance.interestMinor(),
        balance.feesMinor(),
        balance.penaltiesMinor(),
        balance.owedMinor(),
        balance.suspenseMinor(),
        row.lastActivityAt(),
        loan.metadata().entries().isEmpty()
            ? null
            : ApiJson.MAPPER.writeValueAsString(loan.metadata()));
  }
}
