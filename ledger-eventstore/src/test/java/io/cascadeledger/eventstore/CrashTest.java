package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.event.LoanId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, which these tests may crash. */
@Timeout(60)
class CrashTest {

  private static final int STREAMS = 16;

  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  @TempDir private Path directory;
  private volatile EventWriter writer;
  private volatile boolean ended;

  /** What the writer said of each append: the last event's identity and the answer. */
  private final Map<EventRow, Long> acknowledged = new ConcurrentHashMap<>();

  private final Set<EventRow> notStored = ConcurrentHashMap.newKeySet();

  @Test
  void after_a_crash_under_load_every_acknowledged_append_is_there_once_and_none_half()
      throws Exception {
    Path data = directory.resolve("data");
    int port;
    List<CompletableFuture<Void>> load;
    try (EmbeddedPostgres server = durable(data).start()) {
      port = server.getPort();
      Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
      writer = new EventWriter(server.getPostgresDatabase(), (_, _, _) -> {});
      load =
          Stream.generate(() -> CompletableFuture.runAsync(this::load, THREADS))
              .limit(STREAMS)
              .toList();
      awaitAcknowledged(500);
      crash(data);
    }

    try (EmbeddedPostgres server = durable(data).setPort(port).start()) {
      awaitAcknowledged(acknowledged.size() + 500);
      ended = true;
      load.forEach(CompletableFuture::join);
      writer.close();
      assertTruth(Rows.all(server.getPostgresDatabase()));
    }
  }

  private static EmbeddedPostgres.Builder durable(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  /** What {@code pg_ctl stop -m immediate} does: all processes end at once, nothing is flushed. */
  private static void crash(Path data) throws Exception {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor();
    while (ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false)) {
      Thread.sleep(10);
    }
  }

  /** Commands of two events each on one stream; what was not stored is tried again. */
  private void load() {
    LoanId stream = Rows.newStream("acme");
    long sequence = 0;
    while (!ended) {
      List<EventRow> rows = Rows.of(stream, sequence, 2, null);
      try {
        acknowledged.put(rows.getLast(), writer.append(rows).join());
        sequence += 2;
      } catch (CompletionException e) {
        assertThat(e.getCause()).isInstanceOf(AppendNotStoredException.class);
        notStored.add(rows.getLast());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitAcknowledged(int count) throws InterruptedException {
    while (acknowledged.size() < count) {
      Thread.sleep(5);
    }
  }

  private void assertTruth(List<Rows.Stored> rows) {
    assertThat(rows)
        .extracting(Rows.Stored::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    Map<Object, Long> positions =
        rows.stream()
            .collect(Collectors.toMap(stored -> stored.row().eventId(), Rows.Stored::position));
    acknowledged.forEach(
        (row, position) -> assertThat(positions).containsEntry(row.eventId(), position));
    notStored.forEach(row -> assertThat(positions).doesNotContainKey(row.eventId()));
    assertThat(rows).hasSize(2 * acknowledged.size());
  }

  @Test
  void a_database_that_does_not_keep_what_it_stores_is_refused() throws Exception {
    try (EmbeddedPostgres careless =
            EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        EventWriter refusing = new EventWriter(careless.getPostgresDatabase(), (_, _, _) -> {})) {
      Flyway.configure().dataSource(careless.getPostgresDatabase()).load().migrate();

      assertThatThrownBy(() -> refusing.append(Rows.of(Rows.newStream("acme"), 0, 1, null)).join())
          .hasCauseInstanceOf(AppendNotStoredException.class)
          .rootCause()
          .hasMessageContaining("fsync");
      assertThat(Rows.all(careless.getPostgresDatabase())).isEmpty();
    }
  }
}
