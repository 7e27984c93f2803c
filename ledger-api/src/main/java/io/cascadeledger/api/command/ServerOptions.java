package io.cascadeledger.api.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of the commands that start a server. */
final class ServerOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on; 0 takes a free one. Default: LEDGER_PORT or 8080.")
  private Integer port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder of the embedded database. Default: ${DEFAULT-VALUE}.",
      defaultValue = "${env:LEDGER_DATA:-ledger-data}")
  private Path data;

  /** The folder of the embedded database. */
  Path data() {
    return data;
  }

  /** What the options set, as the server's properties. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("ledger.data", data);
    if (port != null) {
      properties.put("server.port", port);
    }
    return properties;
  }
}
