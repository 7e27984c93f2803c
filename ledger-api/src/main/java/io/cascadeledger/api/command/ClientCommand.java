package io.cascadeledger.api.command;

import io.cascadeledger.api.security.Client;
import io.cascadeledger.api.security.Clients;
import io.cascadeledger.api.security.NewClient;
import io.cascadeledger.api.security.Scopes;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger client}: who may ask for tokens. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    description = "Creates, lists and disables the clients that may ask for tokens.",
    synopsisSubcommandLabel = "COMMAND")
public final class ClientCommand extends DatabaseWork<Clients> {

  /** The command, for picocli. */
  public ClientCommand() {
    super("create, list or disable", Clients::new);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Creates a client and shows its secret, once.")
  int create(
      @Mixin DatabaseOptions options,
      @Option(names = "--tenant", required = true, description = "Whose books it may use.")
          String tenant,
      @Option(names = "--id", description = "Its identifier; one is made if left out.") String id,
      @Option(
              names = "--scope",
              split = "[, ]",
              description = "A scope it may ask for; repeatable. Default: all scopes.")
          Set<String> scopes) {
    Set<String> granted = scopes == null ? Scopes.DESCRIPTIONS.keySet() : scopes;
    return with(
        options,
        clients -> {
          NewClient created =
              id == null ? clients.create(tenant, granted) : clients.create(tenant, granted, id);
          print("client_id:     %s", created.client().id());
          print("client_secret: %s", created.secret());
          print("The secret is not shown again.");
          return ExitCode.OK;
        });
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists the clients.")
  int list(@Mixin DatabaseOptions options) {
    return with(
        options,
        clients -> {
          for (Client client : clients.list()) {
            print(
                "%s  tenant %s  %s  %s",
                client.id(),
                client.tenant(),
                client.disabledAt().map(at -> "disabled " + at).orElse("enabled"),
                String.join(" ", new TreeSet<>(client.scopes())));
          }
          return ExitCode.OK;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Disables a client. Tokens that it holds run out within the hour.")
  int disable(@Mixin DatabaseOptions options, @Parameters(paramLabel = "ID") String id) {
    return with(
        options,
        clients -> {
          boolean disabled = clients.disable(id);
          print(disabled ? "Disabled %s." : "There is no enabled client %s.", id);
          return disabled ? ExitCode.OK : ExitCode.SOFTWARE;
        });
  }
}
