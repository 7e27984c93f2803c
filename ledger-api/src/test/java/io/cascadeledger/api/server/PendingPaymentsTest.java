package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Payments that are announced, and then settled or voided, over HTTP. */
@ExtendWith(StopsLedger.class)
class PendingPaymentsTest {

  private static final String VOID = "{\"reason_code\": \"payment_returned\"}";

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private static String pending(String body) {
    return body.replaceFirst("}$", ", \"layer\": \"PENDING\"}");
  }

  private Reply pend(long minor) {
    return pend(minor, "2026-05-01");
  }

  private Reply pend(long minor, String date) {
    return lender.post("/v1/payments", pending(Bodies.payment(loan, minor, date))).expect(201);
  }

  private Reply settle(Reply pended, String body) {
    return lender.post("/v1/payments/" + pended.text("payment_event_id") + "/settle", body);
  }

  private Reply voided(Reply pended) {
    return lender.post("/v1/payments/" + pended.text("payment_event_id") + "/void", VOID);
  }

  private JsonNode payment(Reply pended) {
    return lender.get("/v1/payments/" + pended.text("payment_event_id")).expect(200).json();
  }

  private JsonNode entry(String id) {
    return lender.get("/v1/journal-entries/" + id).expect(200).json();
  }

  private String balance(String account, String query) {
    return lender
        .get("/v1/accounts/" + account + "/balance?currency=USD" + query)
        .expect(200)
        .text("normal_balance_minor");
  }

  private JsonNode view() {
    return lender.get("/v1/loans/" + loan).expect(200).json();
  }

  @Test
  void a_pending_payment_is_shown_as_such_and_changes_nothing_of_the_loan() {
    String owed = lender.owed(loan);
    JsonNode before = lender.get("/v1/trial-balance").expect(200).json();

    Reply pended = pend(700);

    assertThat(pended.text("layer")).isEqualTo("PENDING");
    assertThat(pended.json().has("allocation")).isFalse();
    assertThat(lender.owed(loan)).isEqualTo(owed);
    assertThat(lender.get("/v1/trial-balance").expect(200).json()).isEqualTo(before);
    JsonNode payment = payment(pended);
    assertThat(payment.path("status").asString()).isEqualTo("PENDING");
    assertThat(payment.path("amount_minor").asString()).isEqualTo("700");
    assertThat(payment.has("allocation")).isFalse();
    assertThat(view().path("pending_minor").asString()).isEqualTo("700");
    assertThat(view().at("/pending_payments/0/payment_event_id").asString())
        .isEqualTo(pended.text("payment_event_id"));
    assertThat(balance("1000", "&layer=PENDING")).isEqualTo("700");
    assertThat(balance("2100", "&layer=PENDING")).isEqualTo("700");
    assertThat(balance("1000", "")).isEqualTo("0");
    JsonNode entry = entry(pended.text("journal_entry_id"));
    assertThat(entry.path("event_type").asString()).isEqualTo("payment_received");
    assertThat(entry.path("lines").findValuesAsString("layer")).containsOnly("PENDING");
    assertThat(lender.get("/v1/loans/" + loan + "/movements").expect(200).json().path("items"))
        .hasSize(1);
    assertThat(lender.get("/v1/loans/" + loan + "/statement?to=2026-05-02").expect(200).body())
        .doesNotContain(pended.text("journal_entry_id"));
  }

