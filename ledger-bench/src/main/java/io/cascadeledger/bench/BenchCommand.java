package io.cascadeledger.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.cascadeledger.bench.database.PgLedger;
import io.cascadeledger.bench.micro.MicroBenchmarks;
import io.cascadeledger.bench.process.AtExit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger bench}: measures the ledger against the limit of its own database. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures posting over HTTP against what pgbench inserts into the same PostgreSQL, in one"
            + " run, and checks the books afterwards. Needs pgbench on the path.")
public final class BenchCommand implements Callable<Integer> {

  @Mixin private BenchOptions options;

  @Option(
      names = "--micro",
      description = "Measures instead what single steps of a posting cost in the processor.")
  private boolean micro;

  @Spec private CommandSpec spec;

  /** Runs the bench. */
  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    options
        .pgledger()
        .filter(folder -> !PgLedger.isIn(folder))
        .ifPresent(
            folder -> {
              throw new ParameterException(spec.commandLine(), "there is no pgledger in " + folder);
            });
    if (micro) {
      return finish(MicroBenchmarks.run(), true);
    }
    PrintWriter progress = spec.commandLine().getErr();
    Path folder = Files.createTempDirectory("ledger-bench");
    Runnable deletion = () -> delete(folder);
    AtExit.add(deletion);
    try {
      Bench.Outcome outcome = new Bench(options, folder, new Progress(progress)).run();
      return finish(outcome.table(), outcome.sound());
    } finally {
      delete(folder);
      AtExit.remove(deletion);
    }
  }

  private int finish(String report, boolean sound) throws IOException {
    spec.commandLine().getOut().print(report);
    spec.commandLine().getOut().flush();
    if (options.output().isPresent()) {
      Files.writeString(options.output().get(), report);
    }
    return sound ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
