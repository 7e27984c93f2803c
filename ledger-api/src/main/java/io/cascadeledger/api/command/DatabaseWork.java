package io.cascadeledger.api.command;

import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command whose subcommands work on something that is kept in the database.
 *
 * @param <T> what they work on
 */
abstract class DatabaseWork<T> implements Runnable {

  private final String subcommands;
  private final BiFunction<DataSource, Clock, T> kept;

  @Spec private CommandSpec spec;

  /**
   * A command.
   *
   * @param subcommands what it can do, as in {@code list or rotate}
   * @param kept opens what they work on
   */
  DatabaseWork(String subcommands, BiFunction<DataSource, Clock, T> kept) {
    this.subcommands = subcommands;
    this.kept = kept;
  }

  @Override
  public final void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: " + subcommands + ".");
  }

  /** As {@link DatabaseOptions#with} does. */
  final int with(DatabaseOptions options, Function<T, Integer> action) {
    return options.with(
        spec.commandLine(), database -> action.apply(kept.apply(database, Clock.systemUTC())));
  }

  final void print(String format, Object... values) {
    spec.commandLine().getOut().printf(format + "%n", values);
  }
}
