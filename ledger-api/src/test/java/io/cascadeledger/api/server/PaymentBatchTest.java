package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(StopsLedger.class)
class PaymentBatchTest {

  private final Tenant lender = RunningLedger.newTenant();

  @Test
  void payments_are_answered_in_the_order_of_the_input_as_if_each_had_been_sent_alone() {
    UUID one = lender.newLoan();
    UUID other = lender.newLoan();
    lender.post("/v1/loans/" + one + "/fees", Bodies.fee(500, "2026-04-20")).expect(201);

    List<JsonNode> results =
        Batch.post(
            lender,
            List.of(
                Batch.line("batch:a:1", one, 700),
                Batch.line("batch:a:2", other, 300),
                Batch.line("batch:a:3", one, 1_000)));

    assertThat(Batch.inShort(results)).containsExactly("1 201", "2 201", "3 201");
    assertThat(results.getFirst().at("/payment/allocation/fees_minor").asString()).isEqualTo("500");
    assertThat(results.getFirst().path("idempotency_key").asString()).isEqualTo("batch:a:1");
    assertThat(results.getLast().at("/payment/allocation/fees_minor").asString()).isEqualTo("0");
    assertThat(lender.owed(one)).isEqualTo("0 0 998800 0");
    assertThat(lender.owed(other)).isEqualTo("0 0 999700 0");
    String payment = results.get(1).at("/payment/payment_event_id").asString();
    assertThat(lender.get("/v1/payments/" + payment).expect(200).text("loan_id"))
        .isEqualTo(other.toString());
  }

  @Test
  void a_bad_line_fails_alone_with_the_problem_that_it_would_have_alone() {
    UUID loan = lender.newLoan();
    UUID unknown = UUID.randomUUID();
    lender.post("/v1/payments", "batch:taken", Bodies.payment(loan, 5, "2026-05-01")).expect(201);
    String good = Batch.line("batch:good", loan, 10);
    List<String> lines =
        List.of(
            Batch.line("batch:good:1", loan, 10),
            "{\"idempotency_key\":\"batch:broken\",\"loan_id\":",
            "[]",
            "nonsense",
            good.replace("\"amount_minor\":\"10\",", "").replace("good", "no-amount"),
            good.replace("\"currency\"", "\"curency\"").replace("good", "misspelt"),
            good.replace("\"10\"", "10").replace("good", "number"),
            "",
            Batch.line("batch:unknown", unknown, 10),
            Batch.line("batch:early", loan, 10, "2026-01-01"),
            Batch.line("batch:late", loan, 10, "2999-01-01"),
            good.replace("USD", "EUR").replace("good", "euro"),
            Batch.line("batch:taken", loan, 10),
            good.replace("\"idempotency_key\":\"batch:good\",", ""),
            Batch.line("short", loan, 10),
            good + " {}",
            Batch.line("batch:good:2", loan, 10),
            "{\"x\":".repeat(20) + "1" + "}".repeat(20),
            "\"" + "x".repeat(200_000) + "\"",
            Batch.line("batch:good:3", loan, 10));

    List<JsonNode> results = Batch.post(lender, lines);

    assertThat(Batch.inShort(results))
        .containsExactly(
            "1 201",
            "2 400 malformed_json",
            "3 400 malformed_json",
            "4 400 malformed_json",
            "5 400 invalid_request",
            "6 400 invalid_request",
            "7 400 invalid_request",
            "9 404 loan_not_found",
            "10 422 effective_date_before_opening",
            "11 422 effective_date_in_future",
            "12 422 currency_mismatch",
            "13 422 idempotency_mismatch",
            "14 400 idempotency_key_missing",
            "15 400 idempotency_key_invalid",
            "16 400 malformed_json",
            "17 201",
            "18 400 invalid_request",
            "19 413 body_too_large",
            "20 201");
    assertThat(results.get(1).path("idempotency_key").asString()).isEqualTo("batch:broken");
    assertThat(results.get(4).at("/problem/errors/0/field").asString()).isEqualTo("amount_minor");
    assertThat(results.get(4).at("/problem/errors/0/code").asString()).isEqualTo("required");
    assertThat(results.get(7).at("/problem/errors/0/field").asString()).isEqualTo("loan_id");
    assertThat(results.get(12).at("/problem/errors/0/field").asString())
        .isEqualTo("idempotency_key");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999965 0");
  }

  @Test
  void a_key_that_comes_twice_is_a_replay_of_the_first() {
    UUID loan = lender.newLoan();
    UUID other = lender.newLoan();

    List<JsonNode> results =
        Batch.post(
            lender,
            List.of(
                Batch.line("batch:twice", loan, 10),
                Batch.line("batch:twice", loan, 10),
                Batch.line("batch:twice", other, 10),
                Batch.line("batch:twice", loan, 11),
                Batch.line("batch:twice", loan, 10)));

    assertThat(Batch.inShort(results))
        .containsExactly(
            "1 201",
            "2 200 replayed",
            "3 422 idempotency_mismatch",
            "4 422 idempotency_mismatch",
            "5 200 replayed");
    assertThat(results.get(1).path("payment")).isEqualTo(results.getFirst().path("payment"));
    assertThat(lender.owed(loan)).isEqualTo("0 0 999990 0");
  }

