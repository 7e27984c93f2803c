package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.bankFee;
import static io.cascadeledger.api.server.BooksBodies.entry;
import static io.cascadeledger.api.server.BooksBodies.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Entries that people write, over HTTP. */
@ExtendWith(StopsLedger.class)
class ManualEntriesTest {

  private final Tenant alice = RunningLedger.newTenant();

  private Reply write(String body) {
    return alice.post("/v1/journal-entries", body);
  }

  private JsonNode read(UUID entry) {
    return alice.get("/v1/journal-entries/" + entry).expect(200).json();
  }

  private String balance(String account, String currency) {
    return alice
        .get("/v1/accounts/%s/balance?currency=%s".formatted(account, currency))
        .expect(200)
        .text("normal_balance_minor");
  }

  @Test
  void an_entry_in_two_currencies_is_booked_and_read_back() {
    Reply written =
        write(
                entry(
                    "2026-05-01",
                    line("5900", "DR", 1_250, "USD"),
                    line("1000", "CR", 1_250, "USD"),
                    line("1000", "DR", 40, "JPY"),
                    line("5900", "CR", 40, "JPY")))
            .expect(201);
    assertThat(written.text("status")).isEqualTo("posted");

    JsonNode entry = read(written.id("journal_entry_id"));
    assertThat(entry.path("event_type").asString()).isEqualTo("manual_adjustment");
    assertThat(entry.path("description").asString()).isEqualTo("A fee of the bank");
    assertThat(entry.at("/metadata/case").asString()).isEqualTo("C-1");
    assertThat(entry.at("/manual_entry/status").asString()).isEqualTo("posted");
    assertThat(entry.at("/manual_entry/author").asString()).isEqualTo(alice.client().client().id());
    assertThat(entry.path("posted_at").asString()).isEqualTo(written.text("recorded_at"));
    assertThat(entry.path("lines").findValuesAsString("account_code"))
        .containsExactly("5900", "1000", "1000", "5900");
    assertThat(entry.path("lines").findValuesAsString("external_ref")).containsOnly("bank-7");
    assertThat(entry.path("lines").findValues("loan_id")).isEmpty();
    assertThat(balance("5900", "USD")).isEqualTo("1250");
    assertThat(balance("5900", "JPY")).isEqualTo("-40");
    assertThat(
            alice
                .get("/v1/trial-balance")
                .expect(200)
                .json()
                .path("totals")
                .findValuesAsString("difference_minor"))
        .containsExactly("0", "0");
  }

  @Test
  void an_entry_of_another_layer_its_draft_and_its_reversal_stay_in_it() {
    alice.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    String commitment = bankFee(700).replaceFirst("\\{", "{\"layer\": \"ENCUMBRANCE\", ");
    UUID id = write(commitment).expect(201).id("journal_entry_id");
    assertThat(read(id).path("lines").findValuesAsString("layer")).containsOnly("ENCUMBRANCE");

    alice.another().post("/v1/journal-entries/" + id + "/approve", "{}").expect(201);

    assertThat(balance("5900", "USD")).isEqualTo("0");
    assertThat(balance("5900", "USD&layer=ENCUMBRANCE")).isEqualTo("700");
    assertThat(balance("5900", "USD&layer=PENDING")).isEqualTo("0");
    assertThat(read(id).path("lines").findValuesAsString("layer")).containsOnly("ENCUMBRANCE");
    UUID reversal = alice.reverse(id).expect(201).id("journal_entry_id");
    assertThat(read(reversal).path("lines").findValuesAsString("layer"))
        .containsOnly("ENCUMBRANCE");
    assertThat(balance("5900", "USD&layer=ENCUMBRANCE")).isEqualTo("0");
    for (String format : List.of("hledger", "ledger", "beancount", "csv")) {
      assertThat(alice.get("/v1/exports/journal?format=" + format).expect(200).body())
          .doesNotContain(id.toString());
    }
  }

  @Test
  void a_retry_books_nothing_twice_and_a_rehearsal_books_nothing() {
    String key = Tenant.newKey();
    Reply first = alice.post("/v1/journal-entries", key, bankFee(5)).expect(201);
    Reply again = alice.post("/v1/journal-entries", key, bankFee(5)).expect(200);
    assertThat(again.body()).isEqualTo(first.body());
    alice.post("/v1/journal-entries", key, bankFee(6)).expectProblem(422, "idempotency_mismatch");

    Reply rehearsed = alice.post("/v1/journal-entries?dry_run=true", bankFee(7)).expect(200);

    assertThat(rehearsed.json().path("dry_run").asBoolean()).isTrue();
    assertThat(balance("5900", "USD")).isEqualTo("5");
  }

