package io.cascadeledger.journal.period;

import io.cascadeledger.journal.settings.BooksSettings;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.refusal.Refused;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Decides on closings and re-openings, by what the tenant has settled. */
public final class AccountingPeriodsHandler {

  private final Repository<AccountingPeriods> periods;
  private final Repository<BooksSettings> settings;

  /** Decides on what these repositories hold. */
  public AccountingPeriodsHandler(
      Repository<AccountingPeriods> periods, Repository<BooksSettings> settings) {
    this.periods = periods;
    this.settings = settings;
  }

  /**
   * Closes a period, or asks for it if the tenant wants four eyes.
   *
   * @throws Refused if the period is not over or closed already, or another change waits
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(ClosePeriod command) throws Exception {
    boolean fourEyes = fourEyes(command.periods());
    change(command.periods(), it -> it.close(command, fourEyes));
  }

  /**
   * Opens a period again, or asks for it if the tenant wants four eyes.
   *
   * @throws Refused if it is not the one that was closed last, or another change waits
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(ReopenPeriod command) throws Exception {
    boolean fourEyes = fourEyes(command.periods());
    change(command.periods(), it -> it.reopen(command, fourEyes));
  }

  /**
   * Lets a change happen that waits.
   *
   * @throws Refused if none waits, or who has asked for it approves it
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(ApprovePeriodChange command) throws Exception {
    change(command.periods(), it -> it.approve(command));
  }

  /**
   * Turns a change down that waits.
   *
   * @throws Refused if none waits
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(RejectPeriodChange command) throws Exception {
    change(command.periods(), it -> it.reject(command));
  }

  /**
   * Keeps the trial balance of a closing.
   *
   * @throws Refused if it has one, or the period was opened again
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(TakeSnapshot command) throws Exception {
    change(command.periods(), it -> it.take(command));
  }

  private void change(AccountingPeriodsId id, Consumer<AccountingPeriods> change) throws Exception {
    try {
      periods.load(id.toString()).execute(change);
    } catch (AggregateNotFoundException _) {
      periods.newInstance(
          () -> {
            AccountingPeriods first = new AccountingPeriods();
            change.accept(first);
            return first;
          });
    }
  }

  private boolean fourEyes(AccountingPeriodsId id) {
    try {
      return settings
          .load(new BooksSettingsId(id.tenant()).toString())
          .invoke(it -> it.periods().fourEyes());
    } catch (AggregateNotFoundException _) {
      return false;
    }
  }
}
