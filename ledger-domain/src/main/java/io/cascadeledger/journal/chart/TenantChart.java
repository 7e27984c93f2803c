package io.cascadeledger.journal.chart;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A tenant's chart of accounts. */
@AggregateRoot(type = ChartId.STREAM_TYPE)
public class TenantChart {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private ChartId id;

  private final Chart chart = new Chart();

  /** Nothing has happened to it yet; the event store fills it by replaying events. */
  protected TenantChart() {}

  void handle(OpenAccount command) {
    AccountDefinition account = command.account();
    if (chart.find(account.code()).isPresent()) {
      throw new Refused(
          RefusalCode.ACCOUNT_ALREADY_EXISTS,
          "The chart has an account %s already.".formatted(account.code()));
    }
    ChartRules.requireSoundParent(chart, account);
    apply(
        new AccountOpened(
            command.chart(), account, command.time().businessDate(), command.time().postedAt()));
  }

  void handle(CloseAccount command) {
    Account account = ChartRules.requireAccount(chart, command.code());
    ChartRules.requireOpen(account);
    ChartRules.requireNotBuiltIn(command.code());
    apply(
        new AccountClosed(
            command.chart(),
            command.code(),
            command.time().businessDate(),
            command.time().postedAt()));
  }

  void handle(ReopenAccount command) {
    if (ChartRules.requireAccount(chart, command.code()).open()) {
      throw new Refused(
          RefusalCode.ACCOUNT_OPEN, "The account %s is open.".formatted(command.code()));
    }
    apply(
        new AccountReopened(
            command.chart(),
            command.code(),
            command.time().businessDate(),
            command.time().postedAt()));
  }

  void handle(LoadChart command) {
    ChartLoading.decide(chart, command).forEach(event -> apply(event));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(ChartEvent event) {
    id = event.chart();
    chart.evolve(event);
  }

  /** The accounts as they are now. */
  public Chart chart() {
    return chart;
  }
}
