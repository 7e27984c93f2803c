package io.cascadeledger.api.command;

import io.cascadeledger.api.importing.FileFormat;
import io.cascadeledger.api.importing.Import;
import io.cascadeledger.api.importing.ImportSettings;
import io.cascadeledger.api.importing.ImportSummary;
import io.cascadeledger.api.importing.ProgressBar;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger import}: posts a file of payments to a running server. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Posts a file of payments to a running server.",
      "",
      "Each payment has the fields of POST /v1/payments and its own idempotency_key. Lines that"
          + " fail are written to FILE.failed.ndjson with the reason. After a break, the same"
          + " command goes on where it was; no payment is posted twice."
    })
public final class ImportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "The payments: a JSON object on each line, or comma-separated values.")
  private Path file;

  @Mixin private ServerAccess server;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "ndjson or csv. Default: csv if the file is called so, else ndjson.")
  private FileFormat format;

  @Option(
      names = "--failures",
      paramLabel = "FILE",
      description = "Where to write the lines that fail. Default: FILE.failed.ndjson.")
  private Path failures;

  @Option(names = "--restart", description = "Begin with the first line, whatever was done.")
  private boolean restart;

  @Option(
      names = "--give-up-after",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "For how long to try while the server takes nothing. Default: 300.")
  private int giveUpAfter;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "Cannot read " + file + ".");
    }
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    ProgressBar bar = new ProgressBar(err, terminal);
    ImportSettings settings = settings();
    ImportSummary summary = new Import(settings, bar).run();
    spec.commandLine()
        .getOut()
        .printf(
            "posted:   %d%nreplayed: %d%nfailed:   %d%n",
            summary.posted(), summary.replayed(), summary.failed());
    if (summary.failed() > 0) {
      err.printf("The lines that failed are in %s, with the reasons.%n", settings.failures());
    }
    return summary.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private ImportSettings settings() {
    FileFormat assumed =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
            ? FileFormat.CSV
            : FileFormat.NDJSON;
    Path beside = file.resolveSibling(file.getFileName() + ".failed.ndjson");
    return new ImportSettings(
        file,
        format == null ? assumed : format,
        server.url(),
        server.access(spec.commandLine()),
        failures == null ? beside : failures,
        restart,
        Duration.ofSeconds(giveUpAfter));
  }
}
