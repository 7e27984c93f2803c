package io.cascadeledger.api.command;

import io.cascadeledger.api.security.NewClient;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.api.server.LedgerServer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/**
 * {@code ledger warm-up}: a server that lives for some seconds and sends itself what others will
 * send to servers, on a database of its own. The JVM is told to note what it loads and compiles
 * meanwhile; later servers start from these notes. Not for people: the launcher runs it.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Serves requests of its own for some seconds, and ends.")
public final class WarmUpCommand implements Callable<Integer> {

  @Mixin private ServerOptions options;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> properties = options.properties();
    properties.put("ledger.database-url", "");
    properties.put("ledger.read-database-url", "");
    properties.put("ledger.security.issuer-uri", "");
    properties.put("server.port", 0);
    try (LedgerServer server = LedgerServer.start(properties)) {
      NewClient client = server.clients().create("warm-up", Scopes.DESCRIPTIONS.keySet());
      return new WarmUp(server.port(), client).run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
