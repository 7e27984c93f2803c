package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The program under load, while its server or its PostgreSQL or both are killed at random moments,
 * and at the end all that is derived from the events is derived again. {@code -Dcrash.rounds} says
 * how often, {@code -Dcrash.seed} repeats a run's choices.
 */
class CrashIT {

  private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final int SHORTEST_MILLIS = 1_000;
  private static final int LONGEST_MILLIS = 3_000;
  private static final Duration HEALED = Duration.ofMinutes(1);
  private static final Duration LEFTOVERS_END = Duration.ofSeconds(10);
  private static final Duration CAUGHT_UP = Duration.ofSeconds(90);
  private static final int PROJECTIONS = 4;

  /** Fewer would not have been a load. */
  private static final int MANY = 300;

  private static final String RUN = "crash.rounds=%d, crash.seed=%d".formatted(ROUNDS, SEED);

  @TempDir private Path folder;

  /** Who is killed. */
  private enum Victim {
    SERVER,
    DATABASE,
    BOTH,
    DATABASE_BY_IMMEDIATE_STOP
  }

  @Test
  void what_was_acknowledged_is_stored_exactly_once_whoever_is_killed() throws Exception {
    System.out.println("CrashIT: " + RUN);
    int port = LedgerProcess.freePort();
    Path data = folder.resolve("data");
    DatabaseProcesses database = new DatabaseProcesses(data);
    LedgerProcess server = serve(port, data);
    try {
      Api api = Api.authenticated(port, createClient(data));
      Load load = new Load(api, SEED);
      load.prepare();
      load.start();
      Random random = new Random(SEED);
      for (Victim victim : victims(random)) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        server = kill(victim, server, database, port, data);
        awaitService(load, server, victim);
      }
      load.stop();
      Books books = new Books(database.dataSource());
      awaitProjections(api, books.events(), server);
      load.repeatAll();
      verify(load, books, api);
      Map<String, String> lived = books.projected();
      server.kill();
      books.forgetProjected();
      server = serve(port, data);
      Books rebuilt = new Books(database.dataSource());
      awaitProjections(api, rebuilt.events(), server);
      assertThat(rebuilt.projected()).as("rebuilt; " + RUN).isEqualTo(lived);
      List<ProcessHandle> processes = database.alive();
      server.close();
      assertThat(DatabaseProcesses.leftAfter(LEFTOVERS_END, processes)).as(RUN).isEmpty();
    } finally {
      server.close();
    }
  }

  private LedgerProcess serve(int port, Path data) throws InterruptedException {
    String[] command = {"run", "--port", Integer.toString(port), "--data", data.toString()};
    return LedgerProcess.start(folder, Map.of(), command).awaitReady(port);
  }

  private String createClient(Path data) throws InterruptedException {
    try (LedgerProcess create =
        LedgerProcess.start(
            folder, Map.of(), "client", "create", "--tenant", "crash", "--data", data.toString())) {
      assertThat(create.exitCode(Duration.ofMinutes(1))).isZero();
      return create.output();
    }
  }

  private static List<Victim> victims(Random random) {
    List<Victim> victims = new ArrayList<>();
    while (victims.size() < ROUNDS) {
      List<Victim> each = new ArrayList<>(List.of(Victim.values()));
      Collections.shuffle(each, random);
      victims.addAll(each);
    }
    return victims.subList(0, ROUNDS);
  }

  /** Kills; the server that is killed is started again, and the one that lives must help itself. */
  private LedgerProcess kill(
      Victim victim, LedgerProcess server, DatabaseProcesses database, int port, Path data)
      throws IOException, InterruptedException {
    return switch (victim) {
      case SERVER -> {
        server.kill();
        yield serve(port, data);
      }
      case DATABASE -> {
        database.kill();
        yield server;
      }
      case BOTH -> {
        server.kill();
        database.kill();
        yield serve(port, data);
      }
      case DATABASE_BY_IMMEDIATE_STOP -> {
        database.stopImmediately();
        yield server;
      }
    };
  }

  private static void awaitService(Load load, LedgerProcess server, Victim victim)
      throws InterruptedException {
    int before = load.acknowledged().size();
    long start = System.nanoTime();
    while (load.acknowledged().size() <= before + Load.CLIENTS) {
      if (System.nanoTime() - start > HEALED.toNanos()) {
        throw new AssertionError(
            "not served again after the kill of %s; %s%n%s%n%s"
                .formatted(victim, RUN, server.output(), server.errors()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    System.out.printf(
        "CrashIT: %s killed, served again %d ms later; %d requests acknowledged so far%n",
        victim, Duration.ofNanos(System.nanoTime() - start).toMillis(), before);
  }

  private static void awaitProjections(Api api, long events, LedgerProcess server)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      JsonNode ready = api.get("/v1/health/ready");
      boolean caughtUp = ready.path("projections").size() == PROJECTIONS;
      for (JsonNode projection : ready.path("projections")) {
        caughtUp &= projection.path("position").asLong() == events;
      }
      if (caughtUp) {
        System.out.printf(
            "CrashIT: the projections had caught up after %d ms%n",
            Duration.ofNanos(System.nanoTime() - start).toMillis());
        return;
      }
      if (System.nanoTime() - start > CAUGHT_UP.toNanos()) {
        throw new AssertionError(
            "the projections do not catch up: %s; %s%n%s".formatted(ready, RUN, server.output()));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static void verify(Load load, Books books, Api api)
      throws IOException, InterruptedException {
    Map<String, Books.Stored> stored = books.stored();
    System.out.printf(
        "CrashIT: %d requests sent, %d acknowledged, %d stored in %d events%n",
        load.sent().size(), load.acknowledged().size(), stored.size(), books.events());
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(load.violations()).as("answers against the rules; " + RUN).isEmpty();
    softly.assertThat(load.acknowledged().keySet()).as(RUN).hasSizeGreaterThan(MANY);
    softly.assertThat(stored.keySet()).as(RUN).containsAll(load.acknowledged().keySet());
    softly.assertThat(load.sent()).as("invented; " + RUN).containsAll(stored.keySet());
    load.acknowledged().values().forEach(posted -> verifyStored(softly, posted, stored));
    softly.assertThat(books.gapsInPositions()).as("gaps in positions; " + RUN).isZero();
    softly.assertThat(books.brokenStreams()).as("broken streams; " + RUN).isZero();
    softly.assertThat(books.unbalancedEntries()).as("unbalanced entries; " + RUN).isZero();
    softly.assertThat(books.journalDifferences()).as("journal; " + RUN).isEmpty();
    softly.assertThat(books.accountDifferences()).as("accounts; " + RUN).isEmpty();
    softly.assertThat(books.loanDifferences()).as("loans; " + RUN).isEmpty();
    softly.assertThat(books.paymentDifferences()).as("payments; " + RUN).isEmpty();
    JsonNode total = api.get("/v1/trial-balance").path("totals").path(0);
    softly.assertThat(total.path("difference_minor").asString()).as(RUN).isEqualTo("0");
    softly.assertAll();
  }

  /** What the client was told is what the event says. */
  private static void verifyStored(
      SoftAssertions softly, Posted posted, Map<String, Books.Stored> all) {
    Books.Stored stored = all.get(posted.key());
    if (stored == null) {
      return; // reported as missing
    }
    softly.assertThat(stored.count()).as(posted.key() + "; " + RUN).isEqualTo(1);
    JsonNode answer = Api.JSON.readTree(posted.answer());
    JsonNode event = stored.payload();
    for (String id : List.of("payment", "fee", "disbursement")) {
      if (answer.has(id + "_event_id")) {
        softly
            .assertThat(event.path(id + "_id"))
            .as(posted.key() + "; " + RUN)
            .isEqualTo(answer.path(id + "_event_id"));
        softly
            .assertThat(event.path("entry").path("id"))
            .as(posted.key() + "; " + RUN)
            .isEqualTo(answer.path("journal_entry_id"));
      }
    }
    softly
        .assertThat(event.path("allocation"))
        .as(posted.key() + "; " + RUN)
        .isEqualTo(answer.path("allocation"));
  }
}
