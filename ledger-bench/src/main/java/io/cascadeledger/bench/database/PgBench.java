package io.cascadeledger.bench.database;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.bench.report.Latencies;
import io.cascadeledger.bench.report.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark program, which must be on the path. */
public final class PgBench {

  private static final Pattern TPS = Pattern.compile("tps = (\\d+)");
  private static final long NANOS_PER_MICRO = 1_000;
  private static final String LOG = "pgbench-log";

  private final DatabaseAddress database;
  private final Path folder;

  /**
   * A pgbench.
   *
   * @param database where it works
   * @param folder for its scripts and logs
   */
  public PgBench(Database database, Path folder) {
    this.database = database.address();
    this.folder = folder;
  }

  /**
   * Runs a script.
   *
   * @param sql one transaction
   * @param rows how many of what is counted a transaction makes
   * @param clients how many connections repeat it
   * @param duration for how long; whole seconds
   */
  public Reading run(String sql, int rows, int clients, Duration duration)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("script.sql"), sql);
    Path prefix = folder.resolve(LOG);
    List<String> command =
        List.of(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--log",
            "--log-prefix=" + prefix,
            "--client=" + clients,
            "--jobs=" + Math.min(clients, 2),
            "--time=" + duration.toSeconds(),
            "--file=" + script,
            "--host=" + database.host(),
            "--port=" + database.port(),
            "--username=" + database.user(),
            database.database());
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench failed: " + output);
    }
    Matcher tps = TPS.matcher(output);
    if (!tps.find()) {
      throw new IOException("pgbench did not say how fast it was: " + output);
    }
    return Reading.of(Long.parseLong(tps.group(1)) * rows, latencies());
  }

  /** Each line of a log: client, transaction, microseconds, and more. */
  private Latencies latencies() throws IOException {
    List<Path> logs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.getFileName().toString().startsWith(LOG)).forEach(logs::add);
    }
    Latencies latencies = new Latencies();
    for (Path log : logs) {
      try (Stream<String> lines = Files.lines(log)) {
        lines.forEach(
            line -> latencies.add(Long.parseLong(line.split(" ", 4)[2]) * NANOS_PER_MICRO));
      }
      Files.delete(log);
    }
    return latencies;
  }
}
