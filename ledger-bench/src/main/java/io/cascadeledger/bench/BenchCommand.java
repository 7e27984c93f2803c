package io.cascadeledger.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger bench}: measures the ledger against the limit of its own database. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures posting over HTTP against what pgbench inserts into the same PostgreSQL, in one"
            + " run, and checks the books afterwards. Needs pgbench on the path.")
public final class BenchCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "Short rounds: within five minutes.")
  private boolean quick;

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "JAR",
      description = "The packaged program; the launcher names it.")
  private Path ledgerJar;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write the table, beside printing it.")
  private Path output;

  @Spec private CommandSpec spec;

  /** Runs the bench. */
  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter progress = spec.commandLine().getErr();
    Path folder = Files.createTempDirectory("ledger-bench");
    try {
      Bench.Outcome outcome = new Bench(quick, ledgerJar, folder, progress).run();
      spec.commandLine().getOut().print(outcome.table());
      spec.commandLine().getOut().flush();
      if (output != null) {
        Files.writeString(output, outcome.table());
      }
      return outcome.sound() ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
