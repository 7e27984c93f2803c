package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one database, each of which keeps loans in memory and hears of the other's. */
@Timeout(60)
class OtherNodesTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestLedger here = new TestLedger(database.dataSource());
  private final TestLedger there = new TestLedger(database.dataSource());
  private final LiveEvents events =
      new LiveEvents(database.dataSource(), here.storage, here.writer, here.cache);
  private final LoanId loan = Commands.newLoan();

  @BeforeEach
  void open() {
    here.post(Commands.open(loan));
    here.post(Commands.disburse(loan, 1_000));
  }

  @AfterEach
  void close() {
    events.close();
    here.close();
    there.close();
    database.drop();
  }

  /** Until the other node's last event must have been heard of: three looks. */
  private static void hear() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(350));
  }

  @Test
  void a_kept_loan_decides_on_what_another_node_has_stored_without_meeting_a_conflict()
      throws InterruptedException {
    hear();
    there.post(Commands.fee(loan, 5));
    there.post(Commands.fee(loan, 6));
    hear();

    Object kept = here.cache.get(loan.toString());
    Append.Stored stored = here.post(Commands.fee(loan, 7));

    assertThat(kept).isNotNull();
    assertThat(stored.events()).singleElement().isInstanceOf(FeeAssessed.class);
    assertSequences(5);
  }

  @Test
  void a_refusal_is_decided_on_what_another_node_has_stored() throws InterruptedException {
    hear();
    there.post(Commands.pay(loan, 1_000));
    there.post(Commands.close(loan));
    hear();

    assertThatThrownBy(() -> here.post(Commands.fee(loan, 7)))
        .hasRootCauseInstanceOf(Refused.class);
  }

  @Test
  void a_loan_whose_news_has_a_gap_is_read_anew() {
    AggregateCache cache = here.cache;
    there.post(Commands.fee(loan, 5));
    there.post(Commands.fee(loan, 6));
    cache.stored(there.storage.readEvents(loan.toString(), 3).next());

    assertThat(cache.<Object, Object>get(loan.toString())).isNull();
    here.post(Commands.fee(loan, 7));
    assertSequences(5);
  }

  @Test
  void news_that_a_loan_knows_already_changes_nothing() {
    here.cache.stored(here.storage.readEvents(loan.toString(), 0).next());
    here.cache.stored(here.storage.readEvents(loan.toString(), 1).next());

    assertThat(here.cache.<Object, Object>get(loan.toString())).isNotNull();
    here.post(Commands.pay(loan, 1_000));
    here.post(Commands.close(loan)); // refused if the loan had been paid out twice
  }

  @Test
  void a_loan_with_more_news_than_it_is_worth_is_dropped() {
    for (int i = 0; i < 101; i++) {
      here.cache.stored(here.storage.readEvents(loan.toString(), 1).next());
    }
    assertThat(here.cache.containsKey(loan.toString())).isFalse();
  }

  @Test
  void two_busy_nodes_lose_and_double_nothing_of_their_common_loans() {
    List<LoanId> loans = new ArrayList<>(List.of(loan));
    for (int i = 0; i < 9; i++) {
      LoanId next = Commands.newLoan();
      here.post(Commands.open(next));
      loans.add(next);
    }
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (TestLedger node : List.of(here, there)) {
      for (int client = 0; client < 8; client++) {
        int number = client;
        all.add(
            CompletableFuture.runAsync(
                () ->
                    IntStream.range(0, 25)
                        .forEach(i -> insist(node, loans.get((number + i) % 10)))));
      }
    }
    all.forEach(CompletableFuture::join);

    assertThat(Rows.all(database.dataSource())).hasSize(2 + 9 + 2 * 8 * 25);
    assertThat(
            Rows.number(
                database.dataSource(),
                "SELECT count(*) FROM (SELECT 1 FROM events GROUP BY tenant, stream_type, stream_id"
                    + " HAVING max(sequence) + 1 <> count(*)) AS broken"))
        .isZero();
  }

  private static void insist(TestLedger node, LoanId loan) {
    for (int attempt = 0; ; attempt++) {
      try {
        node.post(Commands.fee(loan, 1));
        return;
      } catch (RuntimeException e) {
        assertThat(e).hasRootCauseInstanceOf(ConcurrencyException.class);
        assertThat(attempt).isLessThan(200);
      }
    }
  }

  private void assertSequences(int count) {
    assertThat(Rows.all(database.dataSource()))
        .extracting(stored -> stored.row().sequence())
        .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> (long) i).toList());
  }
}
