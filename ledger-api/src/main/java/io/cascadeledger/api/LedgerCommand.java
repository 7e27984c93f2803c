package io.cascadeledger.api;

import io.cascadeledger.api.command.ClientCommand;
import io.cascadeledger.api.command.DemoCommand;
import io.cascadeledger.api.command.ImportCommand;
import io.cascadeledger.api.command.KeyCommand;
import io.cascadeledger.api.command.RunCommand;
import io.cascadeledger.api.database.DatabaseNotAvailableException;
import io.cascadeledger.api.importing.ImportFailedException;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program's command line. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    versionProvider = LedgerCommand.Version.class,
    description = "An event-sourced double-entry ledger for lenders.",
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      ClientCommand.class,
      KeyCommand.class,
      ImportCommand.class,
      HelpCommand.class
    })
public final class LedgerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Which build this is, for {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Cascade Ledger %s (%s)".formatted(BuildInfo.CURRENT.version(), BuildInfo.CURRENT.gitSha())
      };
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    // Until a server brings its own settings: a command's output is not a log.
    LoggingSystem.get(LedgerCommand.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    int exitCode =
        new CommandLine(new LedgerCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(LedgerCommand::explain)
            .execute(arguments);
    if (exitCode != RunCommand.SERVING) {
      System.exit(exitCode);
    }
  }

  /** A person at a terminal wants the reason; only what nobody expected is shown in full. */
  private static int explain(Exception failure, CommandLine command, ParseResult arguments) {
    Throwable cause = failure;
    while (!isExplained(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (!isExplained(cause)) {
      failure.printStackTrace(command.getErr());
    }
    command.getErr().println("The command failed: " + cause.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean isExplained(Throwable failure) {
    return failure instanceof DatabaseNotAvailableException
        || failure instanceof ImportFailedException
        || failure instanceof PortInUseException;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.USAGE;
  }
}
