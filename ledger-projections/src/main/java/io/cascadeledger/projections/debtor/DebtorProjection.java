package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes debtor accounts and claims as they stand, and what has happened to them by its kind. */
@ProcessingGroup(DebtorProjection.NAME)
public final class DebtorProjection extends Projection {

  /** The projection's name. */
  public static final String NAME = "debtors";

  private static final List<String> TABLES =
      List.of(
          "debtor_account",
          "debtor_account_part",
          "debtor_account_entry",
          "debtor_payment",
          "claim",
          "claim_change",
          "claim_promise",
          "debtor_event");

  /** The debtors of a database. */
  public DebtorProjection(JdbcTemplate jdbc) {
    super(NAME, TABLES, jdbc);
  }

  @Override
  protected void project(List<RecordedEvent> events) {
    List<RecordedEvent> ofDebtors =
        events.stream()
            .filter(it -> it.event() instanceof AccountEvent || it.event() instanceof ClaimEvent)
            .toList();
    if (ofDebtors.isEmpty()) {
      return;
    }
    AccountRows accounts = new AccountRows();
    ofDebtors.forEach(accounts::add);
    AccountTables.write(jdbc(), accounts);
    ClaimRows claims = new ClaimRows(keys -> ClaimTables.read(jdbc(), keys));
    claims.add(ofDebtors);
    ClaimTables.write(jdbc(), claims);
    EventTable.write(jdbc(), ofDebtors.stream().flatMap(EventRow::of).toList());
  }
}
