package io.cascadeledger.journal.settings;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** What a tenant has settled about its books; until then, nothing asks for four eyes. */
@AggregateRoot(type = BooksSettingsId.STREAM_TYPE)
public class BooksSettings {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private BooksSettingsId id;

  private boolean fourEyes;
  private PeriodRules periods = PeriodRules.STANDARD;

  /** For the event store, which fills it by replaying events. */
  protected BooksSettings() {}

  BooksSettings(ChangeBooksSettings command) {
    change(command);
  }

  void change(ChangeBooksSettings command) {
    apply(
        new BooksSettingsChanged(
            command.settings(),
            command.fourEyes(),
            command.periods(),
            command.time().businessDate(),
            command.time().postedAt()));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(BooksSettingsChanged changed) {
    id = changed.settings();
    fourEyes = changed.fourEyes();
    periods = changed.periods();
  }

  /** Whether a manual entry needs another's approval. */
  public boolean fourEyes() {
    return fourEyes;
  }

  /** What holds for accounting periods. */
  public PeriodRules periods() {
    return periods;
  }
}
