package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.stream.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Debtor accounts and claims as they were after each of their events. */
@ExtendWith(StopsLedger.class)
class DebtorHistoryTest {

  private static final String DEBTOR =
      "'debtorReference': 'D-7', 'firstName': 'Zebulonia', 'lastName': 'Quarzmann',"
          + " 'contactInformation': {'country': 'DE', 'city': 'Plantedtown'}";

  private final Platform platform =
      new Platform(
          RunningLedger.newTenant(
              Set.of(Scopes.DEBTORS_READ, Scopes.DEBTORS_WRITE, Scopes.EVENTS_READ)));

  private JsonNode account(String rest) {
    return get("/v1/debtor-accounts/history/" + rest);
  }

  private JsonNode claim(String rest) {
    return get("/v1/claims/history/" + rest);
  }

  private JsonNode get(String path) {
    return platform.tenant().get(path).expect(200).json();
  }

  private static List<String> changed(JsonNode changes) {
    return changes
        .path("changes")
        .valueStream()
        .map(
            it ->
                "%s: %s -> %s"
                    .formatted(
                        it.path("path").asString(),
                        it.path("before").asString("none"),
                        it.path("after").asString("none")))
        .toList();
  }

  private long last(String type, String reference) {
    return platform
            .tenant()
            .get("/v1/streams/%s/%s/events".formatted(type, Digest.uuidOf(reference)))
            .expect(200)
            .body()
            .lines()
            .count()
        - 1;
  }

  private void openAccount(String reference) {
    platform.done(
        "create_accounts",
        json(
            "{'%s': {'currency': 'EUR', 'meta': {'branch': 'Graz'}, 'debtors': [{%s}],"
                    .formatted(reference, DEBTOR)
                + " 'products': [{'productReference': 'P', 'name': 'Phone'}], 'ledgerEntries':"
                + " [{'ledgerEntryReference': 'I', 'invoiceDetails': {'amount': 500, 'dueDate':"
                + " '2026-01-01'}, 'context': {}}, {'ledgerEntryReference': 'F', 'feeDetails':"
                + " {'amount': 20, 'type': 'REMINDER'}, 'context': {'ledgerEntryReference':"
                + " 'I'}}]}}"));
  }

  private void pay(String account, long amount, String tracking) {
    JsonNode answer =
        platform
            .post(
                "match_account_payment",
                json(
                    ("[{'accountReference': '%s', 'currency': 'EUR', 'totalAmount': %d,"
                            + " 'matchStrategy': 'ORDERED_LEDGER_ENTRIES', 'providerName': 'bank',"
                            + " 'trackingId': '%s'}]")
                        .formatted(account, amount, tracking)))
            .expect(200)
            .json();
    assertThat(answer.toString()).contains("\"success\":true");
  }

  private void createClaim(String reference, long amount) {
    platform.done(
        "create_claims",
        json(
            ("{'%s': {'amount': %d, 'currency': 'EUR', 'currentDueDate': '2026-01-01',"
                    + " 'originalDueDate': '2026-01-01', 'primaryDebtor': {%s}}}")
                .formatted(reference, amount, DEBTOR)));
  }

