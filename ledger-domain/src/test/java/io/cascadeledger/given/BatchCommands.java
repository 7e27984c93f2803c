package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.PostAccrualBatch;
import io.cascadeledger.accrual.ReverseAccrualBatch;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.List;

/**
 * Commands for the batch of a name.
 *
 * @param name the batch
 * @param date the effective date
 */
public record BatchCommands(String name, LocalDate date) {

  public static BatchCommands batch(String name) {
    return new BatchCommands(name, TODAY);
  }

  public BatchCommands on(LocalDate other) {
    return new BatchCommands(name, other);
  }

  public static PostAccrualBatch.Item item(LoanId loan, long interestMinor) {
    return new PostAccrualBatch.Item(loan, 1_000_000, interestMinor);
  }

  public AccrualBatchId id() {
    return new AccrualBatchId(TENANT, Sample.id(name));
  }

  public PostAccrualBatch post(PostAccrualBatch.Item... items) {
    return post(List.of(items));
  }

  public PostAccrualBatch post(List<PostAccrualBatch.Item> items) {
    return new PostAccrualBatch(
        id(), entryId(name), "prog_7", DayCountConvention.ACT_365, date, items, NOW);
  }

  public ReverseAccrualBatch reverse() {
    return new ReverseAccrualBatch(
        id(),
        entryId("reversal of " + name),
        date,
        "error_correction",
        "rate was wrong",
        Metadata.NONE,
        NOW);
  }
}
