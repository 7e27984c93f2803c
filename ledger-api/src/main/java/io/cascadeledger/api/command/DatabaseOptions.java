package io.cascadeledger.api.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which database a command works on: the one of the environment, or the embedded one. */
final class DatabaseOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:LEDGER_DATA:-ledger-data}",
      description = "The folder of the embedded database. Default: ${DEFAULT-VALUE}.")
  private Path data;

  /** The folder of the embedded database. */
  Path data() {
    return data;
  }

  /** The URL of another database, if the environment names one. */
  Optional<String> url() {
    return Optional.ofNullable(System.getenv("LEDGER_DATABASE_URL")).filter(url -> !url.isBlank());
  }
}
