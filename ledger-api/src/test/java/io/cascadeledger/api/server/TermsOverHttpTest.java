package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What the terms of a serviced loan charge, and how they give way, over HTTP: 12,000.00 without
 * interest in twelve instalments of 1,000.00 from 15 February on.
 */
class TermsOverHttpTest {

  private static final Tenant LENDER = RunningLedger.newTenant();
  private static final String CHARGES =
      """
      "charges": [
        {"code": "origination", "percent": "1.5", "percent_of": "principal_disbursed",
         "due": "disbursement"},
        {"code": "service", "flat_minor": "300", "due": "instalment"},
        {"code": "check", "component": "penalties", "flat_minor": "2500", "due": "date",
         "due_date": "2026-03-01"}]
      """;

  @Test
  void what_was_agreed_is_charged_when_it_falls_due() {
    UUID loan = open(CHARGES);

    Reply paidOut = disburse(loan, 1_200_000).expect(201);

    assertThat(paidOut.text("/charges/0/code")).isEqualTo("origination");
    assertThat(paidOut.text("/charges/0/component")).isEqualTo("fees");
    assertThat(paidOut.json().at("/charges/0/amount_minor").asString()).isEqualTo("18000");
    JsonNode schedule = schedule(loan);
    assertThat(schedule.at("/0/due/fees_minor").asString())
        .as("with the forecast")
        .isEqualTo("18300");
    assertThat(schedule.at("/1/due/penalties_minor").asString()).isEqualTo("2500");
    close("2026-02-13");
    assertThat(LENDER.balance(loan).text("fees_receivable_minor")).isEqualTo("18000");
    close("2026-02-28");
    assertThat(LENDER.balance(loan).text("fees_receivable_minor")).isEqualTo("18300");
    assertThat(LENDER.balance(loan).text("penalties_receivable_minor")).isEqualTo("2500");
    assertThat(schedule(loan).at("/0/outstanding/fees_minor").asString()).isEqualTo("18300");
    Reply quote = LENDER.get("/v1/loans/" + loan + "/payoff-quote?date=2026-03-15").expect(200);
    assertThat(quote.json().at("/quote/fees_minor").asString())
        .as("the second one, too")
        .isEqualTo("18600");
  }

  @Test
  void a_disbursement_with_charges_is_repeated_with_the_same_answer() {
    UUID loan = open(CHARGES);
    String body = Bodies.disbursement(loan, 500_000);
    String key = "with-charges:" + loan;

    Reply first = LENDER.post("/v1/disbursements", key, body).expect(201);
    Reply again = LENDER.post("/v1/disbursements", key, body).expect(200);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(LENDER.balance(loan).text("fees_receivable_minor")).isEqualTo("7500");
  }

  @Test
  void fees_of_a_supplied_schedule_are_charged_and_the_last_instalments_wait_for_their_payout() {
    UUID loan =
        open(
            """
            "schedule": [
              {"due_date": "2026-02-15", "principal_minor": "700000", "fees_minor": "400"},
              {"due_date": "2026-03-15", "principal_minor": "500000", "penalties_minor": "90"}]
            """);
    disburse(loan, 800_000).expect(201);

    JsonNode schedule = schedule(loan);
    assertThat(schedule.at("/0/outstanding/principal_minor").asString()).isEqualTo("700000");
    assertThat(schedule.at("/0/outstanding/fees_minor").asString()).isEqualTo("400");
    assertThat(schedule.at("/1/outstanding/principal_minor").asString()).isEqualTo("100000");
    close("2026-03-14");
    assertThat(LENDER.balance(loan).text("fees_receivable_minor")).isEqualTo("400");
    assertThat(LENDER.balance(loan).text("penalties_receivable_minor")).isEqualTo("90");
  }

