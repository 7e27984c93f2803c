package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that are stored by one insert, some of them decided upon others. */
@Timeout(30)
class GroupTest {

  private final LoanId good = Rows.newStream("acme");
  private final LoanId bad = Rows.newStream("acme");
  private final RequestKey key = Commands.key("request-1");
  private final TestDatabase database = TestDatabase.create();
  private final EventWriter writer = new EventWriter(database.dataSource(), (_, _, _) -> {});

  @AfterEach
  void close() {
    writer.close();
    database.drop();
  }

  private PendingAppend row(LoanId stream, long sequence, RequestKey requestKey) {
    return new PendingAppend(Rows.of(stream, sequence, 1, requestKey));
  }

  private PendingAppend upon(PendingAppend base, LoanId stream, long sequence) {
    return new PendingAppend(Rows.of(stream, sequence, 1, null), base);
  }

  @Test
  void what_was_decided_upon_a_command_with_a_used_key_fails_with_it_and_nothing_else_does() {
    writer.append(Rows.of(Rows.newStream("acme"), 0, 1, key)).join();

    // Once unsuspecting, and once after a conflict, when the keys are looked up first.
    for (long sequence = 0; sequence < 4; sequence += 2) {
      PendingAppend first = row(good, sequence, null);
      PendingAppend used = row(bad, 0, key);
      PendingAppend uponUsed = upon(used, bad, 1);
      PendingAppend uponThat = upon(uponUsed, bad, 2);
      PendingAppend second = upon(first, good, sequence + 1);
      writer.appendAll(List.of(first, used, uponUsed, second, uponThat));

      assertThat(outcome(first)).isEqualTo(2 + sequence);
      assertThat(outcome(second)).isEqualTo(3 + sequence);
      assertThat(outcome(used)).isInstanceOf(IdempotencyKeyUsedException.class);
      assertThat(outcome(uponUsed)).isInstanceOf(ConcurrencyException.class);
      assertThat(outcome(uponThat)).isInstanceOf(ConcurrencyException.class);
    }
    assertThat(Rows.all(database.dataSource())).hasSize(5);
  }

  @Test
  void of_two_commands_with_one_key_the_first_is_stored_and_nothing_upon_the_second() {
    PendingAppend first = row(good, 0, key);
    PendingAppend second = row(bad, 0, key);
    PendingAppend uponSecond = upon(second, bad, 1);
    PendingAppend uponFirst = upon(first, good, 1);
    writer.appendAll(List.of(first, second, uponSecond, uponFirst));

    assertThat(outcome(first)).isEqualTo(1L);
    assertThat(outcome(uponFirst)).isEqualTo(2L);
    assertThat(outcome(second)).isInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(outcome(uponSecond)).isInstanceOf(ConcurrencyException.class);
    assertThat(Rows.all(database.dataSource())).hasSize(2);
  }

  @Test
  void what_the_database_cannot_take_fails_alone_with_what_was_decided_upon_it() {
    PendingAppend first = row(good, 0, null);
    PendingAppend poison = row(bad, 0, Commands.key("nul\u0000byte"));
    PendingAppend uponPoison = upon(poison, bad, 1);
    PendingAppend second = upon(first, good, 1);
    writer.appendAll(List.of(first, poison, uponPoison, second));

    assertThat(outcome(first)).isEqualTo(1L);
    assertThat(outcome(second)).isEqualTo(2L);
    assertThat(outcome(poison)).isInstanceOf(EventStoreException.class);
    assertThat(outcome(uponPoison)).isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void where_another_writer_was_first_everything_upon_it_fails() {
    writer.append(Rows.of(bad, 0, 1, null)).join();

    PendingAppend stale = row(bad, 0, null);
    PendingAppend uponStale = upon(stale, bad, 1);
    PendingAppend other = row(good, 0, null);
    writer.appendAll(List.of(stale, uponStale, other));

    assertThat(outcome(stale)).isInstanceOf(RuntimeException.class);
    assertThat(outcome(uponStale)).isInstanceOf(ConcurrencyException.class);
    assertThat(outcome(other)).isEqualTo(2L);
    assertThat(Rows.all(database.dataSource())).hasSize(2);
  }

  private static Object outcome(PendingAppend append) {
    try {
      return append.done().join();
    } catch (CompletionException e) {
      return e.getCause();
    }
  }
}