  @Test
  void a_payment_alone_and_a_payment_of_a_batch_are_one_if_they_have_one_key() {
    UUID loan = lender.newLoan();
    Reply alone =
        lender.post("/v1/payments", "batch:alone", Bodies.payment(loan, 10, "2026-05-01"));
    String body = Bodies.payment(loan, 10, "2026-05-01").replace("\n", " ");
    String line = "{\"idempotency_key\":\"batch:alone\"," + body.substring(1);

    List<JsonNode> results = Batch.post(lender, List.of(line));
    Batch.post(lender, List.of(line.replace("batch:alone", "batch:first")));
    Reply after = lender.post("/v1/payments", "batch:first", body).expect(200);

    assertThat(Batch.inShort(results)).containsExactly("1 200 replayed");
    assertThat(results.getFirst().path("payment")).isEqualTo(alone.json());
    assertThat(after.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999980 0");
  }

  @Test
  void the_payments_of_one_loan_are_posted_in_their_order() {
    UUID loan = lender.newLoan();
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(1_000, "2026-04-20")).expect(201);
    List<String> lines =
        IntStream.range(0, 50)
            .mapToObj(i -> Batch.line("batch:order:" + i, loan, 100 + i))
            .toList();

    List<JsonNode> results = Batch.post(lender, lines);

    long fees = 1_000;
    for (int i = 0; i < 50; i++) {
      long paid = Math.min(fees, 100 + i);
      fees -= paid;
      assertThat(results.get(i).at("/payment/allocation/fees_minor").asString())
          .isEqualTo(Long.toString(paid));
    }
    List<String> booked = new ArrayList<>();
    lender
        .get("/v1/loans/" + loan + "/journal-entries?event_type=payment_received&page_size=500")
        .json()
        .path("items")
        .forEach(entry -> booked.add(entry.path("journal_entry_id").asString()));
    assertThat(booked)
        .containsExactlyElementsOf(
            results.stream().map(it -> it.at("/payment/journal_entry_id").asString()).toList());
  }

