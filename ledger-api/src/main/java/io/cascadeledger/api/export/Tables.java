package io.cascadeledger.api.export;

import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.loan.LoanTapeRow;
import java.time.LocalDate;
import java.util.List;

/** Tables whose rows are what is read. */
final class Tables {

  private Tables() {}

  static List<Column<AccountTotals>> trialBalance(LocalDate asOf) {
    return List.of(
        Column.date("as_of_date", _ -> asOf),
        Column.text("account_code", row -> row.account().code()),
        Column.text("account_name", row -> row.account().name()),
        Column.text("account_type", row -> ExportedBooks.word(row.account().type())),
        Column.text("currency", AccountTotals::currency),
        Column.sum("dr_balance_minor", AccountTotals::debitMinor),
        Column.sum("cr_balance_minor", AccountTotals::creditMinor),
        Column.sum("normal_balance_minor", AccountTotals::normalBalanceMinor));
  }

  static List<Column<LoanTapeRow>> loans() {
    return List.of(
        Column.text("loan_id", row -> row.loan().loan().value()),
        Column.text("borrower_id", row -> row.loan().borrowerId()),
        Column.text("currency", row -> row.loan().currency()),
        Column.text("program_id", row -> row.loan().programId()),
        Column.text("status", row -> ExportedBooks.word(row.loan().status())),
        Column.date("opened_on", row -> row.loan().openedOn()),
        Column.date("closed_on", row -> row.loan().closedOn()),
        Column.number("agreed_principal_minor", row -> row.loan().terms().principalMinor()),
        Column.text("annual_interest_rate", row -> row.loan().terms().annualInterestRate()),
        Column.text("day_count_convention", row -> row.loan().terms().dayCountConvention()),
        Column.text("repayment_frequency", row -> row.loan().terms().repaymentFrequency()),
        Column.integer("instalment_count", row -> row.loan().terms().instalmentCount()),
        Column.date("first_due_date", row -> row.loan().terms().firstDueDate()),
        Column.date("as_of_date", LoanTapeRow::asOf),
        Column.number("principal_outstanding_minor", row -> row.balance().principalMinor()),
        Column.number("interest_receivable_minor", row -> row.balance().interestMinor()),
        Column.number("fees_receivable_minor", row -> row.balance().feesMinor()),
        Column.number("penalties_receivable_minor", row -> row.balance().penaltiesMinor()),
        Column.number("total_exposure_minor", row -> row.balance().owedMinor()),
        Column.number("suspense_minor", row -> row.balance().suspenseMinor()),
        Column.time("last_activity_at", LoanTapeRow::lastActivityAt),
        Column.text("metadata", row -> JournalTable.json(row.loan().metadata())));
  }
}
