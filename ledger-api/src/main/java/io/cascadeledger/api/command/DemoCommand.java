package io.cascadeledger.api.command;

import io.cascadeledger.api.server.LedgerServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger demo}: the quickstart, over HTTP, against a server of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts the server on an embedded PostgreSQL, runs the quickstart over HTTP, shows each"
            + " request and answer, and goes on serving until it is stopped.")
public final class DemoCommand implements Callable<Integer> {

  @Mixin private ServerOptions options;

  @Option(names = "--exit", description = "End after the quickstart.")
  private boolean exit;

  @Option(
      names = "--practice",
      hidden = true,
      paramLabel = "PAYMENTS",
      description = "Post so many payments after the quickstart, for a start-up cache.")
  private int practice;

  @Spec private CommandSpec spec;

  @Override
  @SuppressWarnings("resource") // unless told to exit, it serves until the process ends
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    // What the server logs is not part of the demo's output.
    System.setOut(System.err);
    err.printf("Starting the server on an embedded PostgreSQL in %s ...%n", options.data());
    Map<String, Object> properties = options.properties();
    properties.put("ledger.database-url", "");
    properties.put("ledger.read-database-url", "");
    properties.put("ledger.security.issuer-uri", "");
    properties.put("ledger.kafka.bootstrap-servers", "");
    properties.put("logging.structured.format.console", "");
    properties.put("spring.main.log-startup-info", false);
    LedgerServer server = LedgerServer.start(properties);
    err.printf("The server listens on http://localhost:%d.%n%n", server.port());
    DemoClient client = DemoClient.of(server.clients(), options.data());
    Path clientFile = DemoClient.file(options.data());
    Quickstart quickstart = new Quickstart(server.port(), client, clientFile, out);
    boolean asExpected = quickstart.run();
    if (practice > 0) {
      new PracticeLoad(server.port(), quickstart.token()).run(practice);
    }
    if (exit) {
      server.close();
      return asExpected ? ExitCode.OK : ExitCode.SOFTWARE;
    }
    err.printf(
        "%nThe server goes on: the manual is at http://localhost:%d/docs, the demo's client in"
            + " %s. Stop it with Ctrl-C.%n",
        server.port(), clientFile);
    return RunCommand.SERVING;
  }
}
