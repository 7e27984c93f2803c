package io.cascadeledger.api.export;

import io.cascadeledger.api.csv.CsvRows;
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
    CsvRows rows = new CsvRows();
    rows.add(
        "as_of_date",
        "account_code",
        "account_name",
        "account_type",
        "currency",
        "dr_balance_minor",
        "cr_balance_minor",
        "normal_balance_minor");
    for (AccountTotals totals : accounts) {
      rows.add(
          asOf,
          totals.account().code(),
          totals.account().name(),
          ExportedBooks.word(totals.account().type()),
          totals.currency(),
          totals.debitMinor(),
          totals.creditMinor(),
          totals.normalBalanceMinor());
    }
    return rows.toString();
  }

  static CharSequence loanHeadings() {
    CsvRows rows = new CsvRows();
    rows.add(
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
    return rows.toString();
  }

  static CharSequence loans(List<LoanTapeRow> loans) {
    CsvRows rows = new CsvRows();
    loans.forEach(row -> loan(rows, row));
    return rows.toString();
  }

  private static void loan(CsvRows rows, LoanTapeRow row) {
    LoanView loan = row.loan();
    LoanTerms terms = loan.terms();
    LoanBalance balance = row.balance();
    rows.add(
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
