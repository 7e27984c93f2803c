package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What becomes of a loan's movements when others come before them. */
@ExtendWith(StopsLedger.class)
class MovementsTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private List<JsonNode> movements() {
    return lender
        .get("/v1/loans/" + loan + "/movements")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  @Test
  void a_payment_found_later_is_listed_where_it_counts_and_changes_those_behind_it() {
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-01-20")).expect(201);
    Reply march = lender.post("/v1/payments", Bodies.payment(loan, 800, "2026-03-05")).expect(201);

    Reply found = lender.post("/v1/payments", Bodies.payment(loan, 300, "2026-01-31")).expect(201);

    assertThat(found.text("/allocation/fees_minor")).isEqualTo("300");
    assertThat(found.json().path("restated").size()).isEqualTo(1);
    assertThat(found.text("/restated/0/journal_entry_id"))
        .isEqualTo(march.text("journal_entry_id"));
    assertThat(found.text("/restated/0/allocation/fees_minor")).isEqualTo("200");
    assertThat(movements())
        .extracting(
            item -> item.path("effective_at").asString(),
            item -> item.path("event_type").asString(),
            item -> item.at("/allocation/fees_minor").asString(""),
            item -> item.path("restated").asBoolean())
        .containsExactly(
            tuple("2026-01-15", "disbursement", "", false),
            tuple("2026-01-20", "fee_assessed", "", false),
            tuple("2026-01-31", "payment_received", "300", false),
            tuple("2026-03-05", "payment_received", "200", true));
    JsonNode restated = movements().getLast();
    assertThat(restated.at("/as_posted/allocation/fees_minor").asString()).isEqualTo("500");
    assertThat(restated.at("/as_posted/amount_minor").asString()).isEqualTo("800");
    assertThat(restated.at("/as_posted/restatements")).hasSize(1);
    assertThat(restated.at("/as_posted/restatements/0/journal_entry_id").asString())
        .isEqualTo(found.text("/restated/0/restatement_entry_id"));
    assertThat(restated.at("/as_posted/restatements/0/caused_by_entry_id").asString())
        .isEqualTo(found.text("journal_entry_id"));
    assertThat(movements().getFirst().has("as_posted")).isFalse();
    Reply payment = lender.get("/v1/payments/" + march.text("payment_event_id")).expect(200);
    assertThat(payment.json().path("restated").asBoolean()).isTrue();
    assertThat(payment.text("/allocation/principal_minor")).isEqualTo("600");
    assertThat(payment.json().path("as_posted")).isEqualTo(restated.path("as_posted"));
    assertThat(payment.text("payment_type")).isEqualTo("regular");
  }

  @Test
  void penalties_are_named_where_there_are_any() {
    lender
        .post(
            "/v1/loans/" + loan + "/penalties",
            "{" + ServicedLoan.amount(700) + ", \"penalty_type\": \"late\"}")
        .expect(201);

    assertThat(lender.balance(loan).text("penalties_receivable_minor")).isEqualTo("700");
    assertThat(lender.balance(loan).text("total_exposure_minor")).isEqualTo("1000700");
    Reply paid = lender.post("/v1/payments", Bodies.payment(loan, 1_000, "2026-05-11")).expect(201);
    assertThat(paid.text("/allocation/penalties_minor")).isEqualTo("700");
    assertThat(lender.balance(loan).json().has("penalties_receivable_minor")).isFalse();
  }

  @Test
  void a_list_of_movements_is_read_page_by_page() {
    for (int day = 1; day <= 5; day++) {
      lender
          .post("/v1/loans/" + loan + "/fees", Bodies.fee(day, "2026-02-0" + (6 - day)))
          .expect(201);
    }

    List<String> amounts = new ArrayList<>();
    String token = "";
    while (token != null) {
      JsonNode page =
          lender.get("/v1/loans/" + loan + "/movements?page_size=2" + token).expect(200).json();
      page.path("items").forEach(item -> amounts.add(item.path("amount_minor").asString()));
      token =
          page.has("next_page_token")
              ? "&page_token=" + page.path("next_page_token").asString()
              : null;
    }

    assertThat(amounts).containsExactly("1000000", "5", "4", "3", "2", "1");
    lender
        .get("/v1/loans/" + UUID.randomUUID() + "/movements")
        .expectProblem(404, "loan_not_found");
  }

  @Test
  void a_payment_return_that_is_refused_for_its_fee_undoes_nothing() {
    Reply paid = lender.pay(loan, 5_000).expect(201);
    String foreignFee =
        Bodies.paymentReturn(paid.id("payment_event_id"), 100, "2026-05-02").replace("USD", "EUR");

    lender
        .post("/v1/loans/" + loan + "/payment-returns", foreignFee)
        .expectProblem(422, "currency_mismatch");

    assertThat(lender.owed(loan)).isEqualTo("0 0 995000 0");
    assertThat(movements()).noneMatch(item -> item.has("reversed_by_entry_id"));
  }

  @Test
  void a_target_names_exactly_one_thing() {
    ServicedLoan serviced = new ServicedLoan(lender, loan);
    for (String target :
        List.of(
            "{}",
            "{\"component\": \"fees\", \"split\": {}}",
            "{\"component\": \"fees\", \"charge_id\": \"%s\"}".formatted(loan))) {
      Reply refused = serviced.post(serviced.payment(5, "\"target\": " + target));
      refused.expectProblem(400, "invalid_request");
      assertThat(refused.errors()).containsExactly("target/invalid_format");
    }
  }

  @Test
  void the_status_of_a_loan_follows_what_happened_to_it() {
    ServicedLoan serviced = new ServicedLoan(lender, loan);
    UUID chargeOff =
        serviced
            .post(serviced.of("charge-off", "\"effective_at\": \"2026-05-01\""))
            .expect(201)
            .id("journal_entry_id");
    assertThat(lender.get("/v1/loans/" + loan).text("status")).isEqualTo("charged_off");
    lender.reverse(chargeOff).expect(201);
    assertThat(lender.get("/v1/loans/" + loan).text("status")).isEqualTo("open");
  }
}
