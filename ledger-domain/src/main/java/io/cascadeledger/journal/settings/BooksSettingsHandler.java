package io.cascadeledger.journal.settings;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Decides on what tenants settle about their books. */
public final class BooksSettingsHandler {

  private final Repository<BooksSettings> settings;

  /** Decides on what a repository holds. */
  public BooksSettingsHandler(Repository<BooksSettings> settings) {
    this.settings = settings;
  }

  /**
   * Changes the settings.
   *
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(ChangeBooksSettings command) throws Exception {
    try {
      settings.load(command.settings().toString()).execute(it -> it.change(command));
    } catch (AggregateNotFoundException _) {
      settings.newInstance(() -> new BooksSettings(command));
    }
  }
}
