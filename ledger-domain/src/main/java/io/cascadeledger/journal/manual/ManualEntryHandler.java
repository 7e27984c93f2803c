package io.cascadeledger.journal.manual;

import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.chart.TenantChart;
import io.cascadeledger.journal.settings.BooksSettings;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Decides on manual entries, by the chart of the tenant and by what it has settled. */
public final class ManualEntryHandler {

  private final Repository<ManualEntry> entries;
  private final Repository<TenantChart> charts;
  private final Repository<BooksSettings> settings;

  /** Decides on what these repositories hold. */
  public ManualEntryHandler(
      Repository<ManualEntry> entries,
      Repository<TenantChart> charts,
      Repository<BooksSettings> settings) {
    this.entries = entries;
    this.charts = charts;
    this.settings = settings;
  }

  /**
   * Writes an entry: a draft if the tenant asks for four eyes, else booked at once.
   *
   * @throws Refused if the entry is unsound
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(PostManualEntry command) throws Exception {
    String tenant = command.manualEntry().tenant();
    boolean fourEyes = fourEyes(tenant);
    Chart chart = chart(tenant);
    entries.newInstance(() -> new ManualEntry(command, chart, fourEyes));
  }

  /**
   * Books a draft.
   *
   * @throws Refused if there is no such draft, its author asks, or an account takes it no more
   */
  @CommandHandler
  public void handle(ApproveManualEntry command) {
    Chart chart = chart(command.manualEntry().tenant());
    load(command.manualEntry()).execute(entry -> entry.approve(command, chart));
  }

  /**
   * Rejects a draft.
   *
   * @throws Refused if there is no such draft
   */
  @CommandHandler
  public void handle(RejectManualEntry command) {
    load(command.manualEntry()).execute(entry -> entry.reject(command));
  }

  /**
   * Undoes an entry.
   *
   * @throws Refused if it is not booked, or was undone before
   */
  @CommandHandler
  public void handle(ReverseManualEntry command) {
    load(command.manualEntry()).execute(entry -> entry.reverse(command));
  }

  private Aggregate<ManualEntry> load(ManualEntryId id) {
    try {
      return entries.load(id.toString());
    } catch (AggregateNotFoundException _) {
      throw new Refused(
          RefusalCode.JOURNAL_ENTRY_NOT_FOUND, "There is no manual entry " + id.value() + ".");
    }
  }

  private Chart chart(String tenant) {
    try {
      return charts.load(new ChartId(tenant).toString()).invoke(TenantChart::chart);
    } catch (AggregateNotFoundException _) {
      return new Chart();
    }
  }

  private boolean fourEyes(String tenant) {
    try {
      return settings.load(new BooksSettingsId(tenant).toString()).invoke(BooksSettings::fourEyes);
    } catch (AggregateNotFoundException _) {
      return false;
    }
  }
}
