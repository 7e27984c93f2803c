package io.cascadeledger.api.command;

import com.nimbusds.jose.jwk.JWK;
import io.cascadeledger.api.security.SigningKeys;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ledger key}: the keys that sign the ledger's own tokens. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Lists, rotates and retires the keys that sign tokens.",
    synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand extends DatabaseWork<SigningKeys> {

  /** The command, for picocli. */
  public KeyCommand() {
    super("list, rotate or retire", SigningKeys::new);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the keys that verify tokens; the first one signs.")
  int list(@Mixin DatabaseOptions options) {
    return with(
        options,
        keys -> {
          List<JWK> published = keys.published();
          published.forEach(key -> print("%s", key.getKeyID()));
          return ExitCode.OK;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes a key that signs from now on; the earlier ones still verify.")
  int rotate(@Mixin DatabaseOptions options) {
    return with(
        options,
        keys -> {
          print("%s signs from now on.", keys.rotate());
          print("Retire the earlier keys once their tokens have run out, in an hour.");
          return ExitCode.OK;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Withdraws a key: within two minutes its tokens are not accepted any more.")
  int retire(@Mixin DatabaseOptions options, @Parameters(paramLabel = "ID") String id) {
    return with(
        options,
        keys -> {
          boolean retired = keys.retire(id);
          print(retired ? "Retired %s." : "There is no key %s that verifies tokens.", id);
          return retired ? ExitCode.OK : ExitCode.SOFTWARE;
        });
  }
}
