package io.cascadeledger.journal.chart;

import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Decides on changes of charts. A tenant's chart begins with its first change. */
public final class ChartHandler {

  private final Repository<TenantChart> charts;

  /** Decides on what a repository holds. */
  public ChartHandler(Repository<TenantChart> charts) {
    this.charts = charts;
  }

  /**
   * Adds an account.
   *
   * @throws io.cascadeledger.refusal.Refused if the code is taken or the parent unsound
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(OpenAccount command) throws Exception {
    change(command.chart(), chart -> chart.handle(command));
  }

  /**
   * Closes an account.
   *
   * @throws io.cascadeledger.refusal.Refused if there is none that could be closed
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(CloseAccount command) throws Exception {
    change(command.chart(), chart -> chart.handle(command));
  }

  /**
   * Opens a closed account again.
   *
   * @throws io.cascadeledger.refusal.Refused if there is none that is closed
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(ReopenAccount command) throws Exception {
    change(command.chart(), chart -> chart.handle(command));
  }

  /**
   * Loads a list of accounts.
   *
   * @throws io.cascadeledger.refusal.Refused if one of them cannot be as the list has it
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(LoadChart command) throws Exception {
    change(command.chart(), chart -> chart.handle(command));
  }

  private void change(ChartId id, Consumer<TenantChart> change) throws Exception {
    try {
      charts.load(id.toString()).execute(change);
    } catch (AggregateNotFoundException _) {
      charts.newInstance(
          () -> {
            TenantChart chart = new TenantChart();
            change.accept(chart);
            return chart;
          });
    }
  }
}
