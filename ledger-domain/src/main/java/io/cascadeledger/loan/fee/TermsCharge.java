package io.cascadeledger.loan.fee;

import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.ChargeRule;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Component;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * A charge that follows from a loan's terms, as a movement. Its identities follow from the loan,
 * from what it follows from and from the day, so that it is made once.
 *
 * @param loan the loan
 * @param basis what it follows from
 * @param day the day on which it counts
 */
public record TermsCharge(LoanId loan, ChargeBasis basis, LocalDate day) {

  /** The identity of its entry. */
  public UUID entryId() {
    return id("charge entry");
  }

  private UUID id(String what) {
    String name =
        String.join(
            "/",
            loan.toString(),
            what,
            basis.rule().name(),
            basis.component().name(),
            String.valueOf(basis.code()),
            String.valueOf(basis.instalment()),
            String.valueOf(basis.dueDate()),
            String.valueOf(basis.disbursementEntryId()),
            day.toString());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The movement, whose effect is still to be worked out.
   *
   * @param sequence its place in the order of arrival
   */
  public Movement draft(long sequence) {
    boolean isFee = basis.component() == Component.FEES;
    return Movement.charge(
        basis,
        id("charge"),
        entryId(),
        isFee ? EntryType.FEE_ASSESSED : EntryType.PENALTY_ASSESSED,
        day,
        basis.rule() == ChargeRule.LATE ? null : basis.dueDate(),
        sequence);
  }

  /**
   * Its event.
   *
   * @param made the movement with its effect, which is not nothing
   */
  public LoanMovement event(Movement made, Currency currency, Instant postedAt) {
    Money amount =
        new Money(
            made.lines()
                .debitMinusCredit(
                    basis.component() == Component.FEES ? FEES_RECEIVABLE : PENALTIES_RECEIVABLE),
            currency);
    return basis.component() == Component.FEES
        ? new FeeAssessed(
            loan,
            made.id(),
            amount,
            type(),
            description(),
            made.dueDate(),
            basis,
            Metadata.NONE,
            made.entry(),
            postedAt)
        : new PenaltyAssessed(
            loan,
            made.id(),
            amount,
            type(),
            description(),
            made.dueDate(),
            basis,
            Metadata.NONE,
            made.entry(),
            postedAt);
  }

  private String type() {
    return switch (basis.rule()) {
      case AGREED -> basis.code();
      case SCHEDULED -> "scheduled";
      case LATE -> "late_payment";
    };
  }

  private String description() {
    return switch (basis.rule()) {
      case LATE ->
          basis.instalment() == 0
              ? "The down payment of " + basis.dueDate() + " was not paid in time."
              : "Instalment " + basis.instalment() + " was not paid in time.";
      case SCHEDULED -> "Scheduled with instalment " + basis.instalment() + ".";
      case AGREED ->
          basis.instalment() == null
              ? "Agreed when the loan was opened."
              : "Agreed for instalment " + basis.instalment() + ".";
    };
  }
}