  @Test
  void a_settled_payment_keeps_its_identity_and_is_linked_both_ways() {
    Reply pended = pend(700);

    Reply settled = settle(pended, "{\"effective_at\": \"2026-05-04\"}").expect(201);

    assertThat(settled.text("payment_event_id")).isEqualTo(pended.text("payment_event_id"));
    assertThat(settled.text("pending_entry_id")).isEqualTo(pended.text("journal_entry_id"));
    assertThat(settled.json().at("/allocation/principal_minor").asString()).isEqualTo("700");
    JsonNode payment = payment(pended);
    assertThat(payment.path("status").asString()).isEqualTo("SETTLED");
    assertThat(payment.path("journal_entry_id").asString())
        .isEqualTo(settled.text("journal_entry_id"));
    assertThat(payment.path("effective_at").asString()).isEqualTo("2026-05-04");
    assertThat(payment.at("/pending/journal_entry_id").asString())
        .isEqualTo(pended.text("journal_entry_id"));
    assertThat(payment.at("/pending/effective_at").asString()).isEqualTo("2026-05-01");
    String ending = settled.text("pending_reversal_entry_id");
    assertThat(payment.at("/pending/reversed_by_entry_id").asString()).isEqualTo(ending);
    assertThat(entry(ending).path("reverses_entry_id").asString())
        .isEqualTo(pended.text("journal_entry_id"));
    assertThat(entry(pended.text("journal_entry_id")).path("reversed_by_entry_id").asString())
        .isEqualTo(ending);
    assertThat(balance("1000", "&layer=PENDING&as_of_date=2026-05-03")).isEqualTo("700");
    assertThat(balance("1000", "&as_of_date=2026-05-03")).isEqualTo("0");
    assertThat(balance("1000", "&layer=PENDING&as_of_date=2026-05-04")).isEqualTo("0");
    assertThat(balance("1000", "&as_of_date=2026-05-04")).isEqualTo("700");
    assertThat(view().has("pending_payments")).isFalse();
    lender
        .reverse(UUID.fromString(pended.text("journal_entry_id")))
        .expectProblem(409, "entry_already_reversed");
  }

  @Test
  void a_payment_that_is_settled_without_a_day_counts_since_it_was_pending_and_restates() {
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-04-20")).expect(201);
    Reply pended = pend(400, "2026-04-25");
    Reply later = lender.pay(loan, 600).expect(201);

    Reply settled = settle(pended, "{}").expect(201);

    assertThat(payment(pended).path("effective_at").asString()).isEqualTo("2026-04-25");
    assertThat(settled.json().at("/allocation/fees_minor").asString()).isEqualTo("400");
    assertThat(settled.json().at("/restated/0/journal_entry_id").asString())
        .isEqualTo(later.text("journal_entry_id"));
    assertThat(settled.json().at("/restated/0/allocation/fees_minor").asString()).isEqualTo("100");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999500 0");
  }

  @Test
  void a_voided_payment_is_kept_with_what_has_ended_it() {
    Reply pended = pend(700);

    Reply ended = voided(pended).expect(201);

    assertThat(ended.text("reverses_entry_id")).isEqualTo(pended.text("journal_entry_id"));
    JsonNode payment = payment(pended);
    assertThat(payment.path("status").asString()).isEqualTo("VOIDED");
    assertThat(payment.path("reversed_by_entry_id").asString())
        .isEqualTo(ended.text("journal_entry_id"));
    assertThat(balance("2100", "&layer=PENDING")).isEqualTo("0");
    assertThat(entry(ended.text("journal_entry_id")).path("lines").findValuesAsString("layer"))
        .containsOnly("PENDING");
  }

  @Test
  void it_is_known_what_was_known_to_be_pending() {
    Reply pended = pend(700);
    String knownAt = pended.text("posted_at");
    settle(pended, "{}").expect(201);

    assertThat(balance("1000", "&layer=PENDING&known_at=" + knownAt)).isEqualTo("700");
    assertThat(balance("1000", "&layer=PENDING")).isEqualTo("0");
    JsonNode trial =
        lender
            .get("/v1/trial-balance?layer=PENDING&as_of_date=2026-05-01&known_at=" + knownAt)
            .expect(200)
            .json();
    assertThat(trial.path("layer").asString()).isEqualTo("PENDING");
    assertThat(trial.at("/totals/0/dr_total_minor").asString()).isEqualTo("700");
    assertThat(trial.at("/totals/0/difference_minor").asString()).isEqualTo("0");
  }

