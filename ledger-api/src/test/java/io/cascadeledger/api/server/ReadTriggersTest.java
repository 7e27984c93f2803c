package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads of the surface for collections platforms that do more, or less, than read. */
@ExtendWith(StopsLedger.class)
class ReadTriggersTest {

  private final Platform platform = Platform.start();

  /** The triggers that were recorded: each with its account. */
  private List<String> fired() {
    return platform
        .read(
            "get_events",
            "eventType",
            "event.customTrigger.fired",
            "date",
            LocalDate.now(ZoneOffset.UTC).toString())
        .path("events")
        .valueStream()
        .map(event -> event.path("details"))
        .map(it -> it.path("accountReference").asString() + " " + it.path("triggerName").asString())
        .toList();
  }

  @Test
  void a_trigger_that_comes_with_a_read_is_an_event_of_each_account_that_was_read() {
    String debtor =
        "{'currency': 'EUR', 'debtors': [{'debtorReference': 'D', 'firstName': 'F', 'lastName': 'L', 'contactInformation': {}}]}";
    platform.done("create_accounts", json("{'A': %s, 'B': %s}".formatted(debtor, debtor)), 2);

    platform.read("get_account", "accountReference", "A", "triggerName", "looked");
    platform.read("get_account_claims", "accountReference", "A", "triggerName", "claims");
    platform.read("get_account_mandates", "accountReference", "B", "triggerName", "mandates");
    platform.read(
        "get_debtor_accounts_and_claims", "debtorReference", "D", "triggerName", "person");

    assertThat(fired())
        .containsExactly("A looked", "A claims", "B mandates", "A person", "B person");
  }

  @Test
  void nothing_is_recorded_of_what_is_not_there() {
    platform
        .get("get_account", "accountReference", "none", "triggerName", "looked")
        .expect(404)
        .text("message");

    assertThat(fired()).isEmpty();
  }

  @Test
  void who_may_only_read_may_not_have_anything_recorded() {
    Platform reader = new Platform(RunningLedger.newTenant(Set.of(Scopes.DEBTORS_READ)));

    assertThat(
            reader
                .get("get_account", "accountReference", "A", "triggerName", "looked")
                .expect(403)
                .text("message"))
        .contains(Scopes.DEBTORS_WRITE);
    reader.get("get_account", "accountReference", "A").expect(404);
  }

  @Test
  void while_the_read_model_is_behind_a_client_is_told_to_come_again() throws SQLException {
    platform.newAccount("A");
    platform.read("get_account", "accountReference", "A");
    try (Connection holding = RunningLedger.DATABASE.dataSource().getConnection()) {
      holding.setAutoCommit(false);
      holding
          .createStatement()
          .executeQuery(
              "SELECT * FROM projection_position WHERE projection = 'debtors' FOR UPDATE");
      platform.newAccount("B");

      Reply read = platform.get("get_account", "accountReference", "B").expect(503);
      Reply write =
          platform
              .post("resolve_claims", json("[{'ref': 'C', 'reason': 'CLAIM_SOLD'}]"))
              .expect(503);

      for (Reply reply : List.of(read, write)) {
        assertThat(reply.text("message")).contains("not up to date");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
      }
      holding.rollback();
    }
    platform.read("get_account", "accountReference", "B");
  }
}
