package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.journal.ChartOfAccounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(StopsLedger.class)
class ReadsTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private String principalAsOf(String date) {
    return lender
        .get("/v1/loans/" + loan + "/balance?as_of_date=" + date)
        .expect(200)
        .text("principal_outstanding_minor");
  }

  @Test
  void a_back_dated_payment_counts_from_its_date() {
    lender.post("/v1/payments", Bodies.payment(loan, 100, "2026-03-10")).expect(201);
    lender.post("/v1/payments", Bodies.payment(loan, 7, "2026-02-10")).expect(201);

    assertThat(principalAsOf("2026-01-14")).isEqualTo("0");
    assertThat(principalAsOf("2026-02-09")).isEqualTo("1000000");
    assertThat(principalAsOf("2026-02-10")).isEqualTo("999993");
    assertThat(principalAsOf("2026-03-09")).isEqualTo("999993");
    assertThat(principalAsOf("2026-03-10")).isEqualTo("999893");
    assertThat(lender.balance(loan).text("principal_outstanding_minor")).isEqualTo("999893");
  }

  @Test
  void balances_as_they_were_known_are_those_that_were_given_then() {
    Reply march = lender.post("/v1/payments", Bodies.payment(loan, 100, "2026-03-10")).expect(201);
    List<String> reads =
        List.of(
            "/v1/loans/" + loan + "/balance?as_of_date=2026-04-01",
            "/v1/accounts/1100/balance?currency=USD&as_of_date=2026-04-01",
            "/v1/trial-balance?as_of_date=2026-04-01");
    List<String> then = reads.stream().map(read -> lender.get(read).expect(200).body()).toList();
    lender.post("/v1/payments", Bodies.payment(loan, 7, "2026-02-10")).expect(201);

    for (int i = 0; i < reads.size(); i++) {
      Reply known = lender.get(reads.get(i) + "&known_at=" + march.text("posted_at")).expect(200);
      assertThat(known.text("known_at")).isEqualTo(march.text("posted_at"));
      assertThat(known.body().replaceFirst("\"known_at\":\"[^\"]*\",", ""))
          .isEqualTo(then.get(i))
          .isNotEqualTo(lender.get(reads.get(i)).expect(200).body());
      assertThat(
              lender
                  .get(reads.get(i) + "&known_at=2100-01-01T00:00:00%2B02:00")
                  .expect(200)
                  .body()
                  .replaceFirst("\"known_at\":\"[^\"]*\",", ""))
          .isEqualTo(lender.get(reads.get(i)).expect(200).body());
    }
    lender
        .get("/v1/loans/" + loan + "/balance?known_at=2026-01-01T00:00:00Z")
        .expectProblem(404, "loan_not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-03-01", "2026-03-01T00:00:00", "now", "", "+12026-03-01T00:00:00Z", "2026"})
  void a_time_that_is_not_of_its_form_is_named(String time) {
    Reply reply =
        lender
            .get("/v1/trial-balance?known_at=" + time.replace("+", "%2B"))
            .expectProblem(400, "invalid_request");

    assertThat(reply.errors()).containsExactly("known_at/invalid_format");
  }

  @Test
  void the_pages_hold_every_entry_exactly_once_in_the_order_of_posting() {
    List<String> posted = new ArrayList<>();
    for (int i = 1; i <= 23; i++) {
      posted.add(lender.pay(loan, i).expect(201).text("journal_entry_id"));
    }
    List<String> read = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          lender
              .get("/v1/loans/" + loan + "/journal-entries?page_size=5" + token)
              .expect(200)
              .json();
      assertThat(page.path("items").size()).isBetween(1, 5);
      page.path("items").forEach(item -> read.add(item.path("journal_entry_id").asString()));
      token =
          page.has("next_page_token")
              ? "&page_token=" + page.path("next_page_token").asString()
              : null;
    } while (token != null);

    assertThat(read).hasSize(24);
    assertThat(read.subList(1, 24)).isEqualTo(posted);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5",
    "event_type=payment_received, 2",
    "event_type=fee_assessed, 1",
    "event_type=reversal, 1",
    "event_type=accrual, 0",
    "event_type=disbursement, 1",
    "from_date=2026-05-01, 3",
    "to_date=2026-04-30, 2",
    "from_date=2026-01-15&to_date=2026-01-15, 1",
    "from_date=2026-05-02&event_type=reversal, 1",
    "from_date=2026-04-01&to_date=2026-03-01, 0"
  })
  void entries_are_chosen_by_date_and_type(String query, int expected) {
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(5, "2026-04-20")).expect(201);
    lender.pay(loan, 1).expect(201);
    lender.reverse(lender.pay(loan, 2).expect(201).id("journal_entry_id")).expect(201);

    JsonNode page = lender.get("/v1/loans/" + loan + "/journal-entries?" + query).json();

    assertThat(page.path("items").size()).as(page.toString()).isEqualTo(expected);
  }

  @Test
  void the_trial_balance_sums_to_zero_on_every_day() {
    LoanLife.of(lender);
    lender.post("/v1/payments", Bodies.payment(loan, 100, "2026-03-10")).expect(201);

    for (LocalDate day = LocalDate.of(2026, 1, 10);
        day.isBefore(LocalDate.of(2026, 5, 10));
        day = day.plusDays(5)) {
      JsonNode totals = lender.get("/v1/trial-balance?as_of_date=" + day).json().path("totals");
      totals.forEach(total -> assertThat(total.path("difference_minor").asString()).isEqualTo("0"));
      assertThat(totals.size()).isEqualTo(day.isBefore(LocalDate.of(2026, 1, 15)) ? 0 : 1);
    }
    JsonNode lines = lender.get("/v1/trial-balance").expect(200).json().path("lines");
    assertThat(lines.valueStream().map(line -> line.path("account_code").asString()))
        .containsExactlyElementsOf(
            ChartOfAccounts.accounts().stream().map(account -> account.code().value()).toList());
  }

  @Test
  void a_new_tenant_has_an_empty_trial_balance_and_accounts_of_zero() {
    Tenant other = RunningLedger.newTenant();

    JsonNode trial = other.get("/v1/trial-balance").expect(200).json();
    assertThat(trial.path("lines").size()).isZero();
    assertThat(trial.path("totals").size()).isZero();
    assertThat(
            other
                .get("/v1/accounts/1100/balance?currency=EUR")
                .expect(200)
                .text("normal_balance_minor"))
        .isEqualTo("0");
  }

  @Test
  void a_read_right_after_a_write_sees_it() {
    long before = System.nanoTime();
    for (int i = 1; i <= 200; i++) {
      Reply paid = lender.pay(loan, 1).expect(201);
      String owed = Long.toString(1_000_000 - i);
      assertThat(lender.balance(loan).text("principal_outstanding_minor")).isEqualTo(owed);
      Reply named =
          lender
              .send(
                  lender
                      .request("/v1/journal-entries/" + paid.text("journal_entry_id"))
                      .header("Ledger-Position", paid.header("Ledger-Position")))
              .expect(200);
      assertThat(named.position()).isGreaterThanOrEqualTo(paid.position());
      assertThat(named.header("Ledger-Lag")).isNull();
    }
    // A projection that only looks from time to time would make each of the reads wait.
    assertThat(System.nanoTime() - before).isLessThan(40_000_000_000L);
  }

  @Test
  void a_read_from_the_future_waits_and_then_says_how_far_behind_its_answer_is() {
    long future = RunningLedger.events() + 1_000;
    long before = System.nanoTime();

    Reply reply = at(future, "/v1/loans/" + loan + "/balance").expect(200);

    assertThat(System.nanoTime() - before).isBetween(1_900_000_000L, 10_000_000_000L);
    assertThat(reply.position() + Long.parseLong(reply.header("Ledger-Lag"))).isEqualTo(future);
  }

  @Test
  void what_is_not_there_may_come_when_the_read_model_is_behind() {
    Reply reply = at(RunningLedger.events() + 1_000, "/v1/loans/" + UUID.randomUUID());

    reply.expectProblem(503, "projection_behind");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  private Reply at(long position, String path) {
    return lender.send(lender.request(path).header("Ledger-Position", Long.toString(position)));
  }

  @Test
  void what_is_unknown_or_belongs_to_another_tenant_is_not_found() {
    Reply paid = lender.pay(loan, 1).expect(201);
    Tenant other = RunningLedger.newTenant();
    for (Object id : List.of(loan, UUID.randomUUID())) {
      other.get("/v1/loans/" + id).expectProblem(404, "loan_not_found");
      other.get("/v1/loans/" + id + "/balance").expectProblem(404, "loan_not_found");
      other.get("/v1/loans/" + id + "/journal-entries").expectProblem(404, "loan_not_found");
    }
    other
        .get("/v1/journal-entries/" + paid.text("journal_entry_id"))
        .expectProblem(404, "journal_entry_not_found");
    other
        .get("/v1/payments/" + paid.text("payment_event_id"))
        .expectProblem(404, "payment_not_found");
    lender.get("/v1/accounts/9999/balance?currency=USD").expectProblem(404, "account_not_found");
  }
}
