package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes that write to one database, and groups of commands in conflict. */
@Timeout(30)
class TwoWritersTest {

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final EventWriter one = new EventWriter(database, (_, _, _) -> {});
  private final EventWriter two = new EventWriter(database, (_, _, _) -> {});

  @AfterEach
  void close() {
    one.close();
    two.close();
    server.drop();
  }

  @Test
  void of_two_racing_commands_exactly_one_wins() throws Exception {
    int pairs = 400;
    List<CompletableFuture<Long>> ones = new ArrayList<>();
    List<CompletableFuture<Long>> twos = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      LoanId stream = Rows.newStream("acme");
      ones.add(one.append(Rows.of(stream, 0, 2, null)));
      twos.add(two.append(Rows.of(stream, 0, 2, null)));
    }

    List<Long> positions = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Object first = outcome(ones.get(i));
      Object second = outcome(twos.get(i));
      assertThat(List.of(first, second))
          .hasAtLeastOneElementOfType(Long.class)
          .hasAtLeastOneElementOfType(AggregateStreamCreationException.class);
      positions.add((Long) (first instanceof Long ? first : second));
    }

    List<Rows.Stored> rows = Rows.all(database);
    assertThat(rows)
        .extracting(Rows.Stored::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * pairs).boxed().toList());
    assertThat(positions).doesNotHaveDuplicates().allMatch(position -> position % 2 == 0);
    Map<StreamId, List<Long>> sequences =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    stored -> stored.row().stream(),
                    Collectors.mapping(stored -> stored.row().sequence(), Collectors.toList())));
    assertThat(sequences)
        .hasSize(pairs)
        .allSatisfy((_, s) -> assertThat(s).containsExactly(0L, 1L));
  }

  @Test
  void a_conflict_fails_only_its_command_in_a_group() throws Exception {
    LoanId taken = Rows.newStream("acme");
    two.append(Rows.of(taken, 0, 2, null)).get();

    List<CompletableFuture<Long>> group = new ArrayList<>();
    try (HeldLock lock = new HeldLock(database)) {
      // The first waits for the lock; all others gather behind it into one group.
      group.add(one.append(Rows.of(Rows.newStream("acme"), 0, 1, null)));
      lock.awaitWaitingWriter();
      group.add(one.append(Rows.of(Rows.newStream("acme"), 0, 3, null)));
      group.add(one.append(Rows.of(taken, 1, 1, null)));
      group.add(one.append(Rows.of(taken, 2, 1, null)));
      group.add(one.append(Rows.of(taken, 0, 1, null)));
    }

    assertThat(outcome(group.get(0))).isEqualTo(3L);
    assertThat(outcome(group.get(1))).isEqualTo(6L);
    assertThat(outcome(group.get(2))).isInstanceOf(ConcurrencyException.class);
    assertThat(outcome(group.get(3))).isEqualTo(7L);
    assertThat(outcome(group.get(4))).isInstanceOf(AggregateStreamCreationException.class);
    assertThat(Rows.all(database)).hasSize(7);
  }

  @Test
  void a_writer_that_has_met_another_stores_commands_whole_or_not_at_all() throws Exception {
    LoanId taken = Rows.newStream("acme");
    RequestKey used = Commands.key("used");
    one.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).get();
    two.append(Rows.of(taken, 0, 2, used)).get();
    one.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).get(); // it notices the gap

    LoanId fresh = Rows.newStream("acme");
    List<EventRow> half = new ArrayList<>(Rows.of(fresh, 0, 2, null));
    half.addAll(Rows.of(taken, 1, 1, null));
    PendingAppend first = new PendingAppend(Rows.of(Rows.newStream("acme"), 0, 2, null));
    PendingAppend conflicting = new PendingAppend(half);
    PendingAppend repeated = new PendingAppend(Rows.of(taken, 0, 1, used));
    PendingAppend last = new PendingAppend(Rows.of(Rows.newStream("acme"), 0, 1, null));
    one.appendAll(List.of(first, conflicting, repeated, last));

    assertThat(outcome(first.done())).isEqualTo(6L);
    assertThat(outcome(conflicting.done())).isInstanceOf(ConcurrencyException.class);
    assertThat(outcome(repeated.done())).isInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(outcome(last.done())).isEqualTo(7L);
    assertThat(Rows.all(database))
        .hasSize(7)
        .noneMatch(stored -> stored.row().stream().equals(StreamId.parse(fresh.toString())));
    one.appendAll(List.of(new PendingAppend(Rows.of(taken, 0, 1, null)))); // all of them left out
    assertThat(one.append(Rows.of(fresh, 0, 1, null)).get()).isEqualTo(8L);
  }

  @Test
  void a_used_key_is_named_before_a_taken_place() throws Exception {
    LoanId stream = Rows.newStream("acme");
    RequestKey key = Commands.key("request-1");
    two.append(Rows.of(stream, 0, 1, key)).get();

    assertThat(outcome(one.append(Rows.of(stream, 0, 1, key))))
        .isInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(outcome(one.append(Rows.of(Rows.newStream("acme"), 0, 1, key))))
        .isInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(outcome(one.append(Rows.of(Rows.newStream("other"), 0, 1, key)))).isEqualTo(2L);
  }

  @Test
  void of_two_commands_with_one_key_in_one_group_the_first_is_stored() throws Exception {
    RequestKey key = Commands.key("request-1");
    LoanId stream = Rows.newStream("acme");
    CompletableFuture<Long> ahead;
    CompletableFuture<Long> first;
    CompletableFuture<Long> second;
    CompletableFuture<Long> samePlace;
    try (HeldLock lock = new HeldLock(database)) {
      ahead = one.append(Rows.of(Rows.newStream("acme"), 0, 1, null));
      lock.awaitWaitingWriter();
      first = one.append(Rows.of(stream, 0, 1, key));
      second = one.append(Rows.of(Rows.newStream("acme"), 0, 1, key));
      samePlace = one.append(Rows.of(stream, 0, 1, null));
    }

    assertThat(outcome(ahead)).isEqualTo(1L);
    assertThat(outcome(first)).isEqualTo(2L);
    assertThat(outcome(second)).isInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(outcome(samePlace)).isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void a_key_races_on_two_nodes_and_is_used_once() throws Exception {
    List<CompletableFuture<Long>> appends = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      RequestKey key = Commands.key("request-" + i);
      appends.add(one.append(Rows.of(Rows.newStream("acme"), 0, 1, key)));
      appends.add(two.append(Rows.of(Rows.newStream("acme"), 0, 1, key)));
    }

    int stored = 0;
    for (CompletableFuture<Long> append : appends) {
      Object outcome = outcome(append);
      if (outcome instanceof Long) {
        stored++;
      } else {
        assertThat(outcome).isInstanceOf(IdempotencyKeyUsedException.class);
      }
    }
    assertThat(stored).isEqualTo(200);
    assertThat(Rows.all(database)).hasSize(200);
  }

  @Test
  void what_the_database_refuses_fails_only_its_command() throws Exception {
    CompletableFuture<Long> ahead;
    CompletableFuture<Long> good;
    CompletableFuture<Long> bad;
    try (HeldLock lock = new HeldLock(database)) {
      ahead = one.append(Rows.of(Rows.newStream("acme"), 0, 1, null));
      lock.awaitWaitingWriter();
      good = one.append(Rows.of(Rows.newStream("acme"), 0, 1, null));
      bad = one.append(Rows.of(Rows.newStream("acme"), 0, 1, Commands.key("nul\u0000byte")));
    }

    assertThat(outcome(ahead)).isEqualTo(1L);
    assertThat(outcome(good)).isEqualTo(2L);
    assertThat(outcome(bad)).isInstanceOf(EventStoreException.class);
    assertThatThrownBy(bad::join).hasRootCauseInstanceOf(SQLException.class);
  }

  /** The position, or the reason of the failure. */
  private static Object outcome(CompletableFuture<Long> append) throws Exception {
    try {
      return append.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
