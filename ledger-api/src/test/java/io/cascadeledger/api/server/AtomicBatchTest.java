package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(StopsLedger.class)
class AtomicBatchTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private Reply send(String... lines) {
    return Batch.send(lender, "?atomic=true", Batch.NDJSON, String.join("\n", lines));
  }

  private static String atomic(UUID loan, int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> Batch.line("atomic:" + i, loan, 10))
        .collect(Collectors.joining("\n"));
  }

  private void assertNothingPosted() {
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(2);
    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");
  }

  @Test
  void all_are_posted_and_a_repetition_is_a_replay() {
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(15, "2026-04-20")).expect(201);

    List<JsonNode> first = Batch.results(send(atomic(loan, 1, 3)).expect(200).body());
    List<JsonNode> second = Batch.results(send(atomic(loan, 1, 3)).expect(200).body());
    Reply alone =
        lender.post(
            "/v1/payments",
            "atomic:2",
            Batch.line("", loan, 10).replace("\"idempotency_key\":\"\",", ""));

    assertThat(Batch.inShort(first)).containsExactly("1 201", "2 201", "3 201");
    assertThat(first)
        .extracting(it -> it.at("/payment/allocation/fees_minor").asString())
        .containsExactly("10", "5", "0");
    assertThat(Batch.inShort(second))
        .containsExactly("1 200 replayed", "2 200 replayed", "3 200 replayed");
    assertThat(second)
        .extracting(it -> it.path("payment"))
        .isEqualTo(first.stream().map(it -> it.path("payment")).toList());
    assertThat(alone.expect(200).json()).isEqualTo(first.get(1).path("payment"));
    assertThat(lender.owed(loan)).isEqualTo("0 0 999985 0");
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(6);
  }

  @Test
  void an_array_is_answered_with_an_array_and_a_key_that_comes_twice_is_a_replay() {
    String line = Batch.line("atomic:twice", loan, 10);

    Reply reply =
        Batch.send(lender, "?atomic=true", "application/json", "[%s,%s]".formatted(line, line));

    assertThat(Batch.inShort(reply.expect(200).json().valueStream().toList()))
        .containsExactly("1 201", "2 200 replayed");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999990 0");
  }

  @Test
  void one_that_is_refused_has_none_posted_and_is_named() {
    Reply refused =
        send(
                Batch.line("atomic:1", loan, 10),
                "",
                Batch.line("atomic:2", loan, 10, "2026-01-01"),
                Batch.line("atomic:3", loan, 10))
            .expectProblem(422, "batch_refused");

    assertThat(refused.errors()).containsExactly("lines[3]/effective_date_before_opening");
    assertThat(refused.text("detail")).startsWith("Line 3: ");
    assertNothingPosted();
    send(atomic(loan, 1, 3)).expect(200);
    assertThat(lender.owed(loan)).isEqualTo("0 0 999970 0");
  }

  @Test
  void one_that_cannot_be_read_has_none_posted_and_is_named() {
    String good = Batch.line("atomic:1", loan, 10);
    Reply field =
        send(good, Batch.line("atomic:2", loan, 10).replace("\"10\"", "\"ten\""), good)
            .expectProblem(400, "invalid_request");
    Reply syntax = send(good, "{").expectProblem(400, "malformed_json");
    Reply key = send(good, Batch.line("k", loan, 10)).expectProblem(400, "idempotency_key_invalid");
    Reply array =
        Batch.send(lender, "?atomic=true", "application/json", "[" + good)
            .expectProblem(400, "malformed_json");

    assertThat(field.errors()).containsExactly("lines[2].amount_minor/invalid_format");
    assertThat(field.text("detail")).startsWith("Line 2: amount_minor ");
    assertThat(syntax.errors()).containsExactly("lines[2].body/malformed_json");
    assertThat(key.errors()).containsExactly("lines[2].idempotency_key/invalid_format");
    assertThat(array.errors()).containsExactly("lines[2]/malformed_json");
    assertNothingPosted();
  }

  @Test
  void payments_of_two_loans_no_payments_and_too_many_are_refused() {
    Reply two =
        send(atomic(loan, 1, 2), Batch.line("atomic:other", lender.newLoan(), 10))
            .expectProblem(422, "batch_loans_differ");
    assertThat(two.errors()).containsExactly("lines[3].loan_id/batch_loans_differ");
    send("").expectProblem(422, "batch_empty");
    send(atomic(loan, 1, 1_001)).expectProblem(422, "batch_too_large");
    send(" ".repeat(1_100_000)).expectProblem(413, "body_too_large");
    send(atomic(UUID.randomUUID(), 1, 2)).expectProblem(404, "loan_not_found");
    assertThat(lender.owed(loan)).isEqualTo("0 0 1000000 0");

    assertThat(Batch.results(send(atomic(loan, 1, 1_000)).expect(200).body())).hasSize(1_000);
    assertThat(lender.owed(loan)).isEqualTo("0 0 990000 0");
  }

  @Test
  void keys_that_other_requests_have_used_stand_against_it() {
    Batch.post(lender, List.of(Batch.line("atomic:2", loan, 10)));

    Reply partly = send(atomic(loan, 1, 3)).expectProblem(409, "batch_partly_posted");
    Reply other =
        send(Batch.line("atomic:1", loan, 10), Batch.line("atomic:2", loan, 11))
            .expectProblem(422, "idempotency_mismatch");
    Reply within =
        send(Batch.line("atomic:5", loan, 10), Batch.line("atomic:5", loan, 11))
            .expectProblem(422, "idempotency_mismatch");

    assertThat(partly.errors()).containsExactly("lines[2].idempotency_key/batch_partly_posted");
    assertThat(other.errors()).containsExactly("lines[2].idempotency_key/idempotency_mismatch");
    assertThat(within.errors()).containsExactly("lines[2].idempotency_key/idempotency_mismatch");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999990 0");
    assertThat(Batch.inShort(Batch.results(send(atomic(loan, 2, 1)).expect(200).body())))
        .containsExactly("1 200 replayed");
  }

  @Test
  void of_many_repetitions_at_once_one_posts() {
    String batch = atomic(loan, 1, 20);

    List<Reply> replies = Together.run(16, _ -> send(batch));

    assertThat(replies)
        .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(200));
    assertThat(
            replies.stream()
                .flatMap(reply -> Batch.results(reply.body()).stream())
                .filter(it -> it.path("status").asInt() == 201))
        .hasSize(20);
    assertThat(lender.owed(loan)).isEqualTo("0 0 999800 0");
  }
}
