package io.cascadeledger.bench;

import io.cascadeledger.api.database.DatabaseAddress;
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
final class PgBench {

  private static final Pattern TPS = Pattern.compile("tps = (\\d+)");
  private static final long NANOS_PER_MICRO = 1_000;

  private final DatabaseAddress database;
  private final Path folder;

  PgBench(DatabaseAddress database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * What it measured.
   *
   * @param transactionsPerSecond whole transactions in a second
   * @param latencies how long each took
   */
  record Measured(long transactionsPerSecond, Latencies latencies) {}

  /** Runs a script of SQL with so many clients for so long. */
  Measured run(String name, String sql, int clients, Duration duration)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve(name + ".sql"), sql);
    Path prefix = folder.resolve(name + "-log");
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
    return new Measured(Long.parseLong(tps.group(1)), latencies(name + "-log"));
  }

  /** Each line of a log: client, transaction, microseconds, and more. */
  private Latencies latencies(String prefix) throws IOException {
    List<Path> logs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.getFileName().toString().startsWith(prefix)).forEach(logs::add);
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
