package io.cascadeledger.api.command;

import io.cascadeledger.api.audit.AuditFailedException;
import io.cascadeledger.api.audit.Verification;
import io.cascadeledger.api.importing.ProgressBar;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.rebuild.ProjectionRebuild;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger rebuild}: makes a read model anew while servers go on. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a read model anew from the events, beside the one that serves, and exchanges the two.",
      "",
      "Servers may be running, and need not know. If it fails or is broken off, the one that serves"
          + " goes on serving. GET /v1/projections shows how far it is as well."
    })
public final class RebuildCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "The read model, such as balances, journal, loans or debtors.")
  private String name;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Function<JdbcTemplate, Projection>> known = new TreeMap<>();
    for (Function<JdbcTemplate, Projection> each : Verification.projections()) {
      known.put(each.apply(new JdbcTemplate()).name(), each);
    }
    if (!known.containsKey(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no read model %s; there are %s."
              .formatted(name, String.join(", ", known.keySet())));
    }
    return database.with(spec.commandLine(), source -> rebuild(source, known.get(name)));
  }

  private int rebuild(DataSource source, Function<JdbcTemplate, Projection> projection) {
    ProgressBar bar = Terminal.bar(spec, "events");
    try {
      long reached = new ProjectionRebuild(source, projection, bar::show).run();
      bar.end();
      spec.commandLine().getOut().printf("rebuilt: %s, %d events%n", name, reached);
      return ExitCode.OK;
    } catch (SQLException | RuntimeException e) {
      throw new AuditFailedException(e);
    }
  }
}
