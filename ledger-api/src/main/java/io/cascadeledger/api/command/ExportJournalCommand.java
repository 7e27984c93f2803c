package io.cascadeledger.api.command;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger export-journal}: writes the journal for another tool. */
@Command(
    name = "export-journal",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole journal for hledger, ledger or beancount, as comma-separated values, or in",
      "Parquet.",
      "",
      "The entries come in the order in which they were posted, with the days on which they count."
    })
public final class ExportJournalCommand implements Callable<Integer> {

  /** The forms that there are. */
  enum Format {
    HLEDGER,
    LEDGER,
    BEANCOUNT,
    CSV,
    PARQUET
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "HLEDGER",
      description = "hledger, ledger, beancount, csv or parquet. Default: hledger.")
  private Format format;

  @Option(names = "--from", paramLabel = "DATE", description = "The first effective date wanted.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last effective date wanted.")
  private LocalDate to;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it. Default: to the terminal.")
  private Path output;

  @Mixin private ServerAccess server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (format == Format.PARQUET && output == null) {
      throw new ParameterException(
          spec.commandLine(), "--format=parquet needs --output: it is not a text");
    }
    try (ServerConnection connection = new ServerConnection(server, spec.commandLine());
        InputStream journal = connection.get(path())) {
      if (output == null) {
        PrintWriter out = spec.commandLine().getOut();
        new InputStreamReader(journal, StandardCharsets.UTF_8).transferTo(out);
        out.flush();
      } else {
        try (OutputStream file = new BufferedOutputStream(new FileOutputStream(output.toFile()))) {
          journal.transferTo(file);
        }
      }
    }
    return ExitCode.OK;
  }

  private String path() {
    StringBuilder path = new StringBuilder("/v1/exports/journal?format=");
    path.append(format.name().toLowerCase(Locale.ROOT));
    if (from != null) {
      path.append("&from=").append(from);
    }
    if (to != null) {
      path.append("&to=").append(to);
    }
    return path.toString();
  }
}
