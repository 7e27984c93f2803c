package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.account;
import static io.cascadeledger.api.server.BooksBodies.entry;
import static io.cascadeledger.api.server.BooksBodies.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.journal.ChartOfAccounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The chart of accounts, over HTTP. */
@ExtendWith(StopsLedger.class)
class ChartTest {

  private final Tenant lender = RunningLedger.newTenant();

  private JsonNode chart() {
    return lender.get("/v1/accounts").expect(200).json().path("accounts");
  }

  private JsonNode read(String code) {
    return chart()
        .valueStream()
        .filter(account -> account.path("account_code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Reply sweep() {
    return lender.post(
        "/v1/journal-entries",
        entry("2026-05-01", line("1910", "DR", 700, "USD"), line("1000", "CR", 700, "USD")));
  }

  @Test
  void a_tenant_begins_with_the_accounts_of_loans() {
    assertThat(chart().findValuesAsString("account_code"))
        .isEqualTo(
            ChartOfAccounts.accounts().stream().map(account -> account.code().value()).toList());
    assertThat(read("1100").path("kind").asString()).isEqualTo("control");
    assertThat(read("1000").path("kind").asString()).isEqualTo("clearing");
    assertThat(read("5900").path("kind").asString()).isEqualTo("ordinary");
  }

  @Test
  void an_account_of_ones_own_takes_entries_until_it_is_closed() {
    lender.post("/v1/accounts", account("1910", ", \"currencies\": \"USD EUR\"")).expect(201);
    assertThat(read("1910").path("currencies").asString()).isEqualTo("EUR USD");
    sweep().expect(201);
    Reply balance = lender.get("/v1/accounts/1910/balance?currency=USD").expect(200);
    assertThat(balance.text("account_name")).isEqualTo("House Bank");
    assertThat(balance.text("normal_balance_minor")).isEqualTo("700");

    assertThat(lender.post("/v1/accounts/1910/close", "{}").expect(201).text("status"))
        .isEqualTo("closed");

    sweep().expectProblem(409, "account_closed");
    lender.post("/v1/accounts/1910/reopen", "{}").expect(201);
    sweep().expect(201);
    assertThat(
            lender
                .get("/v1/trial-balance")
                .expect(200)
                .json()
                .path("lines")
                .findValuesAsString("account_name"))
        .contains("House Bank");
    RunningLedger.newTenant()
        .get("/v1/accounts/1910/balance?currency=USD")
        .expectProblem(404, "account_not_found");
  }

  @Test
  void what_was_read_can_be_changed_and_loaded() {
    ObjectNode cash = (ObjectNode) read("1000");
    cash.put("account_name", "Geldtransit");
    cash.remove("built_in");
    String own = account("1910", ", \"parent_code\": \"1920\", \"kind\": \"clearing\"");
    String list =
        "{\"accounts\": [%s, %s, %s]}".formatted(own, account("1920", ""), cash.toString());

    Reply loaded = lender.put("/v1/chart-of-accounts", list).expect(201);

    assertThat(loaded.json().path("opened").asInt()).isEqualTo(2);
    assertThat(loaded.json().path("changed").asInt()).isEqualTo(1);
    assertThat(read("1000").path("account_name").asString()).isEqualTo("Geldtransit");
    assertThat(read("1910").path("parent_code").asString()).isEqualTo("1920");
    assertThat(read("1910").path("kind").asString()).isEqualTo("clearing");
    Reply again = lender.put("/v1/chart-of-accounts", list).expect(201);
    assertThat(again.json().path("opened").asInt() + again.json().path("changed").asInt()).isZero();
  }

  @Test
  void a_list_of_which_one_account_is_wrong_changes_nothing() {
    String list =
        "{\"accounts\": [%s, %s]}"
            .formatted(account("1910", ""), account("5900", "").replace("\"asset\"", "\"income\""));

    Reply refused = lender.put("/v1/chart-of-accounts", list);

    assertThat(refused.expectProblem(422, "account_type_fixed").errors())
        .containsExactly("accounts/account_type_fixed");
    assertThat(chart()).hasSize(ChartOfAccounts.accounts().size());
  }

  @Test
  void many_first_accounts_at_once_are_all_in_the_chart() {
    List<Reply> replies =
        Together.run(8, i -> lender.post("/v1/accounts", account(Integer.toString(1910 + i), "")));

    assertThat(replies).extracting(Reply::status).containsOnly(201);
    assertThat(chart()).hasSize(ChartOfAccounts.accounts().size() + 8);
  }

  @Test
  void a_currency_that_is_none_is_refused_with_its_name() {
    Reply refused = lender.post("/v1/accounts", account("1910", ", \"currencies\": \"USD XXX\""));

    assertThat(refused.expectProblem(400, "invalid_request").errors())
        .containsExactly("currencies/unknown_value");
  }
}
