package io.cascadeledger.api.account;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.chart.Chart;
import java.util.List;

/** A chart of accounts as it is answered. */
record ChartAnswer(@Describe("The accounts, by code.") List<AccountAnswer> accounts) {

  static ChartAnswer of(Chart chart) {
    return new ChartAnswer(chart.accounts().stream().map(AccountAnswer::of).toList());
  }

  static ChartAnswer example() {
    return new ChartAnswer(List.of(AccountAnswer.example()));
  }
}
