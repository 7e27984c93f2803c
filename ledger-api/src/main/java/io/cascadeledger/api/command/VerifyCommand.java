package io.cascadeledger.api.command;

import io.cascadeledger.api.audit.AuditFailedException;
import io.cascadeledger.api.audit.Verification;
import io.cascadeledger.api.importing.ProgressBar;
import io.cascadeledger.eventstore.audit.Findings;
import io.cascadeledger.eventstore.audit.Mismatch;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger verify}: checks that nothing was altered. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that nothing was altered, in a database or in a file of events.",
      "",
      "Hashes, gaps, the balance of each entry, the sealed tree and its signed checkpoints, the"
          + " signed trial balances of closed periods; in a database also account totals, and every read model against one that is made anew."
          + " A server may be running. The exit code is 0 only if nothing was found."
    })
public final class VerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A file that export-events wrote. Left out: the database.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "A key that may sign checkpoints, as answers show it (verifier); repeatable. Default:"
              + " those that the ledger itself names.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "A checkpoint (note) that you have kept: the events must be its own; repeatable.")
  private List<Path> checkpoints = new ArrayList<>();

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    ProgressBar bar = Terminal.bar(spec, file == null ? "events" : "bytes");
    Verification verification = new Verification(verifiers(), notes(), bar::show);
    if (file != null) {
      if (!Files.isReadable(file)) {
        throw new ParameterException(spec.commandLine(), "Cannot read " + file + ".");
      }
      try {
        return report(verification.ofFile(file, Files.size(file)), bar);
      } catch (IOException e) {
        throw new AuditFailedException(e);
      }
    }
    return database.with(
        spec.commandLine(),
        source -> {
          try {
            return report(verification.ofDatabase(source), bar);
          } catch (SQLException | IOException e) {
            throw new AuditFailedException(e);
          }
        });
  }

  private List<CheckpointVerifier> verifiers() {
    try {
      return keys.stream().map(CheckpointVerifier::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<CheckpointNote> notes() throws IOException {
    List<CheckpointNote> notes = new ArrayList<>();
    for (Path path : checkpoints) {
      try {
        notes.add(CheckpointNote.parse(Files.readString(path)));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), path + ": " + e.getMessage(), e);
      }
    }
    return notes;
  }

  private int report(Verification.Result result, ProgressBar bar) {
    bar.end();
    PrintWriter out = spec.commandLine().getOut();
    Findings findings = result.findings();
    out.printf("events:      %d%ncheckpoints: %d%n", result.events(), result.checkpoints());
    for (Mismatch mismatch : Mismatch.values()) {
      Long count = findings.counts().get(mismatch);
      if (count != null) {
        out.printf("%n%s (%d): %s%n", mismatch.wireName(), count, mismatch.meaning());
        List<String> told = findings.of(mismatch);
        told.forEach(text -> out.printf("  %s%n", text));
        if (count > told.size()) {
          out.printf("  and %d more%n", count - told.size());
        }
      }
    }
    out.println(findings.isEmpty() ? "Nothing was altered." : "\nThis is not as it was recorded.");
    return findings.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