  @Test
  void an_array_is_answered_with_an_array() {
    UUID loan = lender.newLoan();

    List<JsonNode> results =
        Batch.postArray(
            lender,
            "\n[ %s,\n%s , {\"x\": 7}, 12, \"a]b\\\"}\", null, {\"a\" 1}, %s]\n"
                .formatted(
                    Batch.line("batch:array:1", loan, 10),
                    Batch.line("batch:array:2", loan, 10).replace("ach", "a{]h"),
                    Batch.line("batch:array:3", loan, 10)));

    assertThat(Batch.inShort(results))
        .containsExactly(
            "1 201",
            "2 400 invalid_request",
            "3 400 idempotency_key_missing",
            "4 400 malformed_json",
            "5 400 malformed_json",
            "6 400 malformed_json",
            "7 400 malformed_json",
            "8 201");
    assertThat(Batch.postArray(lender, "[]")).isEmpty();
    assertThat(Batch.results(Batch.send(lender, "", Batch.NDJSON, "").expect(200).body()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "          | 1 | must begin with [",
        "{}        | 1 | must begin with [, not {",
        "[P        | 2 | must have , or ] after an item",
        "[P,       | 2 | must have an item",
        "[P,]      | 2 | must have an item, not ]",
        "[P P]     | 2 | must have , or ] after an item, not {",
        "[P] x     | 2 | must end after its ], not x",
        "[P,{\"a\":1 | 2 | ends within an item",
        "[P,{\"a\":]} | 2 | has brackets that do not match, not ]",
        "[P,\"abc  | 2 | ends within a string",
        "[P:P]     | 2 | must have , or ] after an item, not :"
      })
  void a_broken_array_ends_with_an_item_that_says_where(String array, int line, String detail) {
    UUID loan = lender.newLoan();
    String body =
        array == null
            ? ""
            : array
                .replaceFirst("P", Batch.line("batch:" + UUID.randomUUID(), loan, 10))
                .replace("P", Batch.line("batch:" + UUID.randomUUID(), loan, 10));

    List<JsonNode> results = Batch.postArray(lender, body);

    assertThat(results).hasSize(line);
    assertThat(Batch.inShort(results).getLast()).isEqualTo(line + " 400 malformed_json");
    assertThat(results.getLast().at("/problem/detail").asString())
        .startsWith("The array " + detail)
        .contains(", at byte ");
    assertThat(lender.owed(loan)).isEqualTo(line == 1 ? "0 0 1000000 0" : "0 0 999990 0");
  }

  @Test
  void ten_thousand_payments_in_one_request_are_posted_each_once() {
    List<UUID> loans = IntStream.range(0, 200).mapToObj(_ -> lender.newLoan()).toList();
    List<String> lines =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Batch.line("batch:many:" + i, loans.get(i % 200), 1 + i % 7))
            .toList();
    long events = RunningLedger.eventsOf(lender);

    List<JsonNode> first = Batch.post(lender, lines);
    List<JsonNode> second = Batch.post(lender, lines.subList(9_000, 10_000));

    assertThat(first).hasSize(10_000);
    assertThat(Batch.inShort(first))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 10_000).mapToObj(i -> i + " 201").toList());
    assertThat(Batch.inShort(second))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1_000).mapToObj(i -> i + " 200 replayed").toList());
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events + 10_000);
  }

  @Test
  void a_ledger_position_of_a_result_is_one_that_a_read_can_name() {
    UUID loan = lender.newLoan();
    JsonNode result =
        Batch.post(lender, List.of(Batch.line("batch:position", loan, 10))).getFirst();

    Reply balance =
        lender.send(
            lender
                .request("/v1/loans/" + loan + "/balance")
                .header("Ledger-Position", result.path("ledger_position").asString()));

    assertThat(balance.expect(200).text("principal_outstanding_minor")).isEqualTo("999990");
  }

  @Test
  void effective_dates_of_long_ago_are_taken_as_they_are() {
    UUID loan = UUID.randomUUID();
    lender.post("/v1/loans", Bodies.loan(loan).replace("2026-01-15", "2019-03-01")).expect(201);
    lender
        .post(
            "/v1/disbursements",
            Bodies.disbursement(loan, 100_000).replace("2026-01-15", "2019-03-01"))
        .expect(201);
    List<String> lines =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    Batch.line(
                        "history:" + i,
                        loan,
                        1_000,
                        "%d-%02d-05".formatted(2019 + (i + 3) / 12, (i + 3) % 12 + 1)))
            .toList();

    assertThat(Batch.post(lender, lines))
        .allSatisfy(it -> assertThat(it.path("status").asInt()).isEqualTo(201));

    assertThat(
            lender
                .get("/v1/loans/" + loan + "/balance?as_of_date=2019-12-31")
                .expect(200)
                .text("principal_outstanding_minor"))
        .isEqualTo("91000");
  }

  @Test
  void what_is_wrong_with_the_whole_request_is_an_ordinary_problem() {
    String line = Batch.line("batch:whole", UUID.randomUUID(), 10);
    Batch.send(lender, "", "text/csv", line).expectProblem(415, "unsupported_media_type");
    Batch.send(lender, "?atomic=yes", Batch.NDJSON, line).expectProblem(400, "invalid_request");
    Batch.send(lender, "?atomc=true", Batch.NDJSON, line).expectProblem(400, "invalid_request");
    lender.get(Batch.PATH).expectProblem(405, "method_not_allowed");
    lender
        .send(
            lender
                .request(Batch.PATH)
                .header("Content-Type", Batch.NDJSON)
                .header("Accept", "application/json;q=0.9")
                .POST(BodyPublishers.ofString(line)))
        .expectProblem(406, "not_acceptable");
    Tenant reader = RunningLedger.newTenant(Set.of(Scopes.LEDGER_READ));
    Batch.send(reader, "", Batch.NDJSON, line).expectProblem(403, "insufficient_scope");
    Tenant nobody = new Tenant(lender.port(), "", lender.client(), "wrong");
    Batch.send(nobody, "", Batch.NDJSON, line).expectProblem(401, "unauthenticated");
  }

  @Test
  void more_lines_than_the_limit_end_the_batch_there() {
    String body = "\n".repeat(100_000) + Batch.line("batch:beyond", UUID.randomUUID(), 10);

    List<JsonNode> results = Batch.results(Batch.send(lender, "", Batch.NDJSON, body).body());

    assertThat(Batch.inShort(results)).containsExactly("100001 422 batch_too_large");
  }

  @Test
  void more_bytes_than_the_limit_end_the_batch_there() {
    UUID loan = lender.newLoan();
    String line = Batch.line("batch:before", loan, 10) + "\n";
    String space = (" ".repeat(1 << 20) + "\n").repeat(65);

    Batch.send(lender, "", Batch.NDJSON, line + space).expectProblem(413, "body_too_large");
    Reply chunked =
        lender.send(
            lender
                .request(Batch.PATH)
                .header("Content-Type", Batch.NDJSON)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(line + space))));

    List<String> results = Batch.inShort(Batch.results(chunked.expect(200).body()));
    assertThat(results.getFirst()).isEqualTo("1 201");
    assertThat(results.getLast()).endsWith(" 413 body_too_large");
  }
}