  @Test
  void only_one_of_many_who_end_a_payment_at_once_does() {
    Reply pended = pend(700);

    List<Reply> replies = Together.run(12, i -> i % 2 == 0 ? settle(pended, "{}") : voided(pended));

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(replies)
        .filteredOn(reply -> reply.status() != 201)
        .extracting(reply -> reply.json().path("code").asString())
        .containsAnyOf("payment_already_settled", "payment_already_voided")
        .allMatch(code -> code.startsWith("payment_already_"));
    assertThat(balance("1000", "&layer=PENDING")).isEqualTo("0");
  }

  @Test
  void a_batch_takes_pending_payments_line_by_line_or_all_together() {
    String line = Batch.line(Tenant.newKey(), loan, 70).strip();
    String pendingLine = pending(Batch.line(Tenant.newKey(), loan, 30).strip());

    List<JsonNode> results = Batch.post(lender, List.of(line, pendingLine));

    assertThat(results).extracting(it -> it.path("status").asInt()).containsExactly(201, 201);
    assertThat(results.get(0).at("/payment").has("layer")).isFalse();
    assertThat(results.get(1).at("/payment/layer").asString()).isEqualTo("PENDING");
    String body =
        Batch.line(Tenant.newKey(), loan, 5).strip()
            + "\n"
            + pending(Batch.line(Tenant.newKey(), loan, 6).strip())
            + "\n";
    for (int attempt = 0; attempt < 2; attempt++) {
      List<JsonNode> atomic =
          Batch.results(Batch.send(lender, "?atomic=true", Batch.NDJSON, body).expect(200).body());
      assertThat(atomic)
          .extracting(it -> it.at("/payment/layer").asString(""))
          .containsExactly("", "PENDING");
    }
    assertThat(balance("1000", "&layer=PENDING")).isEqualTo("36");
    assertThat(balance("1000", "")).isEqualTo("75");
  }

  @Test
  void a_payment_that_nobody_knows_is_not_found() {
    String unknown = "/v1/payments/" + UUID.randomUUID();
    lender.post(unknown + "/settle", "{}").expectProblem(404, "payment_not_found");
    lender.post(unknown + "/void", VOID).expectProblem(404, "payment_not_found");
    Reply pended = pend(5);
    RunningLedger.newTenant()
        .post("/v1/payments/" + pended.text("payment_event_id") + "/settle", "{}")
        .expectProblem(404, "payment_not_found");
  }

  @Test
  void a_payment_is_in_no_other_layer() {
    lender
        .post(
            "/v1/payments",
            Bodies.payment(loan, 5, "2026-05-01")
                .replaceFirst("}$", ", \"layer\": \"ENCUMBRANCE\"}"))
        .expectProblem(400, "invalid_request");
  }

  @Test
  void a_pending_payment_in_a_closed_period_is_settled_on_an_open_day() {
    Reply pended = pend(700, "2026-02-10");
    lender.post("/v1/periods/2026-02-28/close", "{\"reason\": \"Month end.\"}").expect(201);

    settle(pended, "{}").expectProblem(409, "period_closed");

    settle(pended, "{\"effective_at\": \"2026-03-01\"}").expect(201);
    assertThat(
            lender
                .get("/v1/reconciliation/status")
                .expect(200)
                .json()
                .at("/ledger_integrity/status")
                .asString())
        .isEqualTo("ok");
  }

  @Test
  void the_events_and_the_history_of_the_loan_tell_of_it() {
    Reply pended = pend(700);
    settle(pended, "{}").expect(201);

    JsonNode events = lender.get("/v1/loans/" + loan + "/history/2").expect(200).json();
    assertThat(events.at("/event/type").asString()).isEqualTo("payment_pended");
    assertThat(events.at("/state/pending_minor").asString()).isEqualTo("700");
    JsonNode after = lender.get("/v1/loans/" + loan + "/history/4").expect(200).json();
    assertThat(after.at("/event/type").asString()).isEqualTo("payment_settled");
    assertThat(after.at("/state/pending_minor").asString()).isEqualTo("0");
  }
}
