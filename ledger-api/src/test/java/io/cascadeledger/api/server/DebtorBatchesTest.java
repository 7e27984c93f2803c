package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests of many items, of bad items, and requests that are no good as a whole. */
class DebtorBatchesTest {

  private static final int ITEMS = 1_000;

  private final Platform platform = Platform.start();

  private static String account(int number) {
    String currency = number % 100 == 50 ? "XXXX" : "EUR";
    return "'A%d': {'currency': '%s', 'ledgerEntries': [{'ledgerEntryReference': 'I%d', 'invoiceDetails': {'amount': %d, 'dueDate': '2026-01-01'}, 'context': {}}]}"
        .formatted(number, currency, number, number % 100 == 25 ? -1 : 10);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void each_of_a_thousand_items_is_answered_and_the_good_ones_are_booked(boolean sequential) {
    String body =
        json(
            IntStream.range(0, ITEMS)
                .mapToObj(DebtorBatchesTest::account)
                .collect(Collectors.joining(",", "{", "}")));

    JsonNode answer =
        platform.post("create_accounts?sequential=" + sequential, body).expect(200).json();

    assertThat(answer.size()).isEqualTo(ITEMS);
    for (int i = 0; i < ITEMS; i++) {
      JsonNode item = answer.path("A" + i);
      boolean good = i % 100 != 25 && i % 100 != 50;
      assertThat(item.path("success").asBoolean()).as(item.toString()).isEqualTo(good);
      assertThat(item.path("messageIds").size()).isEqualTo(good ? 1 : 0);
      assertThat(item.path("messages").get(0).asString()).contains("A" + i);
    }
    assertThat(platform.balance("1500")).isEqualTo(10 * (ITEMS - 20));
  }

  @Test
  void the_items_of_one_account_stand_or_fall_together() {
    platform.newAccount("A");
    platform.newAccount("B");

    JsonNode answer =
        platform
            .post(
                "add_account_ledger_entries",
                json(
                    """
                    [{'accountReference': 'A', 'ledgerEntryReference': 'I1', 'invoiceDetails': {'amount': 10, 'dueDate': '2026-01-01'}, 'context': {}},
                     {'accountReference': 'B', 'ledgerEntryReference': 'I1', 'invoiceDetails': {'amount': 20, 'dueDate': '2026-01-01'}, 'context': {}},
                     {'accountReference': 'A', 'ledgerEntryReference': 'P1', 'paymentDetails': {'amount': 5}, 'context': {'ledgerEntryReference': 'I9'}}]
                    """))
            .expect(200)
            .json();

    assertThat(answer.at("/A/success").asBoolean()).isFalse();
    assertThat(answer.at("/A/messages/0").asString()).startsWith("A, ledger entry P1: ");
    assertThat(answer.at("/B/success").asBoolean()).isTrue();
    assertThat(platform.balance("1500")).isEqualTo(20);
  }

  @Test
  void a_reference_that_several_accounts_share_is_refused_with_their_names() {
    for (String account : new String[] {"A", "B"}) {
      platform.done("create_accounts", "{" + json(account(1).replace("A1", account)) + "}");
    }

    assertThat(
            platform.failed(
                "credit_claims",
                json("{'I1': {'amount': 4, 'currency': 'EUR', 'originator': 'DCA'}}")))
        .contains("A/I1", "B/I1");
    platform.done(
        "credit_claims", json("{'B/I1': {'amount': 4, 'currency': 'EUR', 'originator': 'DCA'}}"));
    assertThat(
            platform.read("get_account_claims", "accountReference", "B").at("/0/amount").asLong())
        .isEqualTo(6);
  }

  @Test
  void claims_are_read_page_by_page() {
    platform.newAccount("A");
    String entries =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    "{'accountReference': 'A', 'ledgerEntryReference': 'I%d', 'invoiceDetails': {'amount': 10, 'dueDate': '2026-01-01'}, 'context': {}}"
                        .formatted(i))
            .collect(Collectors.joining(",", "[", "]"));
    platform.done("add_account_ledger_entries", json(entries));

    Reply first = platform.get("get_account_claims", "accountReference", "A", "limit", "3");

    assertThat(first.expect(200).json().size()).isEqualTo(3);
    String link = first.header("Link");
    assertThat(link).startsWith("<").endsWith(">; rel=\"next\"");
    HttpRequest.Builder next =
        HttpRequest.newBuilder(java.net.URI.create(link.substring(1, link.indexOf('>'))))
            .header("Authorization", platform.tenant().token());
    Reply second = platform.tenant().send(next).expect(200);
    assertThat(second.json().at("/0/claimReference").asString()).isEqualTo("I3");
    assertThat(second.json().size()).isEqualTo(2);
    assertThat(second.header("Link")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create_accounts | [] | 400",
        "create_accounts | { | 400",
        "add_account_products | [{}] | 400",
        "add_account_products | {} | 400",
        "create_accounts | {\"A\": {}, \"A\": {}} | 400",
        "resolve_claims | \"text\" | 400",
      })
  void a_request_that_is_no_good_as_a_whole_is_told_so(String operation, String body, int status) {
    assertThat(platform.post(operation, body).expect(status).expectDiscreet().text("message"))
        .isNotEmpty();
  }

  @Test
  void who_may_not_is_told_in_the_form_of_the_surface() {
    Tenant tenant = platform.tenant();
    assertThat(
            tenant
                .send(HttpRequest.newBuilder(tenant.uri(platform.path("get_account"))))
                .expect(400)
                .text("message"))
        .isEqualTo("Missing required request parameters: [Authorization]");
    tenant
        .send(
            HttpRequest.newBuilder(tenant.uri(platform.path("get_account")))
                .header("Authorization", "nonsense"))
        .expect(401)
        .text("message");
    tenant.get("/v1/another/get_account").expect(403).text("message");
    tenant.get("/v1/" + tenant.name() + "/get_account").expect(400).text("message");
    platform.get("get_account", "accountReference", "none").expect(404).text("message");
    Tenant reader = RunningLedger.newTenant(Set.of(Scopes.LEDGER_READ));
    reader.get("/v1/" + reader.name() + "/get_account").expect(403).text("message");
  }

  @Test
  void a_client_that_asks_too_often_is_told_when_to_come_again() {
    try (LedgerServer slow =
        RunningLedger.start(
            RunningLedger.DATABASE.url(), Map.of("ledger.debtor-requests-per-second", 1))) {
      Platform there = platform.at(slow);
      Reply reply = there.get("get_account", "accountReference", "none");
      for (int i = 0; i < 5 && reply.status() != 429; i++) {
        reply = there.get("get_account", "accountReference", "none");
      }
      assertThat(reply.expect(429).text("message")).isEqualTo("Request was throttled.");
      assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
    }
  }

  @Test
  void a_body_of_posting_that_is_too_large_is_refused() {
    HttpRequest.Builder request =
        platform
            .request("create_accounts")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(" ".repeat(17_000_000)));
    platform.tenant().send(request).expect(413).text("message");
  }
}
