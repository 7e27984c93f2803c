package io.cascadeledger.api.command;

import io.cascadeledger.api.server.LedgerServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ledger run}: serves until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Serves until it is stopped.",
      "",
      "The database is the one that LEDGER_DATABASE_URL names (PostgreSQL 15 to 18), such as"
          + " postgresql://user:password@host:5432/database, or else an embedded one."
    })
public final class RunCommand implements Callable<Integer> {

  /** The exit code that stands for "the server is serving": the process goes on. */
  public static final int SERVING = -1;

  @Mixin private ServerOptions options;
  @Spec private CommandSpec spec;

  @Override
  @SuppressWarnings("resource") // it serves until the process ends, and closes itself then
  public Integer call() {
    LedgerServer server = LedgerServer.start(options.properties());
    spec.commandLine()
        .getErr()
        .printf(
            "The ledger listens on http://localhost:%d, with its manual at /docs.%n",
            server.port());
    if (server.clients().list().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("No client can ask for a token yet: ./ledger client create --tenant NAME");
    }
    return SERVING;
  }
}
