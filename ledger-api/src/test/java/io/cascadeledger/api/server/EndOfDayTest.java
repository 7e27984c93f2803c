package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A loan that the ledger services, over HTTP: its schedule, its days, its payoff. */
class EndOfDayTest {

  private static final Tenant LENDER = RunningLedger.newTenant();

  @Test
  void a_serviced_loan_has_a_schedule_from_its_first_disbursement_on() {
    UUID loan = open("2026-01-15");

    Reply schedule = LENDER.get("/v1/loans/" + loan + "/schedule").expect(200);

    assertThat(schedule.json().at("/instalments")).hasSize(12);
    assertThat(schedule.json().at("/instalments/0/due_date").asString()).isEqualTo("2026-02-15");
    assertThat(schedule.json().at("/instalments/0/outstanding/principal_minor").asString())
        .isEqualTo("83333");
    assertThat(schedule.json().at("/instalments/11/due_date").asString()).isEqualTo("2027-01-15");
  }

  @Test
  void the_end_of_a_day_books_interest_once_however_often_it_is_asked_for() {
    UUID loan = open("2026-01-15");

    close("2026-01-31");
    close("2026-01-31");

    // 17 days, 15 to 31 January, at 0.0730 of 1,000,000: 200 a day.
    assertThat(LENDER.owed(loan)).isEqualTo("0 3400 1000000 0");
    assertThat(LENDER.get("/v1/business-days/2026-01-31").expect(200).text("status"))
        .isEqualTo("completed");
  }

  @Test
  void a_payment_found_later_restates_the_interest_since() {
    UUID loan = open("2026-01-15");
    close("2026-01-31");

    Reply paid =
        LENDER.post("/v1/payments", Bodies.payment(loan, 500_000, "2026-01-20")).expect(201);

    assertThat(paid.text("payment_event_id")).isNotEmpty();
    // 5 days of 200 and 12 days of 100 on what the payment left, less what it paid: nothing of it.
    Reply quote = LENDER.get("/v1/loans/" + loan + "/payoff-quote?date=2026-02-01").expect(200);
    assertThat(quote.json().at("/quote/principal_minor").asString()).isEqualTo("500000");
    assertThat(quote.json().at("/quote/interest_minor").asString()).isEqualTo("2200");
    assertThat(quote.json().at("/quote/per_diem_minor").asString()).isEqualTo("100");
    assertThat(quote.json().at("/quote/total_minor").asString()).isEqualTo("502200");
    assertThat(quote.json().at("/days_ahead")).hasSize(10);
  }

  @Test
  void interest_that_was_restated_shows_what_was_posted_and_what_counts_now() {
    UUID loan = open("2026-01-15");
    close("2026-01-31");
    Reply paid =
        LENDER.post("/v1/payments", Bodies.payment(loan, 500_000, "2026-01-20")).expect(201);

    JsonNode last =
        LENDER
            .get("/v1/loans/" + loan + "/movements")
            .expect(200)
            .json()
            .path("items")
            .valueStream()
            .filter(item -> item.path("event_type").asString().equals("accrual"))
            .reduce((_, item) -> item)
            .orElseThrow();

    assertThat(last.path("restated").asBoolean()).isTrue();
    long posted = Long.parseLong(last.at("/as_posted/amount_minor").asString());
    long now = Long.parseLong(last.path("amount_minor").asString());
    assertThat(now).isPositive().isLessThan(posted);
    assertThat(last.at("/as_posted/restatements/0/caused_by_entry_id").asString())
        .isEqualTo(paid.text("journal_entry_id"));
    assertThat(
            LENDER
                .get("/v1/loans/" + loan + "/statement")
                .json()
                .at("/totals/interest_minor")
                .asString())
        .isEqualTo("2200");
  }

  @Test
  void a_loan_becomes_late_and_is_charged_for_it() {
    UUID loan = open("2026-01-15");

    close("2026-02-20");

    Reply late = LENDER.get("/v1/loans/" + loan + "/delinquency?date=2026-02-20").expect(200);
    assertThat(late.text("bucket")).isEqualTo("days_1_to_30");
    assertThat(late.json().at("/days_past_due").asString()).isEqualTo("5");
    assertThat(LENDER.balance(loan).text("penalties_receivable_minor")).isEqualTo("2500");
  }

  @Test
  void a_change_of_the_rate_counts_from_its_day_on() {
    UUID loan = open("2026-01-15");
    close("2026-01-31");

    Reply changed =
        LENDER
            .post(
                "/v1/loans/" + loan + "/terms-changes",
                """
                {"effective_at": "2026-01-25", "annual_interest_rate": "0.146"}
                """)
            .expect(201);

    assertThat(changed.json().at("/restated")).hasSize(1);
    // 10 days of 200 and 7 of 400.
    assertThat(LENDER.owed(loan)).isEqualTo("0 4800 1000000 0");
  }

  @Test
  void interest_of_a_serviced_loan_cannot_be_posted_and_a_plain_loan_has_no_schedule() {
    UUID plain = LENDER.newLoan();
    UUID serviced = open("2026-01-15");

    assertThat(
            LENDER
                .post("/v1/accruals/batch", Bodies.accrual(serviced, 500, "2026-01-31"))
                .expect(422)
                .errors())
        .anyMatch(error -> error.endsWith("interest_is_computed"));
    assertThat(LENDER.get("/v1/loans/" + plain + "/schedule").expect(422).text("code"))
        .isEqualTo("loan_not_serviced");
  }

