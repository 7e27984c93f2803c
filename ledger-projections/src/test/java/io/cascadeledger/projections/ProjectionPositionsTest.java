package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

class ProjectionPositionsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(150);

  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
  private final List<Long> hurried = new CopyOnWriteArrayList<>();
  private final ProjectionPositions positions =
      new ProjectionPositions(
          DatabaseClient.create(
              ConnectionFactories.get(
                  "r2dbc:postgresql://postgres@localhost:%d/%s"
                      .formatted(database.port(), database.name()))),
          hurried::add);

  private void advance(long position) {
    jdbc.update("UPDATE projection_position SET position = ? WHERE projection = 'loans'", position);
  }

  @Test
  void a_position_reached_before_is_answered_at_once_with_how_far_it_is() {
    advance(7);

    assertThat(positions.await("loans", 5, LONG).block()).isEqualTo(7);
  }

  @Test
  void a_reader_waits_until_the_position_is_reached() throws Exception {
    CompletableFuture<Long> waiting = positions.await("loans", 3, LONG).toFuture();
    CompletableFuture<Long> waitingLonger = positions.await("loans", 4, LONG).toFuture();
    Thread.sleep(100);
    assertThat(waiting).isNotDone();
    assertThat(hurried).containsExactly(3L, 4L);

    advance(3);
    assertThat(waiting.get()).isEqualTo(3);
    assertThat(waitingLonger).isNotDone();

    advance(9);
    assertThat(waitingLonger.get()).isEqualTo(9);
  }

  @Test
  void past_the_bound_the_answer_is_what_was_reached() {
    advance(2);

    assertThat(positions.await("loans", 3, SHORT).block()).isEqualTo(2);
    assertThat(positions.await("journal", 3, SHORT).block()).isZero();
  }

  @Test
  void what_was_seen_once_is_not_asked_again() {
    advance(5);
    positions.await("loans", 5, LONG).block();
    jdbc.execute("DROP TABLE projection_position");
    hurried.clear();

    assertThat(positions.await("loans", 5, LONG).block()).isEqualTo(5);
    assertThat(hurried).isEmpty();
  }

  @Test
  void a_reset_is_noticed_when_the_positions_are_read() {
    advance(5);
    positions.await("loans", 5, LONG).block();
    advance(0);

    assertThat(positions.all().collectList().block()).contains(new ProjectionPosition("loans", 0));
    assertThat(positions.await("loans", 5, SHORT).block()).isZero();
  }
}
