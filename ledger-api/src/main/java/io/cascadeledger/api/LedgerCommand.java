package io.cascadeledger.api;

import io.cascadeledger.api.command.ClientCommand;
import io.cascadeledger.api.command.CloseDayCommand;
import io.cascadeledger.api.command.DemoCommand;
import io.cascadeledger.api.command.ExportJournalCommand;
import io.cascadeledger.api.command.ImportCommand;
import io.cascadeledger.api.command.KeyCommand;
import io.cascadeledger.api.command.LoadChartCommand;
import io.cascadeledger.api.command.RunCommand;
import io.cascadeledger.api.database.DatabaseNotAvailableException;
import io.cascadeledger.api.importing.ImportFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
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
    description = "An event-sourced double-entry ledger for lenders.")
public final class LedgerCommand implements Callable<Integer> {

  private static final Map<String, Class<?>> COMMANDS = commands();

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
        commandLine(arguments)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(LedgerCommand::explain)
            .execute(arguments);
    if (exitCode != RunCommand.SERVING) {
      System.exit(exitCode);
    }
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand.class);
    commands.put("demo", DemoCommand.class);
    commands.put("client", ClientCommand.class);
    commands.put("key", KeyCommand.class);
    commands.put("import", ImportCommand.class);
    commands.put("close-day", CloseDayCommand.class);
    commands.put("load-chart", LoadChartCommand.class);
    commands.put("export-journal", ExportJournalCommand.class);
    commands.put("help", HelpCommand.class);
    return commands;
  }

  /** To describe all commands takes longer than to run some, so only one that is named is there. */
  private static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new LedgerCommand());
    String first = arguments.length == 0 ? "" : arguments[0];
    boolean needsAll = !COMMANDS.containsKey(first) || first.equals("help");
    COMMANDS.forEach(
        (name, command) -> {
          if (needsAll || name.equals(first)) {
            line.addSubcommand(name, command);
          }
        });
    return line;
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
