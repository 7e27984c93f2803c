package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.server.ServicedLoan.Call;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One loan that is brought to the end of a day: by itself, or before a movement. */
@ExtendWith(StopsLedger.class)
class CatchUpTest {

  private final Tenant lender = RunningLedger.newTenant();

  /** It earns 200 a day from 15 January on, and 2,500 are charged for an instalment 3 days late. */
  private final UUID loan = EndOfDayTest.open(lender, "2026-01-15");

  @Test
  void a_payment_pays_the_interest_that_was_earned_until_the_day_before() {
    Reply paid = catchUp(payment(5_000, "2026-01-31")).expect(201);

    assertThat(paid.text("/allocation/interest_minor")).isEqualTo("3200");
    assertThat(paid.text("/allocation/principal_minor")).isEqualTo("1800");
    assertThat(paid.text("/caught_up/business_date")).isEqualTo("2026-01-30");
    assertThat(paid.text("/caught_up/interest_booked_minor")).isEqualTo("3200");
    assertThat(paid.text("/caught_up/late_charges_minor")).isEqualTo("0");
    assertThat(lender.owed(loan)).isEqualTo("0 0 998200 0");
    assertThat(lender.get("/v1/payments/" + paid.text("payment_event_id")).status()).isEqualTo(200);
  }