  @Test
  void a_payment_that_is_found_later_takes_a_late_charge_back_and_its_reversal_brings_it_again() {
    UUID loan = open("\"late_charge\": {\"grace_days\": 3, \"flat_minor\": \"2500\"}");
    disburse(loan, 1_200_000).expect(201);
    close("2026-02-28");
    assertThat(LENDER.balance(loan).text("penalties_receivable_minor")).isEqualTo("2500");

    Reply found =
        LENDER.post("/v1/payments", Bodies.payment(loan, 100_000, "2026-02-15")).expect(201);
    assertThat(found.json().path("restated")).hasSize(1);
    assertThat(penalties(loan)).isEqualTo("0");
    LENDER
        .post(
            "/v1/reversals",
            Bodies.reversal(found.id("journal_entry_id")).replace("2026-05-02", "2026-05-11"))
        .expect(201);

    assertThat(penalties(loan)).isEqualTo("2500");
  }

  @Test
  void a_down_payment_is_an_instalment_of_its_own() {
    UUID loan = open("\"down_payment\": {\"percent\": \"20\"}");
    disburse(loan, 1_200_000).expect(201);

    JsonNode first = schedule(loan).get(0);
    assertThat(first.path("kind").asString()).isEqualTo("down_payment");
    assertThat(first.path("number").asInt()).isZero();
    assertThat(first.at("/due/principal_minor").asString()).isEqualTo("240000");
    assertThat(schedule(loan).at("/1/due/principal_minor").asString()).isEqualTo("80000");
    assertThat(delinquency(loan, "2026-01-18").json().path("overdue_minor").asString())
        .isEqualTo("240000");
    LENDER
        .post(
            "/v1/payments",
            Bodies.payment(loan, 240_000, "2026-01-15")
                .replaceFirst("\\{", "{\"payment_type\": \"down_payment\", "))
        .expect(201);
    assertThat(delinquency(loan, "2026-01-18").json().path("overdue_minor").asString())
        .isEqualTo("0");
  }

  @Test
  void what_is_overdue_is_spread_over_new_instalments() {
    UUID loan = open("\"delinquency_grace_days\": 0");
    disburse(loan, 1_200_000).expect(201);
    assertThat(delinquency(loan, "2026-04-20").text("bucket")).isEqualTo("days_61_to_90");

    reage(loan, "{\"first_due_date\": \"2026-06-01\", \"instalment_count\": 8}").expect(201);

    assertThat(delinquency(loan, "2026-04-20").text("bucket")).isEqualTo("current");
    JsonNode schedule = schedule(loan);
    assertThat(schedule).hasSize(3 + 8);
    assertThat(schedule.at("/0/outstanding/total_minor").asString()).isEqualTo("0");
    assertThat(schedule.at("/3/outstanding/principal_minor").asString()).isEqualTo("150000");
    assertThat(schedule.at("/3/due_date").asString()).isEqualTo("2026-06-01");
  }

  @Test
  void days_of_a_pause_do_not_count() {
    UUID loan = open("\"late_charge\": {\"flat_minor\": \"2500\"}");
    disburse(loan, 1_200_000).expect(201);
    close("2026-02-20");
    assertThat(penalties(loan)).isEqualTo("2500");

    Reply paused = pause(loan, "2026-02-16", "2026-02-25").expect(201);

    assertThat(paused.json().path("restated")).hasSize(1);
    assertThat(penalties(loan)).isEqualTo("0");
    Reply late = delinquency(loan, "2026-02-20");
    assertThat(late.json().path("paused").asBoolean()).isTrue();
    assertThat(late.json().path("days_past_due").asString()).isEqualTo("0");
    assertThat(late.text("/pauses/0/end_date")).isEqualTo("2026-02-25");
    assertThat(late.text("/pauses/0/delinquency_pause_id"))
        .isEqualTo(paused.text("delinquency_pause_id"));
    assertThat(delinquency(loan, "2026-03-01").json().path("days_past_due").asString())
        .isEqualTo("4");
  }

