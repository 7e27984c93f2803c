package io.cascadeledger.accrual;

import static io.cascadeledger.accrual.AccrualBatch.entryIdOf;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BATCH_EMPTY;
import static io.cascadeledger.refusal.RefusalCode.BATCH_LOAN_REPEATED;
import static io.cascadeledger.refusal.RefusalCode.BATCH_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.CURRENCY_MISMATCH;

import io.cascadeledger.accrual.BatchLoans.BatchLoan;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.accrual.AccrueInterest;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.refusal.Refused;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Decides on batches of accruals. All events of a batch, its own and its loans', are stored
 * together or not at all; a batch in which one loan refuses changes nothing, and the answer names
 * every loan that refused.
 */
public final class AccrualBatchHandler {

  private final Repository<AccrualBatch> batches;
  private final Repository<Loan> loans;

  /** Decides on what these repositories hold. */
  public AccrualBatchHandler(Repository<AccrualBatch> batches, Repository<Loan> loans) {
    this.batches = batches;
    this.loans = loans;
  }

  /**
   * Books the interest of a batch.
   *
   * @throws Refused if the batch is unsound or any of its loans refuses
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(PostAccrualBatch command) throws Exception {
    requireEffectiveDate(command.accrualDate(), command.time());
    requireShape(command);
    BatchLoans found =
        BatchLoans.load(loans, command.items().stream().map(PostAccrualBatch.Item::loan).toList());
    Currency currency = requireOneCurrency(found);
    batches.newInstance(() -> new AccrualBatch(posted(command, currency)));
    found.forEach((loan, index) -> loan.handle(accrual(command, command.items().get(index))));
    found.requireNoRefusal();
  }

  /**
   * Undoes the interest of a batch.
   *
   * @throws Refused if the batch was undone before or any of its loans refuses
   */
  @CommandHandler
  public void handle(ReverseAccrualBatch command) {
    Aggregate<AccrualBatch> batch = batches.load(command.batch().toString());
    batch.execute(it -> it.reverse(command));
    String tenant = command.batch().tenant();
    List<LoanId> ids =
        batch.invoke(AccrualBatch::loans).stream().map(id -> new LoanId(tenant, id)).toList();
    BatchLoans found = BatchLoans.load(loans, ids);
    UUID entryId = batch.invoke(AccrualBatch::entryId);
    found.forEach((loan, index) -> loan.handle(reversal(command, entryId, ids.get(index))));
    found.requireNoRefusal();
  }

  private static void requireShape(PostAccrualBatch command) {
    if (command.items().isEmpty()) {
      throw new Refused(BATCH_EMPTY, "The batch names no loan.");
    }
    if (command.items().size() > Limits.LOANS_PER_ACCRUAL_BATCH) {
      throw new Refused(
          BATCH_TOO_LARGE,
          "The batch names %d loans; the limit is %d."
              .formatted(command.items().size(), Limits.LOANS_PER_ACCRUAL_BATCH));
    }
    Set<LoanId> seen = new HashSet<>();
    List<Refused.Item> refusals = new ArrayList<>();
    for (int index = 0; index < command.items().size(); index++) {
      PostAccrualBatch.Item item = command.items().get(index);
      boolean repeated = !seen.add(item.loan());
      if (item.interestMinor() <= 0) {
        refusals.add(
            new Refused.Item(index, AMOUNT_NOT_POSITIVE, "The interest must be above zero."));
      } else if (item.interestMinor() > Limits.AMOUNT_MINOR) {
        refusals.add(new Refused.Item(index, AMOUNT_TOO_LARGE, "The interest is above the limit."));
      } else if (repeated) {
        String message = "The loan %s is named more than once.".formatted(item.loan().value());
        refusals.add(new Refused.Item(index, BATCH_LOAN_REPEATED, message));
      }
    }
    BatchLoans.requireNone(refusals);
  }

  private static Currency requireOneCurrency(BatchLoans found) {
    Currency currency = null;
    for (BatchLoan loan : found.loaded()) {
      Currency next = loan.aggregate().invoke(it -> it.state().currency());
      if (currency != null && !currency.equals(next)) {
        found.refuse(
            loan.index(),
            CURRENCY_MISMATCH,
            "The loan is in %s, the batch in %s.".formatted(next, currency));
      }
      currency = currency == null ? next : currency;
    }
    if (currency == null) {
      found.requireNoRefusal();
    }
    return currency;
  }

  private static AccrualBatchPosted posted(PostAccrualBatch command, Currency currency) {
    long total =
        command.items().stream()
            .mapToLong(PostAccrualBatch.Item::interestMinor)
            .reduce(0, Math::addExact);
    return new AccrualBatchPosted(
        command.batch(),
        command.entryId(),
        command.programId(),
        command.dayCountConvention(),
        currency,
        total,
        command.items().stream().map(item -> item.loan().value()).toList(),
        command.accrualDate(),
        command.time().postedAt());
  }

  private static AccrueInterest accrual(PostAccrualBatch command, PostAccrualBatch.Item item) {
    return new AccrueInterest(
        item.loan(),
        command.batch().value(),
        command.entryId(),
        entryIdOf(command.entryId(), item.loan().value()),
        item.interestMinor(),
        item.outstandingPrincipalMinor(),
        command.accrualDate(),
        command.time());
  }

  private static ReverseEntry reversal(
      ReverseAccrualBatch command, UUID reversedBatchEntryId, LoanId loan) {
    return new ReverseEntry(
        loan,
        entryIdOf(reversedBatchEntryId, loan.value()),
        entryIdOf(command.entryId(), loan.value()),
        command.entryId(),
        command.effectiveDate(),
        command.reasonCode(),
        command.reasonDescription(),
        command.metadata(),
        command.time());
  }
}
