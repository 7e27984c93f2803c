package io.cascadeledger.api.command;

import io.cascadeledger.api.importing.ProgressBar;
import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What a command knows of the terminal that it runs in. */
final class Terminal {

  private Terminal() {}

  /** A progress bar, on the errors' side of the output. */
  static ProgressBar bar(CommandSpec spec, String unit) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new ProgressBar(spec.commandLine().getErr(), terminal, unit);
  }
}