  @Test
  void a_schedule_of_the_lender_takes_new_instalments() {
    UUID loan = UUID.randomUUID();
    String supplied =
        "\"schedule\": [{\"due_date\": \"2026-03-15\", \"principal_minor\": \"1200000\"}]";
    LENDER.post("/v1/loans", loan(loan, supplied)).expect(201);
    disburse(loan, 1_200_000).expect(201);
    String half = "{\"due_date\": \"2026-%s-15\", \"principal_minor\": \"600000\"}";

    resupply(loan, half.formatted("05")).expectProblem(422, "terms_unsound");
    resupply(loan, half.formatted("05") + ", " + half.formatted("06")).expect(201);

    JsonNode schedule = schedule(loan);
    assertThat(schedule.at("/1/due_date").asString()).isEqualTo("2026-05-15");
    assertThat(schedule.at("/2/outstanding/principal_minor").asString()).isEqualTo("600000");
    assertThat(delinquency(loan, "2026-04-25").json().path("days_past_due").asString())
        .isEqualTo("0");
  }

  private static Reply resupply(UUID loan, String instalments) {
    return LENDER.post(
        "/v1/loans/" + loan + "/terms-changes",
        "{\"effective_at\": \"2026-04-20\", \"schedule\": {\"arrears\": \"spread\","
            + " \"instalments\": ["
            + instalments
            + "]}}");
  }

  @Test
  void a_pause_that_ends_earlier_lets_the_days_after_it_count_again() {
    UUID loan = open("\"late_charge\": {\"flat_minor\": \"2500\"}");
    disburse(loan, 1_200_000).expect(201);
    String pause = pause(loan, "2026-02-16", "2026-03-25").text("delinquency_pause_id");
    close("2026-03-01");
    assertThat(penalties(loan)).isEqualTo("0");

    Reply ended = endPause(loan, pause, "{\"last_date\": \"2026-02-20\"}").expect(201);

    assertThat(ended.text("last_date")).isEqualTo("2026-02-20");
    Reply late = delinquency(loan, "2026-03-01");
    assertThat(late.text("/pauses/0/end_date")).isEqualTo("2026-02-20");
    assertThat(late.json().path("days_past_due").asString()).isEqualTo("9");
    close("2026-03-01");
    assertThat(penalties(loan)).isEqualTo("2500");
    endPause(loan, pause, "{}").expect(201);
    assertThat(delinquency(loan, "2026-03-01").json().path("pauses")).isEmpty();
    endPause(loan, pause, "{}").expectProblem(404, "delinquency_pause_not_found");
  }

  private static Reply endPause(UUID loan, String pause, String body) {
    return LENDER.post("/v1/loans/" + loan + "/delinquency-pauses/" + pause + "/end", body);
  }

