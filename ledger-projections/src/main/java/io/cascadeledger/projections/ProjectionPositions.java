package io.cascadeledger.projections;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far the projections have read, as the database that answers queries sees it. It lets a reader
 * wait until what was written before is visible.
 */
public final class ProjectionPositions {

  private static final Duration POLL_SHARED = Duration.ofMillis(1);
  private static final long PAUSE_FIRST_MILLIS = 2;
  private static final long PAUSE_LONGEST_MILLIS = 25;

  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Flux<ProjectionPosition> read;
  private final Mono<Void> poll;
  private final LongConsumer hurry;

  /**
   * The positions in a database.
   *
   * @param database the database that answers queries: the primary or a replica
   * @param hurry told of each position that a reader begins to wait for; it returns at once
   */
  public ProjectionPositions(DatabaseClient database, LongConsumer hurry) {
    this.hurry = hurry;
    read =
        database
            .sql("SELECT projection, position FROM projection_position ORDER BY projection")
            .map(
                row ->
                    new ProjectionPosition(
                        row.get("projection", String.class), row.get("position", Long.class)))
            .all()
            // Not the highest but the newest: a reset sets a projection back.
            .doOnNext(it -> seen.put(it.projection(), it.position()));
    // However many readers wait, one query at a time answers them all.
    poll = read.then().cache(_ -> POLL_SHARED, _ -> Duration.ZERO, () -> POLL_SHARED);
  }

  /** The positions of all projections now, by name. */
  public Flux<ProjectionPosition> all() {
    return read;
  }

  /**
   * Waits until a projection has reached a position. If it was seen there before, nothing is asked.
   *
   * @param projection the projection's name
   * @param position the position to wait for
   * @param bound how long to wait at most
   * @return the position it has reached: the one waited for or a later one; or, once the bound has
   *     passed, how far it was last seen, 0 if never
   */
  public Mono<Long> await(String projection, long position, Duration bound) {
    return Mono.defer(
        () -> {
          long reached = lastSeen(projection);
          if (reached >= position) {
            return Mono.just(reached);
          }
          hurry.accept(position);
          return pollFor(projection, position, bound);
        });
  }

  private Mono<Long> pollFor(String projection, long position, Duration bound) {
    return poll.then(Mono.fromSupplier(() -> lastSeen(projection)))
        .filter(reached -> reached >= position)
        .repeatWhenEmpty(Integer.MAX_VALUE, polls -> polls.concatMap(n -> Mono.delay(pause(n))))
        .timeout(bound, Mono.fromSupplier(() -> lastSeen(projection)));
  }

  private static Duration pause(long polls) {
    long doubled = PAUSE_FIRST_MILLIS << Math.min(polls, 8);
    return Duration.ofMillis(Math.min(doubled, PAUSE_LONGEST_MILLIS));
  }

  private long lastSeen(String projection) {
    return seen.getOrDefault(projection, 0L);
  }
}
