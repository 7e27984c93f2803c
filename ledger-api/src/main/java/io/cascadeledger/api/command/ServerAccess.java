package io.cascadeledger.api.command;

import io.cascadeledger.api.importing.Access;
import java.net.URI;
import org.springframework.util.StringUtils;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the commands that talk to a running server. */
final class ServerAccess {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:LEDGER_URL:-http://localhost:8080}",
      description = "The server. Default: LEDGER_URL or http://localhost:8080.")
  private URI url;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      defaultValue = "${env:LEDGER_CLIENT_ID}",
      description = "The client that asks for tokens. Default: LEDGER_CLIENT_ID.")
  private String clientId;

  @Option(
      names = "--client-secret",
      paramLabel = "SECRET",
      defaultValue = "${env:LEDGER_CLIENT_SECRET}",
      description = "Its secret; others on the machine cannot see LEDGER_CLIENT_SECRET.")
  private String clientSecret;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:LEDGER_TOKEN}",
      description = "An access token, instead of a client. Default: LEDGER_TOKEN.")
  private String token;

  /** The server. */
  URI url() {
    return url;
  }

  /**
   * What lets the command in.
   *
   * @param command the command, whose usage is shown if it was given neither client nor token
   */
  Access access(CommandLine command) {
    if (StringUtils.hasText(token)) {
      return new Access(token, null, null);
    }
    if (!StringUtils.hasText(clientId) || !StringUtils.hasText(clientSecret)) {
      throw new ParameterException(
          command,
          "Name a client: LEDGER_CLIENT_ID and LEDGER_CLIENT_SECRET, or the options. Or give a"
              + " token.");
    }
    return new Access(null, clientId, clientSecret);
  }
}