  @Test
  void instalments_may_fall_due_every_six_months() {
    UUID loan = UUID.randomUUID();
    LENDER.post("/v1/loans", loan(loan, "").replace("\"monthly\"", "\"semiannually\"")).expect(201);
    disburse(loan, 1_200_000).expect(201);

    assertThat(schedule(loan).at("/1/due_date").asString()).isEqualTo("2026-08-15");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'code': 'a', 'due': 'instalment'}",
        "{'code': 'a', 'flat_minor': '1', 'percent': '1', 'due': 'instalment'}",
        "{'code': 'a', 'percent': '1', 'due': 'instalment'}",
        "{'code': 'a', 'percent': '1', 'percent_of': 'instalment', 'due': 'disbursement'}",
        "{'code': 'a', 'percent': '101', 'percent_of': 'instalment', 'due': 'instalment'}",
        "{'code': 'a', 'flat_minor': '1', 'due': 'date'}",
        "{'code': 'a', 'component': 'interest', 'flat_minor': '1', 'due': 'instalment'}"
      })
  void a_charge_that_contradicts_itself_is_no_request(String charge) {
    String charges = "\"charges\": [" + charge.replace('\'', '"') + "]";

    Reply refused = LENDER.post("/v1/loans", loan(UUID.randomUUID(), charges)).expect(400);

    assertThat(refused.errors()).containsExactly("terms.servicing.charges[0]/invalid_format");
  }

  @Test
  void what_is_refused_says_why() {
    UUID empty = open("\"delinquency_grace_days\": 0");
    UUID plain = LENDER.newLoan();
    String twice =
        "\"charges\": [{\"code\": \"a\", \"flat_minor\": \"1\", \"due\": \"instalment\"},"
            + " {\"code\": \"a\", \"flat_minor\": \"1\", \"due\": \"instalment\"}]";

    LENDER.post("/v1/loans", loan(UUID.randomUUID(), twice)).expectProblem(422, "terms_unsound");
    reage(empty, "{\"first_due_date\": \"2026-06-01\", \"instalment_count\": 8}")
        .expectProblem(422, "nothing_owed");
    reage(empty, "{\"first_due_date\": \"2026-04-20\", \"instalment_count\": 8}")
        .expectProblem(422, "terms_unsound");
    pause(plain, "2026-04-01", "2026-04-02").expectProblem(422, "loan_not_serviced");
    pause(empty, "2026-04-01", "2026-03-31").expectProblem(422, "terms_unsound");
    assertThat(
            LENDER
                .post(
                    "/v1/loans",
                    loan(UUID.randomUUID(), "\"down_payment\": {\"percent\": \"100\"}"))
                .expect(400)
                .errors())
        .isEqualTo(List.of("terms.servicing.down_payment/invalid_format"));
  }

  /** Open penalties; a balance without any does not name them. */
  private static String penalties(UUID loan) {
    return LENDER.balance(loan).json().path("penalties_receivable_minor").asString("0");
  }

  private static Reply reage(UUID loan, String reage) {
    return LENDER.post(
        "/v1/loans/" + loan + "/terms-changes",
        "{\"effective_at\": \"2026-04-20\", \"reage\": " + reage + "}");
  }

  private static Reply pause(UUID loan, String start, String end) {
    return LENDER.post(
        "/v1/loans/" + loan + "/delinquency-pauses",
        "{\"start_date\": \"%s\", \"end_date\": \"%s\"}".formatted(start, end));
  }

  private static Reply delinquency(UUID loan, String date) {
    return LENDER.get("/v1/loans/" + loan + "/delinquency?date=" + date).expect(200);
  }

  private static JsonNode schedule(UUID loan) {
    return LENDER.get("/v1/loans/" + loan + "/schedule").expect(200).json().path("instalments");
  }

  private static UUID open(String servicing) {
    UUID loan = UUID.randomUUID();
    LENDER.post("/v1/loans", loan(loan, servicing)).expect(201);
    return loan;
  }

  private static Reply disburse(UUID loan, long minor) {
    return LENDER.post(
        "/v1/disbursements",
        """
        {"loan_id": "%s", "amount_minor": "%d", "currency": "USD", "effective_at": "2026-01-15",
         "method": "ach"}
        """
            .formatted(loan, minor));
  }

  private static String loan(UUID loan, String servicing) {
    return """
        {"loan_id": "%s", "borrower_id": "%s", "currency": "USD", "effective_at": "2026-01-15",
         "terms": {
           "principal_minor": "1200000", "annual_interest_rate": "0",
           "day_count_convention": "ACT_365", "repayment_frequency": "monthly",
           "instalment_count": 12, "first_due_date": "2026-02-15",
           "servicing": {
             "interest_method": "declining_balance_daily", "amortization": "equal_principal"%s}}}
        """
        .formatted(loan, Bodies.BORROWER, servicing.isEmpty() ? "" : ", " + servicing);
  }

  /** Closes a day, and waits until that is done. */
  private static void close(String date) {
    String path = "/v1/business-days/" + date;
    Reply progress =
        LENDER.send(LENDER.request(path + "/close").POST(BodyPublishers.noBody())).expect(202);
    for (int tries = 0; tries < 600 && progress.text("status").equals("running"); tries++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      progress = LENDER.get(path).expect(200);
    }
    assertThat(progress.text("status")).isEqualTo("completed");
    assertThat(progress.json().path("failed_loans")).isEmpty();
  }
}
