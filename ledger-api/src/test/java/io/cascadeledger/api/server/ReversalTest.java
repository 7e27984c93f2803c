package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(StopsLedger.class)
class ReversalTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private JsonNode entry(UUID id) {
    return lender.get("/v1/journal-entries/" + id).expect(200).json();
  }

  private UUID fee(long minor) {
    return lender
        .post("/v1/loans/" + loan + "/fees", Bodies.fee(minor, "2026-04-20"))
        .expect(201)
        .id("journal_entry_id");
  }

  @Test
  void a_reversed_payment_restores_exactly_what_it_had_paid() {
    fee(500);
    lender.post("/v1/accruals/batch", Bodies.accrual(loan, 10_000, "2026-04-30")).expect(201);
    String before = lender.owed(loan);
    UUID paid = lender.pay(loan, 1_234_567).expect(201).id("journal_entry_id");
    assertThat(lender.owed(loan)).isEqualTo("0 0 0 224067");

    UUID reversal = lender.reverse(paid).expect(201).id("journal_entry_id");

    assertThat(lender.owed(loan)).isEqualTo(before).isEqualTo("500 10000 1000000 0");
    JsonNode original = entry(paid);
    JsonNode mirrored = entry(reversal);
    assertThat(original.path("reversed_by_entry_id").asString()).isEqualTo(reversal.toString());
    assertThat(mirrored.path("reverses_entry_id").asString()).isEqualTo(paid.toString());
    assertThat(mirrored.path("event_type").asString()).isEqualTo("reversal");
    assertThat(mirrored.path("description").asString()).isEqualTo("Booked twice");
    assertThat(lines(mirrored, "CR", "DR"))
        .containsExactlyInAnyOrderElementsOf(lines(original, "DR", "CR"));
  }

  /** Each line as account, amount and side, where the two sides are called as given. */
  private static List<String> lines(JsonNode entry, String debit, String credit) {
    return entry
        .path("lines")
        .valueStream()
        .map(
            line ->
                line.path("account_code").asString()
                    + line.path("amount_minor").asString()
                    + (line.path("direction").asString().equals("DR") ? debit : credit))
        .toList();
  }

  @Test
  void an_entry_is_reversed_at_most_once_even_by_many_at_once() {
    UUID paid = lender.pay(loan, 1_000).expect(201).id("journal_entry_id");

    List<Reply> replies = Together.run(16, _ -> lender.reverse(paid));

    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).isSubsetOf(201, 409);
    lender.reverse(paid).expectProblem(409, "entry_already_reversed");
    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");
  }

  @Test
  void unknown_entries_and_those_of_other_tenants_are_not_found() {
    UUID paid = lender.pay(loan, 1_000).expect(201).id("journal_entry_id");
    Tenant other = RunningLedger.newTenant();

    lender.reverse(UUID.randomUUID()).expectProblem(404, "journal_entry_not_found");
    other.reverse(paid).expectProblem(404, "journal_entry_not_found");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999000 0");
  }

  @Test
  void a_reversal_is_not_reversible() {
    UUID paid = lender.pay(loan, 1_000).expect(201).id("journal_entry_id");
    UUID reversal = lender.reverse(paid).expect(201).id("journal_entry_id");

    lender.reverse(reversal).expectProblem(422, "reversal_not_reversible");
  }

  private Reply accrueOn(UUID first, UUID second) {
    return lender
        .post(
            "/v1/accruals/batch",
            """
            {"program_id": "prog_7", "accrual_date": "2026-04-30",
             "day_count_convention": "ACT_365", "loans": [
             {"loan_id": "%s", "outstanding_principal_minor": "1", "interest_minor": "300"},
             {"loan_id": "%s", "outstanding_principal_minor": "1", "interest_minor": "7"}]}"""
                .formatted(first, second))
        .expect(201);
  }

  @Test
  void a_batch_of_accruals_is_reversed_on_all_its_loans() {
    UUID second = lender.newLoan();
    Reply batch = accrueOn(loan, second);
    UUID entry = batch.id("journal_entry_id");
    assertThat(entry(entry).path("lines").size()).isEqualTo(4);

    UUID reversal = lender.reverse(entry).expect(201).id("journal_entry_id");

    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");
    assertThat(lender.owed(second)).isEqualTo("0 0 1000000 0");
    assertThat(entry(reversal).path("lines").size()).isEqualTo(4);
    assertThat(entry(entry).path("reversed_by_entry_id").asString()).isEqualTo(reversal.toString());
    lender.reverse(entry).expectProblem(409, "entry_already_reversed");
  }

  @Test
  void the_reversal_of_a_batch_says_what_it_restates_and_says_it_again() {
    UUID second = lender.newLoan();
    Reply batch = accrueOn(loan, second);
    UUID paid = lender.pay(loan, 300).expect(201).id("journal_entry_id");
    UUID paidToo = lender.pay(second, 10).expect(201).id("journal_entry_id");
    String body = Bodies.reversal(batch.id("journal_entry_id"));
    String key = Tenant.newKey();

    Reply reversal = lender.post("/v1/reversals", key, body).expect(201);

    assertThat(reversal.json().path("restated_count").asInt()).isEqualTo(2);
    assertThat(reversal.json().path("restated").findValuesAsString("journal_entry_id"))
        .containsExactlyInAnyOrder(paid.toString(), paidToo.toString());
    assertThat(reversal.json().path("restated").findValuesAsString("principal_minor"))
        .containsExactlyInAnyOrder("300", "10");
    assertThat(lender.post("/v1/reversals", key, body).expect(200).body())
        .isEqualTo(reversal.body());
  }

  @Test
  void a_batch_of_which_one_loan_was_reversed_singly_is_reversed_on_none() {
    UUID second = lender.newLoan();
    UUID entry =
        lender
            .post(
                "/v1/accruals/batch",
                """
                {"program_id": "prog_7", "accrual_date": "2026-04-30",
                 "day_count_convention": "ACT_365", "loans": [
                 {"loan_id": "%s", "outstanding_principal_minor": "1", "interest_minor": "300"},
                 {"loan_id": "%s", "outstanding_principal_minor": "1", "interest_minor": "7"}]}"""
                    .formatted(loan, second))
            .expect(201)
            .id("journal_entry_id");
    UUID single =
        UUID.fromString(
            lender
                .get("/v1/loans/" + second + "/journal-entries?event_type=accrual")
                .expect(200)
                .text("/items/0/journal_entry_id"));
    lender.reverse(single).expect(201);

    Reply refused = lender.reverse(entry).expectProblem(422, "batch_refused");

    assertThat(refused.errors()).containsExactly("reverses_entry_id/entry_already_reversed");
    assertThat(refused.text("/errors/0/message")).startsWith("loans[1] of the batch");
    assertThat(lender.owed(loan)).isEqualTo("0 300 1000000 0");
  }

  @Test
  void a_fee_that_was_paid_can_be_reversed_and_what_had_paid_it_pays_principal() {
    UUID fee = fee(500);
    UUID paid = lender.pay(loan, 500).expect(201).id("journal_entry_id");

    Reply reversal = lender.reverse(fee).expect(201);

    assertThat(reversal.text("/restated/0/journal_entry_id")).isEqualTo(paid.toString());
    assertThat(reversal.text("/restated/0/allocation/principal_minor")).isEqualTo("500");
    JsonNode restatement =
        entry(UUID.fromString(reversal.text("/restated/0/restatement_entry_id")));
    assertThat(restatement.path("event_type").asString()).isEqualTo("restatement");
    assertThat(restatement.path("restates_entry_id").asString()).isEqualTo(paid.toString());
    assertThat(restatement.path("caused_by_entry_id").asString())
        .isEqualTo(reversal.text("journal_entry_id"));
    assertThat(lender.owed(loan)).isEqualTo("0 0 999500 0");
    lender.reverse(paid).expect(201);
    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");
  }

  @Test
  void a_reversal_opens_a_closed_loan_again() {
    UUID paid = lender.pay(loan, 1_000_000).expect(201).id("journal_entry_id");
    lender.post("/v1/loans/" + loan + "/close", "{}").expect(201);
    lender.pay(loan, 1).expectProblem(409, "loan_closed");
    assertThat(lender.get("/v1/loans/" + loan).text("status")).isEqualTo("closed");

    lender.reverse(paid).expect(201);

    assertThat(lender.get("/v1/loans/" + loan).expect(200).text("status")).isEqualTo("open");
    lender.pay(loan, 1).expect(201);
    assertThat(lender.owed(loan)).isEqualTo("0 0 999999 0");
  }

  @Test
  void an_entry_can_be_reversed_right_after_it_was_posted() {
    for (int i = 0; i < 30; i++) {
      lender.reverse(lender.pay(loan, 1_000).expect(201).id("journal_entry_id")).expect(201);
    }
    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");
  }

  @Test
  void a_reversal_is_not_effective_before_its_entry() {
    UUID paid = lender.pay(loan, 1_000).expect(201).id("journal_entry_id");
    Reply refused =
        lender.post(
            "/v1/reversals",
            """
            {"reverses_entry_id": "%s", "reason_code": "error_correction",
             "effective_at": "2026-04-30"}"""
                .formatted(paid));

    refused.expectProblem(422, "effective_date_before_entry");
    assertThat(refused.errors()).containsExactly("effective_at/effective_date_before_entry");
  }
}