  @Test
  void it_is_posted_once_with_all_that_came_before_it() {
    Call call = payment(5_000, "2026-03-01");
    String key = Tenant.newKey();
    Reply first = lender.post(call.path() + "?catch_up=true", key, call.body()).expect(201);
    long events = RunningLedger.eventsOf(lender);

    Reply again = lender.post(call.path() + "?catch_up=true", key, call.body()).expect(200);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.json().at("/caught_up/instalments_fell_due").asInt()).isEqualTo(1);
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
    lender.post(call.path(), key, call.body()).expectProblem(422, "idempotency_mismatch");
  }

  @Test
  void the_same_is_answered_by_a_server_that_has_to_read_it() {
    Call call = payment(5_000, "2026-03-01");
    String key = Tenant.newKey();
    Reply first = lender.post(call.path() + "?catch_up=true", key, call.body()).expect(201);

    try (LedgerServer other = RunningLedger.start(RunningLedger.DATABASE.url())) {
      Reply again =
          lender.at(other).post(call.path() + "?catch_up=true", key, call.body()).expect(200);

      assertThat(again.body()).isEqualTo(first.body());
    }
  }

  @Test
  void a_movement_that_is_refused_leaves_the_loan_where_it_was() {
    long events = RunningLedger.eventsOf(lender);
    Call call = payment(5_000, "2026-01-31");

    catchUp(new Call(call.path(), call.body().replace("USD", "EUR")))
        .expectProblem(422, "currency_mismatch");

    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");
    catchUp(call).expect(201);
  }

  @Test
  void a_dry_run_says_what_it_would_bring_and_brings_nothing() {
    long events = RunningLedger.eventsOf(lender);
    Call call = payment(5_000, "2026-01-31");

    Reply tried =
        lender.send(
            lender
                .request(call.path() + "?catch_up=true&dry_run=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call.body())));

    tried.expect(200);
    assertThat(tried.json().path("dry_run").asBoolean()).isTrue();
    assertThat(tried.text("/caught_up/interest_booked_minor")).isEqualTo("3200");
    assertThat(tried.text("/allocation/interest_minor")).isEqualTo("3200");
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }

  @Test
  void what_answers_is_the_movement_and_not_a_late_charge_of_its_kind() {
    ServicedLoan it = new ServicedLoan(lender, loan);
    String penalty =
        "\"amount_minor\": \"700\", \"currency\": \"USD\", \"effective_at\": \"2026-02-20\","
            + " \"penalty_type\": \"mine\"";

    Reply posted = catchUp(it.of("penalties", penalty)).expect(201);

    assertThat(posted.text("/caught_up/late_charges_minor")).isEqualTo("2500");
    assertThat(posted.text("/caught_up/delinquency")).isEqualTo("days_1_to_30");
    assertThat(
            lender
                .get("/v1/journal-entries/" + posted.text("journal_entry_id"))
                .expect(200)
                .text("/lines/0/amount_minor"))
        .isEqualTo("700");
    assertThat(lender.balance(loan).text("penalties_receivable_minor")).isEqualTo("3200");
  }

  @Test
  void a_returned_payment_reverses_it_and_charges_its_own_fee() {
    UUID payment = catchUp(payment(5_000, "2026-01-31")).expect(201).id("payment_event_id");

    Reply returned =
        catchUp(
                new Call(
                    "/v1/loans/" + loan + "/payment-returns",
                    Bodies.paymentReturn(payment, 1_500, "2026-02-20")))
            .expect(201);

    assertThat(returned.text("/caught_up/late_charges_minor")).isEqualTo("2500");
    assertThat(
            lender
                .get("/v1/journal-entries/" + returned.text("fee_journal_entry_id"))
                .expect(200)
                .text("/lines/0/amount_minor"))
        .isEqualTo("1500");
    assertThat(returned.json().path("restated")).isNotEmpty();
  }

  @Test
  void a_loan_that_is_there_already_or_is_not_serviced_is_brought_nothing() {
    catchUp(payment(5_000, "2026-01-31")).expect(201);
    UUID plain = lender.newLoan();

    Reply second = catchUp(payment(5_000, "2026-01-31")).expect(201);
    Reply ofPlain =
        catchUp(new Call("/v1/payments", Bodies.payment(plain, 10, "2026-05-01"))).expect(201);

    assertThat(second.text("/caught_up/interest_booked_minor")).isEqualTo("0");
    assertThat(ofPlain.text("/caught_up/interest_booked_minor")).isEqualTo("0");
    assertThat(ofPlain.text("/allocation/principal_minor")).isEqualTo("10");
  }

  @Test
  void many_payments_at_once_book_the_interest_once() {
    List<Reply> replies = Together.run(8, _ -> catchUp(payment(5_000, "2026-01-31")));

    assertThat(replies).extracting(Reply::status).containsOnly(201);
    assertThat(replies)
        .extracting(reply -> reply.text("/caught_up/interest_booked_minor"))
        .containsOnlyOnce("3200")
        .containsOnly("3200", "0");
    assertThat(lender.owed(loan)).isEqualTo("0 0 963200 0");
  }

  @Test
  void a_loan_is_brought_to_the_end_of_a_day_by_itself() {
    UUID other = EndOfDayTest.open(lender, "2026-01-15");
    String key = Tenant.newKey();

    Reply closed = close("2026-02-20", key).expect(201);

    assertThat(closed.text("/brought/business_date")).isEqualTo("2026-02-20");
    assertThat(closed.text("/brought/interest_booked_minor")).isEqualTo("7400");
    assertThat(closed.text("/brought/late_charges_minor")).isEqualTo("2500");
    assertThat(closed.json().at("/brought/instalments_fell_due").asInt()).isEqualTo(1);
    assertThat(closed.text("/brought/delinquency")).isEqualTo("days_1_to_30");
    assertThat(lender.owed(loan)).isEqualTo("0 7400 1000000 0");
    assertThat(lender.owed(other)).isEqualTo("0 0 1000000 0");
    Reply again = close("2026-02-20", key).expect(200);
    assertThat(again.body()).isEqualTo(closed.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void where_nothing_is_to_be_brought_nothing_is_posted_and_the_key_stays_free() {
    close("2026-01-31", Tenant.newKey()).expect(201);
    long events = RunningLedger.eventsOf(lender);
    String key = Tenant.newKey();

    Reply nothing = close("2026-01-31", key).expect(200);

    assertThat(nothing.text("/brought/interest_booked_minor")).isEqualTo("0");
    assertThat(nothing.header("Idempotency-Replayed")).isNull();
    assertThat(nothing.header("Ledger-Position")).isNull();
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
    close("2026-02-01", key).expect(201);
    close("2026-02-02", key).expectProblem(422, "idempotency_mismatch");
    EndOfDayTest.close(lender, "2026-02-01");
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events + 1);
  }

  @Test
  void the_end_of_a_day_of_one_loan_can_be_tried() {
    long events = RunningLedger.eventsOf(lender);

    Reply tried = lender.send(request("2026-01-31", "?dry_run=true")).expect(200);
    Reply nothing = lender.send(request("2026-01-14", "?dry_run=true")).expect(200);

    assertThat(tried.text("/brought/interest_booked_minor")).isEqualTo("3400");
    assertThat(tried.json().path("dry_run").asBoolean()).isTrue();
    assertThat(nothing.text("/brought/interest_booked_minor")).isEqualTo("0");
    assertThat(nothing.json().path("dry_run").asBoolean()).isTrue();
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }

  @Test
  void a_day_out_of_range_and_an_unknown_loan_are_refused() {
    assertThat(
            close("2999-01-01", Tenant.newKey())
                .expectProblem(422, "effective_date_in_future")
                .errors())
        .containsExactly("date/effective_date_in_future");
    assertThat(
            close("1969-12-31", Tenant.newKey())
                .expectProblem(422, "effective_date_out_of_range")
                .errors())
        .containsExactly("date/effective_date_out_of_range");
    lender
        .post("/v1/loans/" + UUID.randomUUID() + "/business-days/2026-01-31/close", "")
        .expectProblem(404, "loan_not_found");
    lender.send(request("2026-01-31", "")).expectProblem(400, "idempotency_key_missing");
  }

  private Call payment(long minor, String date) {
    return new Call("/v1/payments", Bodies.payment(loan, minor, date));
  }

  private Reply catchUp(Call call) {
    return lender.post(call.path() + "?catch_up=true", call.body());
  }

  private Reply close(String date, String key) {
    return lender.send(request(date, "").header("Idempotency-Key", key));
  }

  private HttpRequest.Builder request(String date, String query) {
    return lender
        .request("/v1/loans/" + loan + "/business-days/" + date + "/close" + query)
        .POST(BodyPublishers.noBody());
  }
}
