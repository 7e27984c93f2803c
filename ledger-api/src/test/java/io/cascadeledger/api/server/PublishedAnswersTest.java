package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The published calls besides the quickstart's: requests and answers, name by name. */
@ExtendWith(StopsLedger.class)
class PublishedAnswersTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  @Test
  void a_disbursement_debits_principal_receivable_and_credits_disbursement_clearing() {
    Reply reply = lender.post("/v1/disbursements", Bodies.disbursement(loan, 250_000)).expect(201);

    assertThat(names(reply.json()))
        .containsExactlyInAnyOrder("disbursement_event_id", "journal_entry_id", "posted_at");
    JsonNode entry = entry(reply.id("journal_entry_id"));
    assertThat(entry.path("event_type").asString()).isEqualTo("disbursement");
    assertThat(lines(entry)).containsExactly("1 1100 DR 250000", "2 1010 CR 250000");
  }

  @Test
  void a_batch_of_accruals_is_answered_as_a_whole() {
    Reply reply =
        lender.post("/v1/accruals/batch", Bodies.accrual(loan, 12_345, "2026-04-15")).expect(201);

    assertThat(names(reply.json()))
        .containsExactlyInAnyOrder(
            "accrual_event_id",
            "journal_entry_id",
            "loan_count",
            "total_accrued_minor",
            "posted_at");
    assertThat(reply.json().get("loan_count").isIntegralNumber()).isTrue();
    assertThat(reply.json().get("loan_count").intValue()).isEqualTo(1);
    assertThat(reply.text("total_accrued_minor")).isEqualTo("12345");
    JsonNode entry = entry(reply.id("journal_entry_id"));
    assertThat(entry.path("event_type").asString()).isEqualTo("accrual");
    assertThat(lines(entry)).containsExactly("1 1200 DR 12345", "2 4100 CR 12345");
  }

  @Test
  void a_reversal_names_both_entries_and_the_correlation() {
    UUID paid = lender.pay(loan, 1_000).expect(201).id("journal_entry_id");
    Reply reply = lender.reverse(paid).expect(201);

    assertThat(names(reply.json()))
        .containsExactlyInAnyOrder(
            "journal_entry_id", "reverses_entry_id", "posted_at", "correlation_id");
    assertThat(reply.id("reverses_entry_id")).isEqualTo(paid);
    assertThat(entry(reply.id("journal_entry_id")).path("correlation_id").asString())
        .isEqualTo(reply.text("correlation_id"));
  }

  @Test
  void an_entry_has_the_published_fields() {
    Reply payment = lender.pay(loan, 1_000).expect(201);
    JsonNode entry = entry(payment.id("journal_entry_id"));

    assertThat(names(entry))
        .contains(
            "journal_entry_id",
            "event_type",
            "effective_at",
            "posted_at",
            "lines",
            "correlation_id",
            "actor");
    assertThat(entry.path("event_type").asString()).isEqualTo("payment_received");
    assertThat(entry.path("effective_at").asString()).isEqualTo("2026-05-01");
    assertThat(entry.path("posted_at").asString()).isEqualTo(payment.text("posted_at"));
    assertThat(entry.path("actor").asString()).isEqualTo(lender.client().client().id());
    JsonNode line = entry.path("lines").path(0);
    assertThat(names(line))
        .containsExactlyInAnyOrder(
            "sequence",
            "account_code",
            "direction",
            "amount_minor",
            "currency",
            "layer",
            "loan_id",
            "borrower_id",
            "external_ref");
    assertThat(line.path("layer").asString()).isEqualTo("SETTLED");
    assertThat(line.path("amount_minor").isString()).isTrue();
    assertThat(line.path("sequence").isIntegralNumber()).isTrue();
    assertThat(line.path("loan_id").asString()).isEqualTo(loan.toString());
    assertThat(line.path("borrower_id").asString()).isEqualTo(Bodies.BORROWER);
    assertThat(line.path("external_ref").asString()).isEqualTo("stripe_ch_xyz123");
  }

  @Test
  void a_page_of_entries_holds_the_same_items_as_single_reads() {
    UUID paid = lender.pay(loan, 1_000).expect(201).id("journal_entry_id");
    JsonNode page =
        lender
            .get("/v1/loans/" + loan + "/journal-entries?event_type=payment_received")
            .expect(200)
            .json();

    assertThat(page.path("items").size()).isEqualTo(1);
    assertThat(page.path("items").path(0)).isEqualTo(entry(paid));
  }

  @Test
  void an_account_has_its_debits_credits_and_balance_on_its_normal_side() {
    lender.pay(loan, 1_000).expect(201);
    Reply reply = lender.get("/v1/accounts/1100/balance?currency=USD&layer=SETTLED").expect(200);

    assertThat(names(reply.json()))
        .containsExactlyInAnyOrder(
            "account_code",
            "currency",
            "layer",
            "as_of_date",
            "dr_balance_minor",
            "cr_balance_minor",
            "normal_balance_minor",
            "account_name");
    assertThat(reply.text("account_name")).isEqualTo("Principal Receivable");
    assertThat(reply.text("dr_balance_minor")).isEqualTo("1000000");
    assertThat(reply.text("cr_balance_minor")).isEqualTo("1000");
    assertThat(reply.text("normal_balance_minor")).isEqualTo("999000");
    assertThat(LocalDate.parse(reply.text("as_of_date"))).isAfter(LocalDate.of(2026, 5, 1));
  }

  @Test
  void a_payment_can_be_read_by_its_identifier() {
    Reply posted = lender.pay(loan, 1_000).expect(201);
    Reply read = lender.get("/v1/payments/" + posted.text("payment_event_id")).expect(200);

    for (String field : List.of("payment_event_id", "journal_entry_id", "posted_at")) {
      assertThat(read.text(field)).isEqualTo(posted.text(field));
    }
    assertThat(read.json().get("allocation")).isEqualTo(posted.json().get("allocation"));
    assertThat(read.text("amount_minor")).isEqualTo("1000");
    assertThat(read.text("borrower_id")).isEqualTo(Bodies.BORROWER);
  }

  @Test
  void a_loan_is_read_with_its_terms() {
    UUID id = UUID.randomUUID();
    lender
        .post(
            "/v1/loans",
            """
            {"loan_id": "%s", "borrower_id": "%s", "currency": "EUR", "effective_at": "2026-02-01",
             "program_id": "prog_7", "terms": {"principal_minor": "500000",
             "annual_interest_rate": "0.12", "day_count_convention": "ACT_365",
             "repayment_frequency": "monthly", "instalment_count": 12,
             "first_due_date": "2026-03-01"}, "metadata": {"branch": "12"}}"""
                .formatted(id, Bodies.BORROWER))
        .expect(201);
    Reply read = lender.get("/v1/loans/" + id).expect(200);

    assertThat(read.text("status")).isEqualTo("open");
    assertThat(read.text("/terms/principal_minor")).isEqualTo("500000");
    assertThat(read.text("/terms/annual_interest_rate")).isEqualTo("0.12");
    assertThat(read.json().at("/terms/instalment_count").intValue()).isEqualTo(12);
    assertThat(read.text("/terms/first_due_date")).isEqualTo("2026-03-01");
    assertThat(read.text("/metadata/branch")).isEqualTo("12");
  }

  private JsonNode entry(UUID id) {
    return lender.get("/v1/journal-entries/" + id).expect(200).json();
  }

  private static List<String> lines(JsonNode entry) {
    return entry
        .path("lines")
        .valueStream()
        .map(
            line ->
                "%d %s %s %s"
                    .formatted(
                        line.path("sequence").intValue(),
                        line.path("account_code").asString(),
                        line.path("direction").asString(),
                        line.path("amount_minor").asString()))
        .toList();
  }
}
