package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Each policy by which payments are split, over HTTP. Amounts are of penalties, fees, interest,
 * principal and suspense, in this order.
 */
@ExtendWith(StopsLedger.class)
class WaterfallsTest {

  private static final String DUE =
      "past_due fees, past_due interest, past_due principal, due fees, due interest, due principal";

  private final Tenant lender = RunningLedger.newTenant();

  /** A loan that the lender services owes 300, 500, 10000 and 1000000. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # case          | order                                  | excess    | paid    | split
          partial         | penalties, fees, interest, principal   | suspense  | 700     | 300 400 0 0 0
          exact           | penalties, fees, interest, principal   | suspense  | 1010800 | 300 500 10000 1000000 0
          excess          | penalties, fees, interest, principal   | suspense  | 1011000 | 300 500 10000 1000000 200
          principal first | principal, interest, fees, penalties   | suspense  | 1000000 | 0 0 0 1000000 0
          interest first  | interest, fees, penalties, principal   | suspense  | 10600   | 100 500 10000 0 0
          fees first      | fees, principal, penalties, interest   | suspense  | 700     | 0 500 0 200 0
          to principal    | penalties, fees, interest, principal   | principal | 1011000 | 300 500 10000 1000000 200
          not refused     | penalties, fees, interest, principal   | refuse    | 1010800 | 300 500 10000 1000000 0
          refused         | penalties, fees, interest, principal   | refuse    | 1010801 | payment_exceeds_owed
          """)
  void a_loan_that_the_lender_services_is_split_by_component(
      String name, String order, String excess, long paid, String split) {
    UUID loan = plain(waterfall(order, "horizontal", "next_first", excess, ""));

    assertThat(splitOf(lender.pay(loan, paid))).as(name).isEqualTo(split);
  }

  /**
   * Instalments of 10000 on the 15th of each month from February on; a fee of 500 that falls due
   * with the first, one of 700 with the second, a penalty of 300 with the third.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # case                | order       | direction  | excess           | on         | paid  | split
          partial, late         | DUE         | horizontal | suspense         | 2026-03-15 | 5000  | 0 500 0 4500 0
          exact, late and today | DUE         | horizontal | suspense         | 2026-03-15 | 21200 | 0 1200 0 20000 0
          excess kept           | DUE         | horizontal | suspense         | 2026-03-15 | 25000 | 0 1200 0 20000 3800
          excess to the next    | DUE         | horizontal | next_instalments | 2026-03-15 | 25000 | 300 1200 0 23500 0
          excess to principal   | DUE         | horizontal | principal        | 2026-03-15 | 25000 | 0 1200 0 23800 0
          excess refused        | DUE         | horizontal | refuse           | 2026-03-15 | 21201 | payment_exceeds_owed
          early                 | DUE         | horizontal | suspense         | 2026-02-14 | 1000  | 0 0 0 0 1000
          early, to the next    | DUE         | horizontal | next_instalments | 2026-02-14 | 1000  | 300 700 0 0 0
          same day              | DUE         | horizontal | suspense         | 2026-02-15 | 11000 | 0 500 0 10000 500
          two late, across      | DUE         | horizontal | suspense         | 2026-03-20 | 11000 | 0 1000 0 10000 0
          two late, down        | DUE         | vertical   | suspense         | 2026-03-20 | 11000 | 0 1200 0 9800 0
          today before late     | TODAY_FIRST | horizontal | suspense         | 2026-03-15 | 10700 | 0 700 0 10000 0
          in advance            | AHEAD       | horizontal | suspense         | 2026-03-15 | 31500 | 300 1200 0 30000 0
          """)
  void a_serviced_loan_is_split_by_instalment(
      String name,
      String order,
      String direction,
      String excess,
      String on,
      long paid,
      String split) {
    String steps =
        switch (order) {
          case "TODAY_FIRST" -> "due fees, due principal, past_due fees, past_due principal";
          case "AHEAD" -> DUE + ", in_advance penalties, in_advance principal";
          default -> DUE;
        };
    UUID loan = serviced(waterfall(steps, direction, "next_first", excess, ""));

    assertThat(splitOf(lender.post("/v1/payments", Bodies.payment(loan, paid, on))))
        .as(name)
        .isEqualTo(split);
  }

  /** 5000 of principal in advance, on the day of the second instalment. */
  @ParameterizedTest
  @CsvSource({
    "next_first, 5000 10000 10000",
    "last_first, 10000 10000 5000",
    "reamortize, 9500 9500 9500"
  })
  void what_is_paid_in_advance_changes_the_schedule_as_the_policy_says(
      String future, String outstanding) {
    String order = DUE + ", in_advance principal, in_advance penalties";
    UUID loan = serviced(waterfall(order, "horizontal", future, "suspense", ""));

    String split = splitOf(lender.post("/v1/payments", Bodies.payment(loan, 26_200, "2026-03-15")));

    assertThat(split).isEqualTo("0 1200 0 25000 0");
    JsonNode rows = lender.get("/v1/loans/" + loan + "/schedule").expect(200).json();
    assertThat(
            List.of(2, 3, 11).stream()
                .map(row -> rows.at("/instalments/" + row + "/outstanding/principal_minor"))
                .map(JsonNode::asString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(outstanding);
  }

  @ParameterizedTest
  @CsvSource({
    "regular, 300 500 200 0 0",
    "goodwill_credit, 0 0 0 1000 0",
    "payoff, 0 500 500 0 0",
    "down_payment, 300 500 200 0 0"
  })
  void a_kind_of_payment_has_an_order_of_its_own(String kind, String split) {
    String kinds =
        """
        , "per_payment_type": [
            {"payment_type": "goodwill_credit", "order": %s},
            {"payment_type": "payoff", "order": %s}]"""
            .formatted(
                steps("principal, interest, fees, penalties"),
                steps("fees, interest, penalties, principal"));
    UUID loan =
        plain(
            waterfall(
                "penalties, fees, interest, principal",
                "horizontal",
                "next_first",
                "suspense",
                kinds));

    assertThat(splitOf(pay(loan, 1_000, kind))).isEqualTo(split);
  }

  @Test
  void a_serviced_loan_splits_a_kind_of_payment_by_instalment_and_others_by_component() {
    String kinds =
        """
        , "per_payment_type": [
            {"payment_type": "merchant_refund", "order": %s, "future": "last_first"}]"""
            .formatted(steps("in_advance principal, due principal, past_due principal"));
    UUID loan =
        serviced(
            waterfall(
                "fees, penalties, interest, principal",
                "horizontal",
                "next_first",
                "suspense",
                kinds));

    assertThat(splitOf(pay(loan, 4_000, "merchant_refund"))).isEqualTo("0 0 0 4000 0");
    assertThat(splitOf(pay(loan, 27_500, "regular"))).isEqualTo("300 1200 0 26000 0");
    assertThat(splitOf(pay(loan, 3_000, "merchant_refund"))).isEqualTo("0 0 0 3000 0");
    JsonNode rows = lender.get("/v1/loans/" + loan + "/schedule").expect(200).json();
    // Whatever it is for, principal pays what is due first: only the last 3000 are in advance.
    assertThat(rows.at("/instalments/3/outstanding/principal_minor").asString()).isEqualTo("10000");
    assertThat(rows.at("/instalments/11/outstanding/principal_minor").asString()).isEqualTo("7000");
  }

  /** A payment of 20000 has paid 300, 500, 10000 and 9200; of it, 10000 is charged back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          principal, interest, fees, penalties | 0 0 800 9200 0
          interest, principal, fees, penalties | 0 0 10000 0 0
          penalties, fees, interest, principal | 300 500 9200 0 0
          fees, principal, interest, penalties | 0 500 300 9200 0
          """)
  void a_chargeback_opens_in_the_order_that_the_loan_has_for_it(String order, String opened) {
    UUID loan =
        plain(
            waterfall(
                "penalties, fees, interest, principal",
                "horizontal",
                "next_first",
                "suspense",
                ", \"chargeback_order\": " + steps(order)));
    String payment = lender.pay(loan, 20_000).expect(201).text("payment_event_id");

    Reply back =
        lender.post(
            "/v1/loans/" + loan + "/chargebacks",
            """
            {"payment_event_id": "%s", "amount_minor": "10000", "currency": "USD",
             "effective_at": "2026-05-02"}"""
                .formatted(payment));

    assertThat(splitOf(back)).isEqualTo(opened);
  }

  private Reply pay(UUID loan, long minor, String kind) {
    return lender.post(
        "/v1/payments",
        Bodies.payment(loan, minor, "2026-05-01")
            .replaceFirst("}$", ", \"payment_type\": \"" + kind + "\"}"));
  }

  private UUID plain(String waterfall) {
    UUID loan = open("{\"waterfall\": " + waterfall + "}", 1_000_000);
    charge(loan, "fees", "\"fee_type\": \"late_payment\"", 500, "2026-02-01");
    charge(loan, "penalties", "\"penalty_type\": \"late\"", 300, "2026-02-01");
    lender.post("/v1/accruals/batch", Bodies.accrual(loan, 10_000, "2026-04-15")).expect(201);
    return loan;
  }

  private UUID serviced(String waterfall) {
    UUID loan =
        open(
            """
            {"principal_minor": "120000", "annual_interest_rate": "0",
             "day_count_convention": "ACT_365", "repayment_frequency": "monthly",
             "instalment_count": 12, "first_due_date": "2026-02-15",
             "servicing": {"interest_method": "declining_balance_daily",
                           "amortization": "equal_principal"},
             "waterfall": %s}"""
                .formatted(waterfall),
            120_000);
    charge(loan, "fees", "\"fee_type\": \"late_payment\"", 500, "2026-02-15");
    charge(loan, "fees", "\"fee_type\": \"late_payment\"", 700, "2026-03-15");
    charge(loan, "penalties", "\"penalty_type\": \"late\"", 300, "2026-04-15");
    return loan;
  }

  private UUID open(String terms, long principal) {
    UUID loan = UUID.randomUUID();
    String body = Bodies.loan(loan).replaceFirst("}$", ", \"terms\": " + terms + "}");
    lender.post("/v1/loans", body).expect(201);
    lender.post("/v1/disbursements", Bodies.disbursement(loan, principal)).expect(201);
    return loan;
  }

  private void charge(UUID loan, String what, String type, long minor, String due) {
    lender
        .post(
            "/v1/loans/" + loan + "/" + what,
            """
            {"amount_minor": "%d", "currency": "USD", "effective_at": "2026-02-01",
             "due_date": "%s", %s}"""
                .formatted(minor, due, type))
        .expect(201);
  }

  private static String waterfall(
      String order, String direction, String future, String excess, String more) {
    return """
    {"order": %s, "direction": "%s", "future": "%s", "excess": "%s"%s}"""
        .formatted(steps(order), direction, future, excess, more);
  }

  private static String steps(String order) {
    return Arrays.stream(order.split(", "))
        .map(step -> step.split(" "))
        .map(
            step ->
                step.length == 1
                    ? "{\"component\": \"%s\"}".formatted(step[0])
                    : "{\"bucket\": \"%s\", \"component\": \"%s\"}".formatted(step[0], step[1]))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The parts of a movement's allocation, or the code of its refusal. */
  private static String splitOf(Reply reply) {
    if (reply.status() != 201) {
      return reply.text("code");
    }
    JsonNode allocation = reply.json().path("allocation");
    return "%s %s %s %s %s"
        .formatted(
            allocation.path("penalties_minor").asString("0"),
            allocation.path("fees_minor").asString(),
            allocation.path("interest_minor").asString(),
            allocation.path("principal_minor").asString(),
            allocation.path("suspense_minor").asString());
  }
}