  @Test
  void a_day_out_of_range_is_refused_as_a_whole() {
    Reply future =
        LENDER.send(LENDER.request("/v1/business-days/2999-01-01/close").POST(nothing()));
    Reply past = LENDER.send(LENDER.request("/v1/business-days/1969-12-31/close").POST(nothing()));
    Reply none = LENDER.send(LENDER.request("/v1/business-days/2026-02-30/close").POST(nothing()));

    future.expectProblem(422, "effective_date_in_future");
    assertThat(future.errors()).containsExactly("date/effective_date_in_future");
    past.expectProblem(422, "effective_date_out_of_range");
    assertThat(past.errors()).containsExactly("date/effective_date_out_of_range");
    none.expectProblem(400, "invalid_request");
    assertThat(none.errors()).containsExactly("date/invalid_format");
    LENDER.get("/v1/business-days/1969-12-31").expectProblem(404, "not_found");
  }

  @Test
  void the_days_of_a_range_are_listed_with_the_last_run_for_each() {
    Tenant lender = RunningLedger.newTenant();
    open(lender, "2026-01-15");
    close(lender, "2026-01-31");
    close(lender, "2026-02-28");
    Reply first = lender.get("/v1/business-days/2026-01-31").expect(200);
    close(lender, "2026-01-31");

    Reply listed = lender.get("/v1/business-days?from=2026-01-01&to=2026-02-28").expect(200);

    assertThat(listed.json().at("/business_days")).hasSize(2);
    assertThat(listed.text("/business_days/0/business_date")).isEqualTo("2026-01-31");
    assertThat(listed.text("/business_days/0/events")).isEqualTo("0");
    assertThat(listed.text("/business_days/0/closed_at")).isEqualTo(first.text("ended_at"));
    assertThat(listed.text("/business_days/0/asked_by")).isEqualTo(lender.client().client().id());
    assertThat(listed.text("/business_days/1/loans_closed")).isEqualTo("1");
    assertThat(
            lender
                .get("/v1/business-days?from=2026-02-01&to=2026-02-27")
                .expect(200)
                .json()
                .at("/business_days"))
        .isEmpty();
    assertThat(lender.get("/v1/business-days?to=2026-02-28").expect(200).body())
        .contains("2026-01-31", "2026-02-28");
    assertThat(lender.get("/v1/business-days").expect(200).body()).doesNotContain("2026-02-28");
  }

  @Test
  void a_range_of_days_is_checked() {
    assertThat(
            LENDER
                .get("/v1/business-days?from=2026-02-02&to=2026-02-01")
                .expectProblem(400, "invalid_request")
                .errors())
        .containsExactly("from/too_large");
    assertThat(
            LENDER
                .get("/v1/business-days?from=2024-01-01&to=2026-02-01")
                .expectProblem(400, "invalid_request")
                .errors())
        .containsExactly("from/too_small");
  }

  @Test
  void another_tenant_sees_no_days_but_its_own() {
    close("2026-01-31");

    RunningLedger.newTenant().get("/v1/business-days/2026-01-31").expectProblem(404, "not_found");
  }

  @Test
  void terms_of_which_no_schedule_can_be_made_are_refused() {
    String body = loan(UUID.randomUUID(), "2026-01-15").replace("\"instalment_count\": 12,", "");

    assertThat(LENDER.post("/v1/loans", body).expect(422).text("code")).isEqualTo("terms_unsound");
  }

  private static UUID open(String date) {
    return open(LENDER, date);
  }

  static UUID open(Tenant lender, String date) {
    UUID loan = UUID.randomUUID();
    lender.post("/v1/loans", loan(loan, date)).expect(201);
    lender
        .post(
            "/v1/disbursements",
            """
            {"loan_id": "%s", "amount_minor": "1000000", "currency": "USD", "effective_at": "%s",
             "method": "ach"}
            """
                .formatted(loan, date))
        .expect(201);
    return loan;
  }

  static String loan(UUID loan, String date) {
    return """
        {"loan_id": "%s", "borrower_id": "%s", "currency": "USD", "effective_at": "%s",
         "terms": {
           "principal_minor": "1000000", "annual_interest_rate": "0.073",
           "day_count_convention": "ACT_365", "repayment_frequency": "monthly",
           "instalment_count": 12, "first_due_date": "2026-02-15",
           "servicing": {
             "interest_method": "declining_balance_daily", "amortization": "equal_principal",
             "late_charge": {"grace_days": 3, "flat_minor": "2500"}}}}
        """
        .formatted(loan, Bodies.BORROWER, date);
  }

  private static void close(String date) {
    close(LENDER, date);
  }

  /** Closes a day, and waits until that is done. */
  static void close(Tenant lender, String date) {
    lender.send(lender.request("/v1/business-days/" + date + "/close").POST(nothing())).expect(202);
    Reply progress = ended(lender, date);
    assertThat(progress.text("status")).isEqualTo("completed");
    assertThat(progress.json().at("/failed_loans")).isEmpty();
  }

  /** How the last run for a day has ended, once it has. */
  static Reply ended(Tenant lender, String date) {
    Reply progress = lender.get("/v1/business-days/" + date).expect(200);
    for (int tries = 0; tries < 600 && progress.text("status").equals("running"); tries++) {
      pause();
      progress = lender.get("/v1/business-days/" + date).expect(200);
    }
    return progress;
  }

  static BodyPublisher nothing() {
    return BodyPublishers.noBody();
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
