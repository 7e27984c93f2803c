package io.cascadeledger.journal.chart;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.time.PostingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what a list of accounts changes of a chart: all of it, or nothing if a line is wrong. */
final class ChartLoading {

  private final Chart chart;
  private final ChartId id;
  private final LocalDate date;
  private final Instant postedAt;
  private final List<ChartEvent> changes = new ArrayList<>();
  private int opened;
  private int changed;
  private int closed;
  private int reopened;

  private ChartLoading(Chart chart, ChartId id, PostingTime time) {
    this.chart = chart;
    this.id = id;
    this.date = time.businessDate();
    this.postedAt = time.postedAt();
  }

  /**
   * Decides.
   *
   * @return that the list was loaded, then what it changed, in the order of the list
   * @throws Refused if an account of the list cannot be as it is there
   */
  static List<ChartEvent> decide(Chart chart, LoadChart command) {
    requireSize(command);
    ChartLoading loading =
        new ChartLoading(Chart.with(chart.accounts()), command.chart(), command.time());
    Set<AccountCode> seen = new HashSet<>();
    for (LoadChart.Item item : command.items()) {
      if (!seen.add(item.account().code())) {
        throw new Refused(
            RefusalCode.ACCOUNT_REPEATED,
            "The list has the account %s twice.".formatted(item.account().code()));
      }
      loading.load(item);
    }
    // An account may stand in front of the one above it.
    command.items().forEach(it -> ChartRules.requireSoundParent(loading.chart, it.account()));
    return loading.events();
  }

  private static void requireSize(LoadChart command) {
    int size = command.items().size();
    if (size < 1 || size > Limits.ACCOUNTS_PER_LIST) {
      throw new Refused(
          RefusalCode.CHART_SIZE_OUT_OF_RANGE,
          "The list has %d accounts; it can have 1 to %d."
              .formatted(size, Limits.ACCOUNTS_PER_LIST));
    }
  }

  private void load(LoadChart.Item item) {
    AccountDefinition wanted = item.account();
    Account account = chart.find(wanted.code()).orElse(null);
    if (account == null) {
      opened++;
      happen(new AccountOpened(id, wanted, date, postedAt));
    } else if (!account.definition().equals(wanted)) {
      ChartRules.requireChangeable(account, wanted);
      changed++;
      happen(new AccountChanged(id, wanted, date, postedAt));
    }
    boolean isOpen = account == null || account.open();
    if (isOpen && !item.open()) {
      ChartRules.requireNotBuiltIn(wanted.code());
      closed++;
      happen(new AccountClosed(id, wanted.code(), date, postedAt));
    } else if (!isOpen && item.open()) {
      reopened++;
      happen(new AccountReopened(id, wanted.code(), date, postedAt));
    }
  }

  private void happen(ChartEvent event) {
    changes.add(event);
    chart.evolve(event);
  }

  private List<ChartEvent> events() {
    List<ChartEvent> events = new ArrayList<>(changes.size() + 1);
    events.add(new ChartLoaded(id, opened, changed, closed, reopened, date, postedAt));
    events.addAll(changes);
    return events;
  }
}
