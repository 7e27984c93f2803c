package io.cascadeledger.accrual;

import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The loans of one batch, and what each of them refused. */
final class BatchLoans {

  /**
   * One loan of a batch.
   *
   * @param index its place in the batch as it was sent
   * @param aggregate the loan, locked for this batch
   */
  record BatchLoan(int index, Aggregate<Loan> aggregate) {}

  private final List<BatchLoan> loaded = new ArrayList<>();
  private final SortedMap<Integer, Refused.Item> refusals = new TreeMap<>();

  private BatchLoans() {}

  /**
   * Loads loans. They are locked in the order of their identifiers, so that two batches over the
   * same loans wait for each other instead of locking each other out.
   */
  static BatchLoans load(Repository<Loan> repository, List<LoanId> ids) {
    BatchLoans loans = new BatchLoans();
    IntStream.range(0, ids.size())
        .boxed()
        .sorted(Comparator.comparing(index -> ids.get(index).value()))
        .forEach(
            index -> {
              try {
                loans.loaded.add(new BatchLoan(index, repository.load(ids.get(index).toString())));
              } catch (AggregateNotFoundException e) {
                loans.refuse(
                    index,
                    RefusalCode.LOAN_NOT_FOUND,
                    "There is no loan " + ids.get(index).value() + ".");
              }
            });
    loans.loaded.sort(Comparator.comparingInt(BatchLoan::index));
    return loans;
  }

  List<BatchLoan> loaded() {
    return loaded;
  }

  /** Remembers why a loan is refused; of several reasons the first in the codes' order stays. */
  void refuse(int index, RefusalCode code, String message) {
    refusals.merge(
        index,
        new Refused.Item(index, code, message),
        (one, other) -> one.code().compareTo(other.code()) <= 0 ? one : other);
  }

  /** Does something with each loan; a refusal is remembered and the next loan is tried. */
  void forEach(ObjIntConsumer<Loan> action) {
    for (BatchLoan loan : loaded) {
      try {
        loan.aggregate().execute(it -> action.accept(it, loan.index()));
      } catch (Refused refused) {
        refuse(loan.index(), refused.code(), refused.getMessage());
      }
    }
  }

  /**
   * Ends the batch if any loan refused.
   *
   * @throws Refused with an item for each loan that refused
   */
  void requireNoRefusal() {
    requireNone(List.copyOf(refusals.values()));
  }

  /**
   * Refuses a batch if any of its items was refused.
   *
   * @throws Refused naming the items
   */
  static void requireNone(List<Refused.Item> refusals) {
    if (!refusals.isEmpty()) {
      throw new Refused(
          RefusalCode.BATCH_REFUSED,
          "Nothing was posted, because %d of the batch's items were refused."
              .formatted(refusals.size()),
          refusals);
    }
  }
}
