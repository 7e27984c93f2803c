package io.cascadeledger.loan.endofday;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.AssessPenalty;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which instalments of a loan cost a late charge at the end of a day, once each. */
public final class LateCharging {

  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  /** What is more is refused, and this as well. */
  private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(Limits.AMOUNT_MINOR + 1);

  private LateCharging() {}

  /**
   * The charges that are due at the end of a day and were not made before.
   *
   * @param loan the loan
   * @return commands for the loan, in the order of the instalments
   */
  public static List<LoanCommand> charges(LoanState loan, CloseLoanDay command) {
    Standing standing = loan.standingOn(command.day());
    Optional<Servicing> servicing = standing.servicing();
    if (loan.isClosed() || loan.standing().exit() != LoanExit.NONE || servicing.isEmpty()) {
      return List.of();
    }
    LateCharge rule = servicing.get().agreed().lateCharge();
    if (rule == null) {
      return List.of();
    }
    List<LoanCommand> charges = new ArrayList<>();
    for (OpenInstalment open : standing.openInstalments()) {
      UUID id = Identities.of(command, "late charge " + open.instalment().number());
      long minor = minor(rule, open);
      if (isLate(rule, open, command) && minor > 0 && !loan.isCharged(id)) {
        charges.add(charge(rule, open, id, new Money(minor, loan.currency()), command));
      }
    }
    return charges;
  }

  private static boolean isLate(LateCharge rule, OpenInstalment open, CloseLoanDay command) {
    return open.instalment().due().plusDays(rule.graceDays()).isBefore(command.day())
        && open.interestMinor() + open.principalMinor() > 0;
  }

  private static long minor(LateCharge rule, OpenInstalment open) {
    BigDecimal share =
        BigDecimal.valueOf(open.interestMinor() + open.principalMinor())
            .multiply(rule.percentOfOverdue())
            .multiply(PERCENT)
            .setScale(0, RoundingMode.HALF_UP);
    return Math.addExact(rule.flatMinor(), share.min(TOO_MUCH).longValueExact());
  }

  private static LoanCommand charge(
      LateCharge rule, OpenInstalment open, UUID id, Money amount, CloseLoanDay command) {
    UUID entryId = Identities.of(command, "late charge entry " + open.instalment().number());
    String description = "Instalment " + open.instalment().number() + " was not paid in time.";
    return rule.component() == Component.FEES
        ? new AssessFee(
            command.loan(),
            id,
            entryId,
            amount,
            command.day(),
            "late_payment",
            description,
            null,
            Metadata.NONE,
            command.time())
        : new AssessPenalty(
            command.loan(),
            id,
            entryId,
            amount,
            command.day(),
            "late_payment",
            description,
            null,
            Metadata.NONE,
            command.time());
  }
}
