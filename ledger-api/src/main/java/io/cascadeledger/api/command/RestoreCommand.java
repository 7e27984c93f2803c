package io.cascadeledger.api.command;

import io.cascadeledger.api.audit.AuditFailedException;
import io.cascadeledger.api.audit.EventTransfer;
import io.cascadeledger.api.importing.ProgressBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger restore}: makes a database of a file of events. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an empty database into the ledger that a file of events was written from.",
      "",
      "Positions, hashes and checkpoints are the same, and so are the books, which the next server"
          + " derives from the events. Clients and their secrets are not in the file. If the file"
          + " is not sound, nothing is restored."
    })
public final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A file that export-events wrote.")
  private Path file;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "Cannot read " + file + ".");
    }
    return database.with(spec.commandLine(), this::restore);
  }

  private int restore(DataSource source) {
    ProgressBar bar = Terminal.bar(spec, "bytes");
    try {
      long events = EventTransfer.restore(source, file, bar::show);
      bar.end();
      spec.commandLine().getOut().printf("restored: %d%n", events);
      return ExitCode.OK;
    } catch (SQLException | IOException | IllegalStateException e) {
      throw new AuditFailedException(e);
    }
  }
}
