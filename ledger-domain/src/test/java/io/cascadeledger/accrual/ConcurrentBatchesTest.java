package io.cascadeledger.accrual;

import static io.cascadeledger.given.BatchCommands.batch;
import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches lock their loans. They must do so in one order, whatever the order of their items. */
final class ConcurrentBatchesTest {
  private static final List<LoanId> LOANS =
      IntStream.range(0, 5).mapToObj(number -> loan("loan " + number)).toList();

  @Test
  @Timeout(30)
  void two_batches_over_the_same_loans_in_opposite_order_are_both_booked() throws Exception {
    CountDownLatch bothHoldALoan = new CountDownLatch(2);
    InMemoryLedger ledger =
        new InMemoryLedger(loans -> new WaitingAfterFirstLoan(loans, bothHoldALoan));
    LOANS.forEach(id -> ledger.given(LoanFacts.in(id, USD).opened()));
    List<Callable<InMemoryLedger>> batches =
        List.of(
            () -> ledger.accept(post("march", LOANS, 300)),
            () -> ledger.accept(post("april", LOANS.reversed(), 40)));

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<InMemoryLedger> booked : threads.invokeAll(batches)) {
        booked.get();
      }
    }

    assertThat(LOANS).allMatch(id -> ledger.state(id).balance().interestMinor() == 340);
  }

  private static PostAccrualBatch post(String name, List<LoanId> loans, long interestMinor) {
    return batch(name).post(loans.stream().map(id -> item(id, interestMinor)).toList());
  }

  /**
   * Brings about the worst moment: a batch that has locked its first loan waits until the other
   * batch has locked one too. Batches that lock in one order never get there, and go on after a
   * while.
   */
  private record WaitingAfterFirstLoan(Repository<Loan> loans, CountDownLatch bothHoldALoan)
      implements Repository<Loan> {
    @Override
    public Aggregate<Loan> load(String identifier) {
      Aggregate<Loan> loan = loans.load(identifier);
      bothHoldALoan.countDown();
      try {
        bothHoldALoan.await(200, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return loan;
    }

    @Override
    @Deprecated
    public Aggregate<Loan> load(String identifier, Long expectedVersion) {
      return loans.load(identifier, expectedVersion);
    }

    @Override
    public Aggregate<Loan> newInstance(Callable<Loan> factory) throws Exception {
      return loans.newInstance(factory);
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) throws Exception {
      loans.send(message, scope);
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
      return loans.canResolve(scope);
    }
  }
}
