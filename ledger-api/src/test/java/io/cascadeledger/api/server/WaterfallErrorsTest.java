package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waterfalls that are none: the answer says which step is at fault. */
@ExtendWith(StopsLedger.class)
class WaterfallErrorsTest {

  private static final String ALL = "$penalties, $fees, $interest, $principal";

  private final Tenant lender = RunningLedger.newTenant();

  /** A step is written as $component, or as bucket$component. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"order": []}                                             | order/invalid_format
          {"order": [$penalties, $fees, $interest]}                 | order/invalid_format
          {"order": [$penalties, $fees, $fees, $principal]}         | order[2].component/invalid_format
          {"order": [ALL, $fees]}                                   | order[4].component/invalid_format
          {"order": [due$fees, $principal, due$interest]}           | order[1].bucket/required
          {"order": [due$fees, past_due$fees, due$fees]}            | order[2]/invalid_format
          {"order": [soon$fees]}                                    | order[0].bucket/unknown_value
          {"order": [{"bucket": "due"}]}                            | order[0].component/required
          {"excess": "refuse"}                                      | order/required
          {"order": [ALL], "excess": "keep"}                        | excess/unknown_value
          {"order": [ALL], "chargeback_order": [$fees]}             | chargeback_order/invalid_format
          {"order": [ALL], "chargeback_order": [ALL, $fees]}        | chargeback_order/too_many
          {"order": [ALL], "chargeback_order": [$fees, $fees]}      | chargeback_order[1].component/invalid_format
          {"order": [ALL], "chargeback_order": [due$fees]}          | chargeback_order[0].bucket/unknown_field
          {"order": [ALL], "per_payment_type": [{"order": [ALL]}]}  | per_payment_type[0].payment_type/required
          {"order": [ALL], "per_payment_type": [PAYOFF$fees]}]}     | per_payment_type[0].order/invalid_format
          {"order": [ALL], "per_payment_type": [PAYOFFALL]}, PAYOFFALL]}]} | per_payment_type[1].payment_type/invalid_format
          {"order": [ALL], "per_payment_type": [PAYOFFdue$fees, $fees]}]}  | per_payment_type[0].order[1].bucket/required
          {"order": [ALL], "per_payment_type": [{"payment_type": "recovery", "order": [ALL]}]} | per_payment_type[0].payment_type/unknown_value
          """)
  void the_answer_names_the_step(String waterfall, String error) {
    String body =
        Bodies.loan(UUID.randomUUID())
            .replaceFirst("}$", ", \"terms\": {\"waterfall\": ")
            .concat(json(waterfall) + "}}");

    Reply refused = lender.post("/v1/loans", body).expectProblem(400, "invalid_request");

    assertThat(refused.errors()).containsExactly("terms.waterfall." + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"order": [due$fees]}
          {"order": [ALL], "excess": "next_instalments"}
          {"order": [ALL], "per_payment_type": [PAYOFFdue$fees]}]}
          """)
  void a_loan_without_a_schedule_has_no_instalments_to_tell_apart(String waterfall) {
    String body =
        Bodies.loan(UUID.randomUUID())
            .replaceFirst("}$", ", \"terms\": {\"waterfall\": ")
            .concat(json(waterfall) + "}}");

    assertThat(lender.post("/v1/loans", body).expectProblem(422, "terms_unsound").errors())
        .containsExactly("terms/terms_unsound");
  }

  private static String json(String waterfall) {
    return waterfall
        .replace("ALL", ALL)
        .replace("PAYOFF", "{\"payment_type\": \"payoff\", \"order\": [")
        .replaceAll("([a-z_]+)\\$([a-z]+)", "{\"bucket\": \"$1\", \"component\": \"$2\"}")
        .replaceAll("\\$([a-z]+)", "{\"component\": \"$1\"}");
  }
}
