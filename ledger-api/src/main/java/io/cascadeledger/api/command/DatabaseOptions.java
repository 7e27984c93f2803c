package io.cascadeledger.api.command;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.api.database.EmbeddedDatabase;
import io.cascadeledger.api.server.Databases;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which database a command works on: the one of the environment, or the embedded one. */
final class DatabaseOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:LEDGER_DATA:-ledger-data}",
      description = "The folder of the embedded database. Default: ${DEFAULT-VALUE}.")
  private Path data;

  /**
   * Does something with the database: that of a ledger which is running on the folder, or one that
   * is started for the purpose.
   *
   * @param command the command, whose usage is shown if what it was given is wrong
   * @param action gives back the exit code
   */
  int with(CommandLine command, Function<DataSource, Integer> action) {
    Optional<DatabaseAddress> known =
        url().map(DatabaseAddress::parse).or(() -> EmbeddedDatabase.running(data));
    try {
      if (known.isPresent()) {
        return action.apply(Databases.migrated(known.get()));
      }
      try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data)) {
        return action.apply(Databases.migrated(embedded.address()));
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private static Optional<String> url() {
    return Optional.ofNullable(System.getenv("LEDGER_DATABASE_URL")).filter(url -> !url.isBlank());
  }
}
