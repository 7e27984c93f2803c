package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that break before, during and after the statement: what is said is what is true. */
@Timeout(30)
class BrokenConnectionTest {

  private static final WriterLimits LIMITS =
      new WriterLimits(
          256, 4_096, 100, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

  private final TestDatabase database = TestDatabase.create();
  private final DataSource direct = database.dataSource();
  private TcpProxy network;
  private EventWriter writer;

  @BeforeEach
  void start() throws Exception {
    network = new TcpProxy(database.port());
    writer = writer(LIMITS);
    assertThat(outcome(append())).isEqualTo(1L);
  }

  private EventWriter writer(WriterLimits limits) {
    return new EventWriter(network.dataSource(database.name()), (_, _, _) -> {}, limits);
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    network.close();
    database.drop();
  }

  @Test
  void a_connection_that_ended_while_idle_stores_nothing_and_is_replaced() throws Exception {
    try (HeldLock lock = new HeldLock(direct)) {
      lock.terminateWriters();
    }

    assertThat(outcome(append())).isInstanceOf(AppendNotStoredException.class);
    assertThat(outcome(append())).isEqualTo(2L);
    assertThat(Rows.all(direct)).hasSize(2);
  }

  @Test
  void an_insert_that_is_ended_at_work_stores_nothing_then_or_later() throws Exception {
    CompletableFuture<Long> append;
    try (HeldLock lock = new HeldLock(direct)) {
      append = append();
      lock.awaitWaitingWriter();
      lock.terminateWriters();
      assertThat(outcome(append)).isInstanceOf(AppendNotStoredException.class);
    }

    assertThat(outcome(append())).isEqualTo(2L);
    assertThat(Rows.all(direct)).hasSize(2);
  }

  @Test
  void an_insert_whose_client_is_cut_off_is_ended_before_it_is_called_not_stored()
      throws Exception {
    CompletableFuture<Long> append;
    try (HeldLock lock = new HeldLock(direct)) {
      append = append();
      lock.awaitWaitingWriter();
      network.refuse(true); // the first attempts to connect again fail too
      network.cut();
      Thread.sleep(300);
      assertThat(append).isNotDone();
      assertThat(lock.writers()).as("processes still at work").isEqualTo(1);
      network.refuse(false);
      assertThat(outcome(append)).isInstanceOf(AppendNotStoredException.class);
    }

    assertThat(outcome(append())).isEqualTo(2L);
    assertThat(Rows.all(direct)).hasSize(2);
  }

  @Test
  void an_insert_whose_answer_is_lost_completes_with_its_true_position() throws Exception {
    network.withholdAnswers(true);
    List<EventRow> rows = Rows.of(Rows.newStream("acme"), 0, 3, null);
    CompletableFuture<Long> append = writer.append(rows);
    awaitRows(4);
    network.cut();

    assertThat(outcome(append)).isEqualTo(4L);
    assertThat(outcome(append())).isEqualTo(5L);
  }

  @Test
  void an_answer_that_never_comes_is_given_up_and_the_server_asked_again() throws Exception {
    network.withholdAnswers(true);
    CompletableFuture<Long> append = append();
    awaitRows(2);
    network.withholdAnswers(false); // this answer is lost, but nothing else fails

    assertThat(outcome(append)).isEqualTo(2L);
    assertThat(outcome(append())).isEqualTo(3L);
  }

  @Test
  void a_database_that_stays_away_leaves_the_outcome_unknown_until_it_is_back() throws Exception {
    CompletableFuture<Long> append;
    try (HeldLock lock = new HeldLock(direct)) {
      append = append();
      long abandoned = lock.awaitWaitingWriter();
      network.refuse(true);
      network.cut();
      assertThat(outcome(append)).isInstanceOf(AppendOutcomeUnknownException.class);
      assertThat(outcome(append()))
          .as("nothing is sent without a connection")
          .isInstanceOf(AppendNotStoredException.class);
      network.refuse(false);
      CompletableFuture<Long> next = append();
      lock.awaitWaitingWriterOtherThan(abandoned);
      assertThat(lock.writers()).as("the abandoned process was ended").isEqualTo(1);
      assertThat(next).isNotDone();
    }

    awaitRows(2);
    assertThat(outcome(append())).isEqualTo(3L);
  }

  @Test
  void more_commands_than_may_wait_are_turned_away() throws Exception {
    try (EventWriter small =
            writer(
                new WriterLimits(1, 1, 2, LIMITS.answer(), LIMITS.recovery(), LIMITS.closing()));
        HeldLock lock = new HeldLock(direct)) {
      CompletableFuture<Long> first = small.append(rows());
      lock.awaitWaitingWriter();
      CompletableFuture<Long> second = small.append(rows());
      CompletableFuture<Long> third = small.append(rows());
      assertThat(small.waiting()).isEqualTo(2);
      assertThat(outcome(small.append(rows()))).isInstanceOf(EventStoreOverloadedException.class);
      lock.release();
      assertThat(List.of(outcome(first), outcome(second), outcome(third)))
          .containsExactly(2L, 3L, 4L);
    }
  }

  @Test
  void closing_stores_what_waits_and_turns_away_the_rest() throws Exception {
    CompletableFuture<Long> first;
    CompletableFuture<Long> second;
    Thread closing;
    try (HeldLock lock = new HeldLock(direct)) {
      first = append();
      lock.awaitWaitingWriter();
      second = append();
      closing = Thread.ofVirtual().start(writer::close);
      while (closing.getState() == Thread.State.NEW
          || closing.getState() == Thread.State.RUNNABLE) {
        Thread.sleep(1);
      }
      assertThat(outcome(append())).isInstanceOf(AppendNotStoredException.class);
    }

    closing.join();
    assertThat(List.of(outcome(first), outcome(second))).containsExactly(2L, 3L);
    assertThat(outcome(append())).isInstanceOf(AppendNotStoredException.class);
    assertThat(Rows.all(direct)).hasSize(3);
  }

  private void awaitRows(int count) throws InterruptedException {
    while (Rows.number(direct, "SELECT count(*) FROM events") < count) {
      Thread.sleep(5);
    }
  }

  private CompletableFuture<Long> append() {
    return writer.append(rows());
  }

  private static List<EventRow> rows() {
    LoanId stream = Rows.newStream("acme");
    return Rows.of(stream, 0, 1, null);
  }

  private static Object outcome(CompletableFuture<Long> append) throws Exception {
    try {
      return append.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
