package io.cascadeledger.bank;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigInteger;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A bank's statement: it is there, or it is not. */
@AggregateRoot(type = BankStatementId.STREAM_TYPE)
public class BankStatement {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private BankStatementId id;

  /** For the event store, which fills it by replaying events. */
  protected BankStatement() {}

  BankStatement(ImportBankStatement command) {
    requireSound(command.content());
    apply(
        new BankStatementImported(
            command.statement(), command.content(), command.time().postedAt()));
  }

  static void requireSound(StatementContent content) {
    requireAmounts(content);
    if (content.from().isAfter(content.to())
        || content.from().isBefore(Limits.EARLIEST_EFFECTIVE_DATE)) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE,
          "A statement from %s to %s is about no days.".formatted(content.from(), content.to()));
    }
    requireSize(content);
    if (content.openingMinor() != null && content.closingMinor() != null) {
      requireSum(content);
    }
  }

  private static void requireAmounts(StatementContent content) {
    for (StatementLine line : content.lines()) {
      if (line.amountMinor() == 0) {
        throw new Refused(
            RefusalCode.AMOUNT_NOT_POSITIVE, "A line of a statement moves something.");
      }
      if (Math.abs(line.amountMinor()) > Limits.AMOUNT_MINOR) {
        throw new Refused(
            RefusalCode.AMOUNT_TOO_LARGE,
            "A line of the statement is above the limit of %d.".formatted(Limits.AMOUNT_MINOR));
      }
    }
  }

  private static void requireSize(StatementContent content) {
    if (content.lines().size() > Limits.BANK_STATEMENT_LINES) {
      throw new Refused(
          RefusalCode.BANK_STATEMENT_TOO_LONG,
          "The statement has %d lines; the limit is %d."
              .formatted(content.lines().size(), Limits.BANK_STATEMENT_LINES));
    }
  }

  private static void requireSum(StatementContent content) {
    BigInteger sum =
        content.lines().stream()
            .map(line -> BigInteger.valueOf(line.amountMinor()))
            .reduce(BigInteger.valueOf(content.openingMinor()), BigInteger::add);
    if (!sum.equals(BigInteger.valueOf(content.closingMinor()))) {
      throw new Refused(
          RefusalCode.STATEMENT_DOES_NOT_SUM,
          "The opening balance and the lines sum to %s, and the closing balance is %d."
              .formatted(sum, content.closingMinor()));
    }
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(BankStatementImported imported) {
    id = imported.statement();
  }
}
