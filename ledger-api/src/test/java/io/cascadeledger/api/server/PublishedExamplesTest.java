package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.example;
import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The request examples of the published document, as they stand, in an order that makes sense. */
class PublishedExamplesTest {

  private static final String ACCOUNT = "ACCOUNT_REFERENCE_002";
  private static final String INVOICE = "INVOICE_LEDGER_ENTRY_REFERENCE_002_1";

  private final Platform platform = Platform.start();

  /** Sends an example, and gives the answer's item of a reference. */
  private JsonNode send(String operation) {
    return platform.done(operation, example(operation));
  }

  @Test
  void a_token_is_given_for_a_client_and_its_secret_alone() {
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (platform.tenant().client().client().id()
                        + ":"
                        + platform.tenant().client().secret())
                    .getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.tenant().uri("/v1/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.noBody());

    JsonNode token = platform.tenant().send(request).expect(200).json();

    assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
    assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(token.path("access_token").asString()).isNotEmpty();
  }

  @Test
  void an_account_is_created_and_read_as_it_was_sent() {
    JsonNode sent = Platform.tree(example("create_accounts")).path(ACCOUNT);

    JsonNode created = send("create_accounts");

    assertThat(created.path("messages").get(0).asString())
        .isEqualTo("Successfully created Account " + ACCOUNT);
    assertThat(created.path("data")).isEqualTo(sent);
    JsonNode read = platform.read("get_account", "accountReference", ACCOUNT);
    assertThat(List.copyOf(read.propertyNames()))
        .containsExactlyInAnyOrderElementsOf(sent.propertyNames());
    for (String part : List.of("currency", "paymentReference", "meta", "scores", "products")) {
      assertThat(read.path(part)).isEqualTo(sent.path(part));
    }
    assertThat(read.path("ledgerEntries")).isEqualTo(sent.path("ledgerEntries"));
    assertThat(read.path("debtors")).isEqualTo(sent.path("debtors"));
    JsonNode claim =
        platform.read("get_account_claims", "accountReference", ACCOUNT, "status", "ACTIVE").get(0);
    assertThat(claim.path("claimReference").asString()).isEqualTo(INVOICE);
    assertThat(claim.path("amount").asLong()).isEqualTo(100_000);
    assertThat(claim.path("primaryDebtor").path("lastName").asString()).isEqualTo("LAST_NAME_1");
  }

  @Test
  void an_account_gets_notes_entries_products_debtors_and_scores() {
    platform.newAccount(ACCOUNT);

    assertThat(send("update_account_meta").path("messages").get(0).asString())
        .isEqualTo("Successfully updated Account meta " + ACCOUNT);
    assertThat(send("add_account_ledger_entries").path("messages").get(0).asString())
        .isEqualTo("Successfully added Ledger Entries: INVOICE_LEDGER_ENTRY_REFERENCE_002_2");
    assertThat(send("add_account_products").path("messages").get(0).asString())
        .isEqualTo("Successfully added Product PRODUCT_REFERENCE_002_2");
    send("update_account_products");
    send("add_account_debtors");
    send("update_account_debtors");
    assertThat(send("set_account_scores").path("messages").get(0).asString())
        .isEqualTo("Successfully set the score of EXTERNAL");
    send("create_account_mandates");

    JsonNode mandates = platform.read("get_account_mandates", "accountReference", ACCOUNT);
    assertThat(mandates).isEqualTo(Platform.tree(example("create_account_mandates")));
    send("delete_account_mandates");
    assertThat(platform.read("get_account_mandates", "accountReference", ACCOUNT).isEmpty())
        .isTrue();
    JsonNode found =
        platform
            .read("get_debtor_accounts_and_claims", "debtorReference", "EXTERNAL_DEBTOR_REF_002")
            .get(0);
    assertThat(found.path("accountReference").asString()).isEqualTo(ACCOUNT);
    assertThat(found.path("claims").get(0).path("amount").asLong()).isEqualTo(13_025);
    assertThat(found.path("debtors").get(0).path("lastName").asString()).isEqualTo("Last_2");
    assertThat(found.path("meta").path("updateAccountMeta002").asString())
        .isEqualTo("updateAccountMetaValue002");
  }

  @Test
  void a_payment_is_matched_and_entries_are_brought_to_their_amounts() {
    send("create_accounts");
    send("add_account_ledger_entries");

    JsonNode entries = send("match_account_payment").path("data");

    // It is for a product that nothing is open of, so that it stays unapplied.
    assertThat(entries.size()).isEqualTo(1);
    assertThat(entries.get(0).path("paymentDetails").path("amount").asLong()).isEqualTo(100_000);
    platform.done(
        "add_account_ledger_entries",
        json(
            "[{'accountReference': '%s', 'ledgerEntryReference': 'P', 'paymentDetails': {'amount': 100000}, 'context': {'ledgerEntryReference': '%s'}}]"
                .formatted(ACCOUNT, INVOICE)));
    send("update_account_ledger_entries_amounts");
    JsonNode claims = platform.read("get_account_claims", "accountReference", ACCOUNT);
    assertThat(claims.get(0).path("amount").asLong()).isEqualTo(10_000);
    assertThat(claims.get(0).path("status").asString()).isEqualTo("ACTIVE");
    assertThat(claims.get(1).path("amount").asLong()).isZero();
    assertThat(claims.get(1).path("status").asString()).isEqualTo("RESOLVED");
  }

  @Test
  void a_claim_lives_through_all_that_can_happen_to_it() {
    send("create_accounts");

    send("create_claims");
    send("update_claims");
    assertThat(claim("CLAIM_REF_002_1").path("amount").asLong()).isEqualTo(5_000);
    platform.done("delete_claims", json("[{'ref': 'CLAIM_REF_002_1', 'reason': 'a mistake'}]"));
    send("recreate_claims");
    send("import_claims");
    platform.done(
        "create_claims",
        example("create_claims").replace("CLAIM_REF_002_1", "API_CLAIM_REF_002_1"));
    send("debit_claims");
    assertThat(claim("API_CLAIM_REF_002_1").path("amount").asLong()).isEqualTo(2_000);
    send("credit_claims");
    send("resolve_claims");

    assertThat(claim("API_CLAIM_REF_002_1").path("status").asString()).isEqualTo("RESOLVED");
    assertThat(claim("API_CLAIM_REF_002_1").path("amount").asLong()).isEqualTo(1_000);
    assertThat(claim("API_CLAIM_REF_002").path("totalFees").asLong()).isEqualTo(40);
  }

  private JsonNode claim(String reference) {
    return platform
        .read("get_account_claims", "accountReference", ACCOUNT)
        .valueStream()
        .filter(claim -> claim.path("claimReference").asString().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void journeys_promises_and_triggers_are_noted_on_claims() {
    for (String claim : List.of("CLAIM_REF_002", "property1", "property2")) {
      platform.done("create_claims", example("create_claims").replace("CLAIM_REF_002_1", claim));
    }

    send("pause_journeys");
    send("resume_journeys");
    send("stop_journeys");
    assertSucceeded(platform.post("create_promises_to_pay", example("create_promises_to_pay")), 2);
    assertSucceeded(
        platform.post("execute_custom_triggers", example("execute_custom_triggers")), 2);

    JsonNode promise = platform.read("get_promises_to_pay", "claimReference", "property1").get(0);
    assertThat(promise.path("amount").asLong()).isEqualTo(13_025);
    assertThat(promise.path("status").asString()).isEqualTo("BROKEN");
    assertThat(events("event.customTrigger.fired").get(0).path("details").path("triggerName"))
        .isEqualTo(Platform.tree("\"callDebtor\""));
  }

  private static void assertSucceeded(Reply reply, int items) {
    JsonNode answer = reply.expect(200).json();
    assertThat(answer.size()).isEqualTo(items);
    answer.forEach(
        item -> assertThat(item.path("success").asBoolean()).as(answer.toString()).isTrue());
  }

  private JsonNode events(String type) {
    return platform
        .read("get_events", "eventType", type, "date", LocalDate.now(ZoneOffset.UTC).toString())
        .path("events");
  }

  @Test
  void the_two_published_events_have_their_published_form() {
    JsonNode created = send("create_claims");
    send("create_accounts");
    platform.done(
        "match_account_payment",
        example("match_account_payment").replace("PRODUCT_REFERENCE_2", "PRODUCT_REFERENCE_1"));

    JsonNode ofClaim = events("event.claim.created").get(0);
    JsonNode payment = events("event.claimDebtPayment.processing.v1").get(0).path("details");

    assertThat(ofClaim.path("messageId")).isEqualTo(created.path("messageIds").get(0));
    assertThat(ofClaim.path("timestamp").asString()).matches("\\S{10}T\\S{12}Z");
    assertThat(ofClaim.path("details"))
        .isEqualTo(
            Platform.tree(
                json(
                    "{'messageType': 'event.claim.created.v1', 'claimRef': 'CLAIM_REF_002_1', 'receeveClaimRef': 'CLAIM_REF_002_1-2019-09-09', 'amount': 1000, 'currency': 'EUR', 'dueDate': '2019-02-15'}")));
    assertThat(payment)
        .isEqualTo(
            Platform.tree(
                json(
                    "{'messageType': 'event.claimDebtPayment.processing.v1', 'claimRef': '%s', 'receeveClaimRef': '%s-2022-01-08', 'providerName': 'trustly', 'amount': 100000, 'currency': 'EUR', 'trackingId': 'TRACKING_ID_2', 'paymentReference': 'PAYMENT_REFERENCE_2'}"
                        .formatted(INVOICE, INVOICE))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"get_landing_page_url", "get_message", "get_communication_message_urls"})
  void what_is_no_part_of_a_ledger_says_so(String operation) {
    assertThat(platform.get(operation, "claimReference", "C").expect(501).text("message"))
        .isNotEmpty();
  }
}
