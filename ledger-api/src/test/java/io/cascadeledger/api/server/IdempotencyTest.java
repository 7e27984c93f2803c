package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StopsLedger.class)
class IdempotencyTest {

  private final Tenant lender = RunningLedger.newTenant();

  @Test
  void every_operation_is_answered_again_as_at_first_even_after_reversal_and_closing() {
    LoanLife life = LoanLife.of(lender);
    long events = RunningLedger.eventsOf(lender);

    for (LoanLife.Exchange first : life.exchanges()) {
      Reply again = lender.post(first.path(), first.key(), first.body()).expect(200);
      assertThat(again.body()).isEqualTo(first.reply().body());
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(first.reply().header("Idempotency-Replayed")).isNull();
      assertThat(again.position()).isGreaterThanOrEqualTo(first.reply().position());
    }

    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }

  @Test
  void the_same_content_written_otherwise_is_the_same_request() {
    UUID loan = lender.newLoan();
    Reply first =
        lender.post("/v1/payments", "payment-written-1", Bodies.payment(loan, 10, "2026-05-01"));
    String reordered =
        """
        {"currency":"USD","source_method":"ach","effective_at":"2026-05-01","amount_minor":"10",
         "external_ref":"stripe_ch_xyz\\u0031\\u0032\\u0033","borrower_id":"%s","loan_id":"%s",
         "metadata":null}"""
            .formatted(Bodies.BORROWER, loan);

    Reply again = lender.post("/v1/payments", "payment-written-1", reordered).expect(200);

    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void another_content_operation_or_path_with_a_used_key_is_a_mismatch() {
    UUID loan = lender.newLoan();
    UUID other = lender.newLoan();
    String key = "payment:mismatch";
    lender.post("/v1/payments", key, Bodies.payment(loan, 10, "2026-05-01")).expect(201);
    String feeKey = "fee:mismatch";
    lender.post("/v1/loans/" + loan + "/fees", feeKey, Bodies.fee(5, "2026-05-01")).expect(201);
    long events = RunningLedger.eventsOf(lender);
    UUID unknown = UUID.randomUUID();

    List<Reply> replies =
        List.of(
            lender.post("/v1/payments", key, Bodies.payment(loan, 11, "2026-05-01")),
            lender.post("/v1/payments", key, Bodies.payment(loan, 10, "2026-05-02")),
            lender.post("/v1/payments", key, Bodies.payment(other, 10, "2026-05-01")),
            lender.post("/v1/payments", key, Bodies.payment(unknown, 10, "2026-05-01")),
            lender.post("/v1/payments", key, Bodies.payment(loan, 10, "2026-01-01")),
            lender.post("/v1/disbursements", key, Bodies.disbursement(loan, 10)),
            lender.post("/v1/loans", key, Bodies.loan(loan)),
            lender.post("/v1/loans", key, Bodies.loan(unknown)),
            lender.post("/v1/reversals", key, Bodies.reversal(unknown)),
            lender.post("/v1/accruals/batch", key, Bodies.accrual(loan, 10, "2026-05-01")),
            lender.post("/v1/accruals/batch", key, Bodies.accrual(unknown, 10, "2026-05-01")),
            lender.post("/v1/loans/" + other + "/fees", feeKey, Bodies.fee(5, "2026-05-01")),
            lender.post("/v1/loans/" + loan + "/close", feeKey, "{}"));

    assertThat(replies).allSatisfy(reply -> reply.expectProblem(422, "idempotency_mismatch"));
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "-begins:with:hyphen",
        "has space in it",
        "slash/in/the/key",
        "ключ-ключ"
      })
  void a_key_that_is_not_of_the_form_is_refused(String key) {
    String body = Bodies.loan(UUID.randomUUID());
    if (key.chars().allMatch(c -> c < 128)) {
      lender.post("/v1/loans", key, body).expectProblem(400, "idempotency_key_invalid");
    } else {
      String answer = RawHttp.post(lender, "/v1/loans", "Idempotency-Key: " + key, "");
      assertThat(answer).startsWith("HTTP/1.1 400");
      Reply.of(answer).expectDiscreet();
    }
  }

  @Test
  void no_key_two_keys_and_a_key_beyond_the_limit_are_refused() {
    String body = Bodies.loan(UUID.randomUUID());
    var none = lender.request("/v1/loans").header("Content-Type", "application/json");
    lender
        .send(none.POST(BodyPublishers.ofString(body)))
        .expectProblem(400, "idempotency_key_missing");
    lender
        .send(none.header("Idempotency-Key", "key:first").header("Idempotency-Key", "key:second"))
        .expectProblem(400, "idempotency_key_invalid");
    lender.post("/v1/loans", "k".repeat(256), body).expectProblem(400, "idempotency_key_invalid");

    lender.post("/v1/loans", "k".repeat(255), body).expect(201);
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(1);
  }

  @Test
  void keys_belong_to_their_tenant() {
    Tenant other = RunningLedger.newTenant();
    String body = Bodies.loan(UUID.randomUUID());

    lender.post("/v1/loans", "loan:same-key", body).expect(201);
    other.post("/v1/loans", "loan:same-key", body).expect(201);
  }

  @Test
  void a_refused_request_does_not_burn_its_key() {
    UUID loan = UUID.randomUUID();
    String key = "payment:refused-once";
    String body = Bodies.payment(loan, 10, "2026-05-01");

    lender.post("/v1/payments", key, body).expectProblem(404, "loan_not_found");
    lender.post("/v1/loans", Bodies.loan(loan)).expect(201);

    lender.post("/v1/payments", key, body).expect(201);
    lender.post("/v1/payments", key, body).expect(200);
  }

  @Test
  void a_request_that_was_not_understood_does_not_burn_its_key() {
    UUID loan = lender.newLoan();
    lender.post("/v1/payments", "payment:malformed", "{").expectProblem(400, "malformed_json");

    lender
        .post("/v1/payments", "payment:malformed", Bodies.payment(loan, 10, "2026-05-01"))
        .expect(201);
  }

  @Test
  void of_64_identical_requests_at_once_one_posts() {
    UUID loan = lender.newLoan();
    long events = RunningLedger.eventsOf(lender);
    String body = Bodies.payment(loan, 88_849, "2026-05-01");

    List<Reply> replies =
        Together.run(64, _ -> lender.post("/v1/payments", "payment:64-times", body));

    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).isSubsetOf(201, 200, 409);
    List<Reply> waiting = replies.stream().filter(reply -> reply.status() == 409).toList();
    assertThat(waiting)
        .allSatisfy(
            reply -> {
              reply.expectProblem(409, "idempotency_in_progress");
              assertThat(reply.header("Retry-After")).isEqualTo("1");
            });
    assertThat(replies.stream().filter(reply -> reply.status() != 409).map(Reply::body).distinct())
        .hasSize(1);
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events + 1);
    assertThat(lender.owed(loan)).isEqualTo("0 0 911151 0");
  }

  @Test
  void of_many_openings_of_one_loan_at_once_one_opens_it() {
    UUID loan = UUID.randomUUID();

    List<Reply> replies = Together.run(16, _ -> lender.post("/v1/loans", Bodies.loan(loan)));

    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).isSubsetOf(201, 409);
    replies.stream()
        .filter(reply -> reply.status() == 409)
        .forEach(reply -> reply.expectProblem(409, "loan_already_exists"));
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(1);
  }
}
