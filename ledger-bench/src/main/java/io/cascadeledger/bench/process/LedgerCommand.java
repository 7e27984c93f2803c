package io.cascadeledger.bench.process;

import io.cascadeledger.bench.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands of the ledger on a database, each a process of its own. */
public final class LedgerCommand {

  private static final Duration BOUND = Duration.ofMinutes(10);
  private static final String HEAP = "-Xmx1g";

  private final Path launcher;
  private final Path log;

  /**
   * Commands.
   *
   * @param launcher the program {@code ledger}
   * @param log where their output goes
   */
  public LedgerCommand(Path launcher, Path log) {
    this.launcher = launcher;
    this.log = log;
  }

  /**
   * Runs one to its end.
   *
   * @return how long it took, with its start
   * @throws IOException if it fails, or takes minutes
   */
  public Duration run(Database database, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.addFirst(launcher.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().put("LEDGER_DATABASE_URL", database.url());
    builder.environment().put("LEDGER_JAVA_OPTS", HEAP);
    long start = System.nanoTime();
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    boolean ended = process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("ledger %s failed; see %s".formatted(arguments.getFirst(), log));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