  @Test
  void with_four_eyes_a_draft_counts_once_another_has_approved_it() {
    alice.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    assertThat(alice.get("/v1/books-settings").expect(200).text("manual_entry_approval"))
        .isEqualTo("required");
    Reply draft = write(bankFee(700)).expect(201);
    UUID id = draft.id("journal_entry_id");
    assertThat(draft.text("status")).isEqualTo("draft");
    assertThat(read(id).has("posted_at")).isFalse();
    assertThat(read(id).at("/manual_entry/status").asString()).isEqualTo("draft");
    assertThat(balance("5900", "USD")).isEqualTo("0");
    alice.reverse(id).expectProblem(404, "journal_entry_not_found");
    String approve = "/v1/journal-entries/" + id + "/approve";
    alice.post(approve, "{}").expectProblem(403, "approver_is_author");
    Tenant bob = alice.another();

    bob.post(approve, "{\"reason\": \"Seen.\"}").expect(201);

    assertThat(balance("5900", "USD")).isEqualTo("700");
    JsonNode note = read(id).path("manual_entry");
    assertThat(note.path("author").asString()).isEqualTo(alice.client().client().id());
    assertThat(note.path("decided_by").asString()).isEqualTo(bob.client().client().id());
    assertThat(note.path("decision_reason").asString()).isEqualTo("Seen.");
    bob.post(approve, "{}").expectProblem(409, "entry_not_draft");
  }

  @Test
  void a_draft_is_decided_once_even_by_many_at_once() {
    alice.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    UUID id = write(bankFee(700)).expect(201).id("journal_entry_id");
    Tenant bob = alice.another();

    List<Reply> replies =
        Together.run(
            12,
            i ->
                bob.post(
                    "/v1/journal-entries/" + id + (i % 2 == 0 ? "/approve" : "/reject"),
                    "{\"reason\": \"So.\"}"));

    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).isSubsetOf(201, 409);
    String status = read(id).at("/manual_entry/status").asString();
    assertThat(balance("5900", "USD")).isEqualTo(status.equals("posted") ? "700" : "0");
  }

  @Test
  void those_that_wait_are_listed_and_a_rejected_one_says_why() {
    alice.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    UUID kept = write(bankFee(1)).expect(201).id("journal_entry_id");
    UUID withdrawn = write(bankFee(2)).expect(201).id("journal_entry_id");
    UUID last = write(bankFee(3)).expect(201).id("journal_entry_id");

    alice
        .post("/v1/journal-entries/" + withdrawn + "/reject", "{\"reason\": \"Mistyped.\"}")
        .expect(201);

    Reply first = alice.get("/v1/journal-entries?page_size=1").expect(200);
    assertThat(first.id("/items/0/journal_entry_id")).isEqualTo(kept);
    Reply second =
        alice.get("/v1/journal-entries?page_token=" + first.text("next_page_token")).expect(200);
    assertThat(second.json().path("items").findValuesAsString("journal_entry_id"))
        .containsExactly(last.toString());
    assertThat(second.json().has("next_page_token")).isFalse();
    Reply rejected = alice.get("/v1/journal-entries?status=rejected").expect(200);
    assertThat(rejected.text("/items/0/manual_entry/decision_reason")).isEqualTo("Mistyped.");
  }

  @Test
  void a_booked_entry_is_reversed_like_any_other() {
    UUID id = write(bankFee(700)).expect(201).id("journal_entry_id");

    Reply reversal = alice.reverse(id).expect(201);

    assertThat(reversal.id("reverses_entry_id")).isEqualTo(id);
    assertThat(balance("5900", "USD")).isEqualTo("0");
    UUID reversalId = reversal.id("journal_entry_id");
    assertThat(read(id).path("reversed_by_entry_id").asString()).isEqualTo(reversalId.toString());
    assertThat(read(reversalId).path("event_type").asString()).isEqualTo("reversal");
    alice.reverse(id).expectProblem(409, "entry_already_reversed");
    alice.reverse(reversalId).expectProblem(422, "reversal_not_reversible");
  }

  @Test
  void a_line_of_a_loan_is_not_taken() {
    String line = line("5900", "DR", 5, "USD");
    String ofLoan = line.replace("}", ", \"loan_id\": \"" + UUID.randomUUID() + "\"}");

    Reply refused = write(entry("2026-05-01", ofLoan, line("1000", "CR", 5, "USD")));

    assertThat(refused.expectProblem(400, "invalid_request").errors())
        .containsExactly("lines[0].loan_id/unknown_field");
  }

  @Test
  void entries_of_other_tenants_are_neither_seen_nor_decided() {
    alice.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    UUID id = write(bankFee(1)).expect(201).id("journal_entry_id");
    Tenant other = RunningLedger.newTenant();

    other.get("/v1/journal-entries/" + id).expectProblem(404, "journal_entry_not_found");
    other
        .post("/v1/journal-entries/" + id + "/approve", "{}")
        .expectProblem(404, "journal_entry_not_found");
    assertThat(other.get("/v1/books-settings").expect(200).text("manual_entry_approval"))
        .isEqualTo("not_required");
  }
}
