package io.cascadeledger.api.command;

import io.cascadeledger.api.audit.AuditFailedException;
import io.cascadeledger.api.audit.EventTransfer;
import io.cascadeledger.api.importing.ProgressBar;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger export-events}: writes all events to a file. */
@Command(
    name = "export-events",
    mixinStandardHelpOptions = true,
    description = {
      "Writes all events of all tenants, with the checkpoints upon them, to a file.",
      "",
      "It is NDJSON, compressed by gzip. ledger verify FILE checks it by itself; ledger restore"
          + " FILE makes a new database of it. A server may be running."
    })
public final class ExportEventsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "Where to write them.")
  private Path file;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return database.with(spec.commandLine(), this::export);
  }

  private int export(DataSource source) {
    ProgressBar bar = Terminal.bar(spec, "events");
    try {
      long events = EventTransfer.export(source, file, bar::show);
      bar.end();
      spec.commandLine().getOut().printf("exported: %d%n", events);
      return ExitCode.OK;
    } catch (SQLException | IOException | IllegalArgumentException e) {
      throw new AuditFailedException(e);
    }
  }
}
