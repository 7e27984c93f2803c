package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.time.PostingTime;
import java.util.List;

/**
 * Bring a list of accounts into a chart: those that it lacks are opened, those that it has are
 * defined, opened and closed as the list says, and those that the list lacks stay as they are.
 *
 * @param chart the chart
 * @param items the accounts
 * @param time when the command was received
 */
public record LoadChart(ChartId chart, List<Item> items, PostingTime time) {

  public LoadChart {
    items = List.copyOf(items);
  }

  /**
   * One account of the list.
   *
   * @param account how it is defined
   * @param open whether it takes manual entries
   */
  public record Item(AccountDefinition account, boolean open) {}
}