  @Test
  void an_account_is_shown_after_any_of_its_events() {
    openAccount("A/1 ü");
    String of = "?account_reference=A%2F1%20%C3%BC";
    long opened = last("debtor_account", "A/1 ü");
    pay("A/1 ü", 560, "T-1");
    long paid = last("debtor_account", "A/1 ü");

    JsonNode first = account("0" + of);
    assertThat(first.at("/event/type").asString()).isEqualTo("debtor_account_opened");
    assertThat(first.path("account_reference").asString()).isEqualTo("A/1 ü");
    assertThat(first.path("stream_id").asString()).isEqualTo(Digest.uuidOf("A/1 ü").toString());
    assertThat(first.at("/state/open_minor").asString()).isEqualTo("0");
    assertThat(first.at("/state/meta/branch").asString()).isEqualTo("\"Graz\"");

    JsonNode before = account(opened + of).path("state");
    assertThat(before.path("open_minor").asString()).isEqualTo("520");
    assertThat(before.path("entries").findValuesAsString("ledger_entry_reference"))
        .containsExactly("I", "F");
    assertThat(before.at("/claims/0/status").asString()).isEqualTo("active");
    assertThat(before.at("/claims/0/amount_minor").asString()).isEqualTo("500");
    assertThat(before.at("/claims/0/fees/0/open_minor").asString()).isEqualTo("20");
    assertThat(before.at("/products/0/name").asString()).isEqualTo("Phone");

    JsonNode after = account(paid + of).path("state");
    assertThat(after.path("open_minor").asString()).isEqualTo("0");
    assertThat(after.path("unapplied_minor").asString()).isEqualTo("40");
    assertThat(after.at("/claims/0/status").asString()).isEqualTo("resolved");
    assertThat(changed(account(paid + "/changes" + of + "&since=" + opened)))
        .contains(
            "open_minor: 520 -> 0",
            "unapplied_minor: 0 -> 40",
            "entries/I/open_minor: 500 -> none",
            "claims/I/status: active -> resolved",
            "claims/I/resolution: none -> claim_paid",
            "claims/I/fees/REMINDER/open_minor: 20 -> none");
    assertThat(account(paid + "/changes" + of + "&since=" + opened).path("events").size())
        .isEqualTo(paid - opened);
  }

  @Test
  void a_claim_is_shown_after_any_of_its_events() {
    createClaim("C-1", 700);
    platform.done(
        "credit_claims", json("{'C-1': {'amount': 300, 'currency': 'EUR', 'originator': 'DCA'}}"));
    platform.done("delete_claims", json("[{'ref': 'C-1', 'reason': 'a mistake'}]"));
    long last = last("claim", "C-1");
    String of = "?claim_reference=C-1";

    assertThat(claim("0" + of).at("/state/amount_minor").asString()).isEqualTo("700");
    assertThat(claim("0" + of).at("/state/status").asString()).isEqualTo("active");
    assertThat(changed(claim("1/changes" + of))).containsExactly("amount_minor: 700 -> 400");
    assertThat(claim(last + of).at("/event/type").asString()).isEqualTo("claim_deleted");
    assertThat(changed(claim(last + "/changes" + of + "&since=0")))
        .contains("status: active -> deleted");
    assertThat(changed(claim("0/changes" + of))).contains("status: none -> active");
  }

  @Test
  void an_account_as_it_was_known_is_the_one_after_the_last_event_by_then() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    openAccount("K/1 ü");
    String of = "?account_reference=K%2F1%20%C3%BC";
    long opened = last("debtor_account", "K/1 ü");
    Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
    pay("K/1 ü", 560, "T-9");
    long paid = last("debtor_account", "K/1 ü");
    JsonNode atOpening = account(opened + of);
    JsonNode afterPayment = account(paid + of);
    String firstPosted = account("0" + of).at("/event/posted_at").asString();

