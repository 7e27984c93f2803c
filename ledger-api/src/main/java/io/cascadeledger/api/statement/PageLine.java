package io.cascadeledger.api.statement;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.statement.StatementLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a statement as its page shows it.
 *
 * @param date the day on which it counts
 * @param posted the day on which it was recorded, in UTC
 * @param what what it is
 * @param notes what there is to say about it, a line each
 * @param amount by how much it changes what is owed, less what is kept for the borrower; empty if
 *     not at all, as the next ones
 * @param principal by how much it changes the principal
 * @param interest the same of interest
 * @param charges the same of fees and penalties
 * @param unapplied the same of what is kept for the borrower
 * @param owed what is owed after it
 * @param correction whether it corrects another
 */
record PageLine(
    String date,
    String posted,
    String what,
    List<String> notes,
    String amount,
    String principal,
    String interest,
    String charges,
    String unapplied,
    String owed,
    boolean correction) {

  static PageLine of(StatementLine line, MoneyText money) {
    LoanBalance change = line.change();
    return new PageLine(
        line.effectiveDate().toString(),
        LocalDate.ofInstant(line.postedAt(), ZoneOffset.UTC).toString(),
        what(line),
        notes(line),
        money.ofChange(Math.subtractExact(change.owedMinor(), change.suspenseMinor())),
        money.ofChange(change.principalMinor()),
        money.ofChange(change.interestMinor()),
        money.ofChange(Math.addExact(change.feesMinor(), change.penaltiesMinor())),
        money.ofChange(change.suspenseMinor()),
        money.of(line.balance().owedMinor()),
        line.corrects() != null);
  }

  private static String what(StatementLine line) {
    StatementLine.Corrected corrected = line.corrects();
    return corrected == null
        ? name(line.type())
        : "%s of %s of %s"
            .formatted(
                name(line.type()), lowerCase(name(corrected.type())), corrected.effectiveDate());
  }

  private static String lowerCase(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static List<String> notes(StatementLine line) {
    List<String> notes = new ArrayList<>();
    if (line.description() != null) {
      notes.add(line.description());
    }
    if (line.externalRef() != null) {
      notes.add("Reference " + line.externalRef());
    }
    if (line.reversedByEntryId() != null) {
      notes.add("Reversed later");
    }
    return notes;
  }

  private static String name(EntryType type) {
    return switch (type) {
      case DISBURSEMENT -> "Disbursement";
      case FEE_ASSESSED -> "Fee";
      case PENALTY_ASSESSED -> "Penalty";
      case ACCRUAL -> "Interest";
      case PAYMENT_RECEIVED -> "Payment";
      case SUSPENSE_APPLIED -> "Application of unapplied money";
      case CREDIT_REFUNDED -> "Refund";
      case CHARGEBACK -> "Chargeback";
      case WAIVER -> "Waiver";
      case ADJUSTMENT -> "Adjustment";
      case CHARGE_OFF -> "Charge-off";
      case WRITE_OFF -> "Write-off";
      case RECOVERY -> "Recovery";
      case LOAN_SALE -> "Sale of the loan";
      case REVERSAL -> "Reversal";
      case RESTATEMENT -> "Correction";
      case TERMS_CHANGE -> "Change of terms";
      case MANUAL_ADJUSTMENT -> "Manual entry";
      case INVOICE -> "Invoice";
      case DISCOUNT -> "Discount";
      case CLAIM_PLACED -> "Claim";
      case CLAIM_CHANGED -> "Change of a claim";
      case CLAIM_WITHDRAWN -> "Withdrawal of a claim";
    };
  }
}
