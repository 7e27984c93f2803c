package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Loans as of days of the past, and as they were known then. */
@ExtendWith(StopsLedger.class)
class PastLoansTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  /** What was read of the loan after each step. */
  private record Then(String knownAt, List<String> answers) {}

  @Test
  void a_loan_as_it_was_known_is_the_one_that_was_given_then() {
    UUID serviced = EndOfDayTest.open(lender, "2026-01-15");
    List<String> reads =
        List.of(
            "/v1/loans/" + serviced + "?",
            "/v1/loans/" + serviced + "/movements?",
            "/v1/loans/" + serviced + "/schedule?",
            "/v1/loans/" + serviced + "/balance?",
            "/v1/loans/" + serviced + "/payoff-quote?date=2026-06-01&",
            "/v1/loans/" + serviced + "/delinquency?date=2026-06-01&");
    List<Then> then = new ArrayList<>();
    then.add(read(reads));
    Reply march = pay(serviced, 90_000, "2026-03-10");
    then.add(read(reads));
    pay(serviced, 5_000, "2026-02-10");
    then.add(read(reads));
    lender.reverse(march.id("journal_entry_id")).expect(201);
    then.add(read(reads));

    for (Then moment : then) {
      for (int i = 0; i < reads.size(); i++) {
        assertThat(
                withoutTimes(
                    lender.get(reads.get(i) + "known_at=" + moment.knownAt).expect(200).body()))
            .as("%s known at %s", reads.get(i), moment.knownAt)
            .isEqualTo(moment.answers.get(i));
      }
    }
    reads.forEach(
        it ->
            lender.get(it + "known_at=2026-01-01T00:00:00Z").expectProblem(404, "loan_not_found"));
  }

  private Reply pay(UUID serviced, long minor, String day) {
    return lender.post("/v1/payments", Bodies.payment(serviced, minor, day)).expect(201);
  }

  /** After the answers nothing is posted at their time any more. */
  private Then read(List<String> reads) {
    List<String> answers =
        reads.stream().map(it -> withoutTimes(lender.get(it).expect(200).body())).toList();
    return new Then(Instant.now().truncatedTo(ChronoUnit.MICROS).toString(), answers);
  }

  private static String withoutTimes(String answer) {
    return answer
        .replaceFirst(",?\"known_at\":\"[^\"]*\"", "")
        .replaceFirst("\"last_activity_at\":\"[^\"]*\"", "");
  }

  @Test
  void a_loan_as_of_a_day_is_what_it_was_on_that_day() {
    lender.post("/v1/payments", Bodies.payment(loan, 1_000_000, "2026-03-10")).expect(201);
    lender.post("/v1/loans/" + loan + "/close", "{\"effective_at\": \"2026-04-01\"}").expect(201);

    assertThat(statusAsOf("2026-03-31")).isEqualTo("open");
    assertThat(statusAsOf("2026-04-01")).isEqualTo("closed");
    assertThat(
            lender
                .get("/v1/loans/" + loan + "/movements?as_of_date=2026-03-09")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsString("event_type"))
        .containsExactly("disbursement");
    assertThat(lender.get("/v1/loans/" + loan).expect(200).json().has("as_of_date")).isFalse();
  }

  private String statusAsOf(String day) {
    Reply read = lender.get("/v1/loans/" + loan + "?as_of_date=" + day).expect(200);
    assertThat(read.text("as_of_date")).isEqualTo(day);
    assertThat(read.json().has("closed_on")).isEqualTo(read.text("status").equals("closed"));
    return read.text("status");
  }
}
