package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A loan as it was after each of its events. */
@ExtendWith(StopsLedger.class)
class LoanHistoryTest {

  private final Tenant lender = RunningLedger.newTenant();

  private JsonNode after(UUID loan, long sequence) {
    return lender.get("/v1/loans/%s/history/%d".formatted(loan, sequence)).expect(200).json();
  }

  private JsonNode changes(UUID loan, String rest) {
    return lender.get("/v1/loans/%s/history/%s".formatted(loan, rest)).expect(200).json();
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

  @Test
  void each_event_has_the_state_that_the_loan_had_then() {
    UUID loan = lender.newLoan();
    Reply opened = lender.get("/v1/loans/" + loan + "/balance").expect(200);
    Reply wrong = lender.pay(loan, 5_000).expect(201);
    Reply paid = lender.get("/v1/loans/" + loan + "/balance").expect(200);
    lender.reverse(wrong.id("journal_entry_id")).expect(201);

    assertThat(after(loan, 0).at("/event/type").asString()).isEqualTo("loan_opened");
    assertThat(after(loan, 0).at("/state/principal_outstanding_minor").asString()).isEqualTo("0");
    assertThat(after(loan, 1).at("/state/principal_outstanding_minor").asString())
        .isEqualTo(opened.text("principal_outstanding_minor"));
    assertThat(after(loan, 2).at("/state/principal_outstanding_minor").asString())
        .isEqualTo(paid.text("principal_outstanding_minor"))
        .isNotEqualTo(opened.text("principal_outstanding_minor"));
    JsonNode last = after(loan, 3);
    assertThat(last.at("/event/type").asString()).isEqualTo("entry_reversed");
    assertThat(last.path("state")).isEqualTo(after(loan, 1).path("state"));
    assertThat(last.at("/state/status").asString()).isEqualTo("open");
  }

  @Test
  void two_states_are_compared_value_by_value() {
    UUID loan = lender.newLoan();
    long owed =
        Long.parseLong(
            lender.get("/v1/loans/" + loan + "/balance").text("principal_outstanding_minor"));
    lender.pay(loan, 5_000).expect(201);
    Reply fee = lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-05-02"));

    JsonNode payment = changes(loan, "2/changes");
    assertThat(payment.path("from_sequence").asLong()).isEqualTo(1);
    assertThat(payment.path("events").findValuesAsString("type")).containsExactly("payment_posted");
    assertThat(changed(payment))
        .containsExactly(
            "principal_outstanding_minor: %d -> %d".formatted(owed, owed - 5_000),
            "total_exposure_minor: %d -> %d".formatted(owed, owed - 5_000));

    JsonNode both = changes(loan, "3/changes?since=1");
    assertThat(both.path("events").findValuesAsString("type"))
        .containsExactly("payment_posted", "fee_assessed");
    assertThat(changed(both))
        .contains(
            "fees_receivable_minor: 0 -> 500",
            "charges/%s/open_minor: none -> 500".formatted(fee.expect(201).text("fee_event_id")));
    assertThat(changed(changes(loan, "0/changes"))).contains("status: none -> open");
    assertThat(changed(changes(loan, "1/changes?since=1"))).isEmpty();
  }

  @Test
  void a_serviced_loan_shows_its_rate_and_its_instalments() {
    UUID loan = EndOfDayTest.open(lender, "2026-01-15");
    JsonNode now = lender.get("/v1/loans/" + loan).expect(200).json();

    JsonNode opened = after(loan, 0).path("state");
    JsonNode disbursed = after(loan, 1).path("state");

    assertThat(opened.path("terms")).isEqualTo(now.path("terms"));
    assertThat(opened.path("instalments").isEmpty()).isTrue();
    assertThat(disbursed.path("annual_interest_rate").asString()).isEqualTo("0.073");
    assertThat(disbursed.path("instalments").size()).isEqualTo(12);
    assertThat(disbursed.at("/instalments/0/instalment").asString()).isEqualTo("1");
    assertThat(disbursed.at("/instalments/0/due_date").asString()).isEqualTo("2026-02-15");
    assertThat(changed(changes(loan, "1/changes")))
        .contains("disbursed_minor: 0 -> 1000000", "instalments/1/due_date: none -> 2026-02-15");
  }

  @Test
  void a_loan_that_was_charged_off_was_open_before() {
    ServicedLoan lost = ServicedLoan.of(lender);
    lost.overpay(10_000);
    lost.chargeOff();
    long last = last(lost.loan());

    assertThat(after(lost.loan(), last).at("/state/status").asString()).isEqualTo("charged_off");
    assertThat(changed(changes(lost.loan(), last + "/changes?since=1")))
        .contains("status: open -> charged_off");
    for (long sequence = 0; sequence < last; sequence++) {
      assertThat(after(lost.loan(), sequence).at("/event/sequence").asLong()).isEqualTo(sequence);
    }
  }

  private long last(UUID loan) {
    return lender.get("/v1/streams/loan/" + loan + "/events").body().lines().count() - 1;
  }

  @Test
  void a_closed_loan_was_open_before() {
    LoanLife life = LoanLife.of(lender);
    long last = last(life.loan());

    assertThat(after(life.loan(), last).at("/state/status").asString()).isEqualTo("closed");
    assertThat(changed(changes(life.loan(), last + "/changes")))
        .containsExactly("status: open -> closed", "closed_on: none -> 2026-05-02");
  }

  @Test
  void what_is_not_there_is_said_and_other_tenants_see_nothing() {
    UUID loan = lender.newLoan();
    String path = "/v1/loans/" + loan + "/history/";

    lender.get(path + 2).expectProblem(404, "event_not_found");
    lender.get(path + "x").expectProblem(400, "invalid_request");
    lender.get(path + "0/changes?since=1").expectProblem(400, "invalid_request");
    lender.get(path + "9/changes?since=7").expectProblem(404, "event_not_found");
    lender
        .get("/v1/loans/" + UUID.randomUUID() + "/history/0")
        .expectProblem(404, "loan_not_found");
    RunningLedger.newTenant().get(path + 0).expectProblem(404, "loan_not_found");
    RunningLedger.newTenant(Set.of(Scopes.LEDGER_READ))
        .get(path + 0)
        .expectProblem(403, "insufficient_scope");
  }
}