    assertThat(get("/v1/debtor-accounts/state" + of)).isEqualTo(afterPayment);
    assertThat(get("/v1/debtor-accounts/state" + of + "&known_at=" + then)).isEqualTo(atOpening);
    for (JsonNode moment : List.of(atOpening, afterPayment)) {
      assertThat(
              get(
                  "/v1/debtor-accounts/state%s&known_at=%s"
                      .formatted(of, moment.at("/event/posted_at").asString())))
          .isEqualTo(moment);
    }
    Reply notYet =
        platform
            .tenant()
            .get("/v1/debtor-accounts/state" + of + "&known_at=" + before)
            .expectProblem(404, "stream_not_found");
    assertThat(notYet.text("detail"))
        .endsWith("its first event was recorded at %s.".formatted(firstPosted));
  }

  @Test
  void a_claim_as_it_was_known_is_the_one_after_the_last_event_by_then() {
    createClaim("K-1", 700);
    Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
    platform.done(
        "credit_claims", json("{'K-1': {'amount': 300, 'currency': 'EUR', 'originator': 'DCA'}}"));
    String of = "?claim_reference=K-1";

    assertThat(get("/v1/claims/state" + of + "&known_at=" + then)).isEqualTo(claim("0" + of));
    assertThat(get("/v1/claims/state" + of)).isEqualTo(claim("1" + of));
    assertThat(get("/v1/claims/state" + of).at("/state/amount_minor").asString()).isEqualTo("400");
  }

  @Test
  void the_last_state_of_a_random_account_is_what_the_read_model_shows() {
    Random random = new Random(20_261_123);
    platform.newAccount("R");
    List<Long> open = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      if (i % 3 < 2) {
        platform.done(
            "add_account_ledger_entries",
            json(
                ("[{'accountReference': 'R', 'ledgerEntryReference': 'I-%d', 'invoiceDetails':"
                        + " {'amount': %d, 'dueDate': '2026-01-01'}, 'context': {}}]")
                    .formatted(i, 1 + random.nextInt(900))));
      } else {
        pay("R", 1L + random.nextInt(1_200), "T-" + i);
      }
      open.add(openNow());
    }
    List<Long> shown = new ArrayList<>();
    for (long sequence = 0; sequence <= last("debtor_account", "R"); sequence++) {
      JsonNode state = account(sequence + "?account_reference=R").path("state");
      shown.add(state.path("open_minor").asLong());
      long ofEntries =
          state.path("entries").valueStream().mapToLong(it -> it.path("open_minor").asLong()).sum();
      assertThat(ofEntries).isEqualTo(state.path("open_minor").asLong());
    }
    assertThat(shown).containsSubsequence(open);
  }

  private long openNow() {
    return platform
        .read("get_account_claims", "accountReference", "R", "limit", "100")
        .valueStream()
        .mapToLong(claim -> claim.path("amount").asLong())
        .sum();
  }

  @Test
  void nobody_is_shown_before_or_after_being_erased() {
    openAccount("E");
    createClaim("EC", 70);
    long last = last("debtor_account", "E");
    JsonNode account = account(last + "?account_reference=E");
    JsonNode claim = claim("0?claim_reference=EC");
    assertThat(account.at("/state/debtors/0/debtor_reference").asString()).isEqualTo("D-7");
    assertThat(claim.at("/state/primary_debtor/debtor_reference").asString()).isEqualTo("D-7");
    assertThat(account.toString() + claim).doesNotContain("Zebulonia", "Quarzmann", "Plantedtown");

    platform.done("erase_debtor", json("[{'debtorReference': 'D-7'}]"));

    assertThat(account(last + "?account_reference=E")).isEqualTo(account);
    assertThat(claim("0?claim_reference=EC")).isEqualTo(claim);
  }

  @Test
  void what_is_not_there_is_said_and_other_tenants_see_nothing() {
    openAccount("N");
    Tenant lender = platform.tenant();
    String of = "?account_reference=N";

    lender.get("/v1/debtor-accounts/history/99" + of).expectProblem(404, "event_not_found");
    lender.get("/v1/debtor-accounts/history/x" + of).expectProblem(400, "invalid_request");
    lender.get("/v1/debtor-accounts/history/0").expectProblem(400, "invalid_request");
    lender
        .get("/v1/debtor-accounts/history/0/changes" + of + "&since=1")
        .expectProblem(400, "invalid_request");
    lender.get("/v1/debtor-accounts/state").expectProblem(400, "invalid_request");
    lender
        .get("/v1/debtor-accounts/state" + of + "&known_at=yesterday")
        .expectProblem(400, "invalid_request");
    for (String read : List.of("history/0", "state")) {
      String accounts = "/v1/debtor-accounts/" + read;
      lender.get(accounts + "?account_reference=other").expectProblem(404, "stream_not_found");
      lender
          .get("/v1/claims/" + read + "?claim_reference=I")
          .expectProblem(404, "stream_not_found");
      RunningLedger.newTenant().get(accounts + of).expectProblem(404, "stream_not_found");
      RunningLedger.newTenant(Set.of(Scopes.DEBTORS_READ))
          .get(accounts + of)
          .expectProblem(403, "insufficient_scope");
    }
  }
}
