package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is named precisely, and nothing is posted. */
@ExtendWith(StopsLedger.class)
class BadInputTest {

  private static Tenant lender;
  private static UUID loan;
  private static UUID closed;
  private long events;

  @BeforeAll
  static void openLoans() {
    lender = RunningLedger.newTenant();
    loan = lender.newLoan();
    closed = lender.newLoan();
    lender.pay(closed, 1_000_000).expect(201);
    lender.post("/v1/loans/" + closed + "/close", "{}").expect(201);
  }

  @BeforeEach
  void countEvents() {
    events = RunningLedger.events();
  }

  @AfterEach
  void nothingWasPosted() {
    assertThat(RunningLedger.events()).isEqualTo(events);
  }

  @AfterAll
  static void theServerIsWell() {
    lender.pay(loan, 1).expect(201);
  }

  /** A payment of which one field's value, as it stands in the JSON, is another. */
  private static Reply payWith(String field, String json) {
    String body = Bodies.payment(loan, 100, "2026-05-01");
    return lender.post(
        "/v1/payments",
        body.replaceFirst(
            "\"" + field + "\": \"[^\"]*\"",
            "\"" + field + "\": " + Matcher.quoteReplacement(json)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "amount_minor   | \"-1\"                 | invalid_format",
        "amount_minor   | \"0\"                  | not_positive",
        "amount_minor   | \"007\"                | invalid_format",
        "amount_minor   | \"1000000000000001\"   | too_large",
        "amount_minor   | \"9223372036854775808\"| too_large",
        "amount_minor   | \"99999999999999999999999999\" | too_large",
        "amount_minor   | \"1.5\"                | invalid_format",
        "amount_minor   | \"1e3\"                | invalid_format",
        "amount_minor   | \"١٢\"                 | invalid_format",
        "amount_minor   | \"\"                   | invalid_format",
        "amount_minor   | 88849                  | wrong_type",
        "amount_minor   | 1.5                    | wrong_type",
        "amount_minor   | [\"1\"]                | wrong_type",
        "amount_minor   | {\"a\": 1}             | wrong_type",
        "amount_minor   | true                   | wrong_type",
        "amount_minor   | null                   | required",
        "currency       | \"usd\"                | invalid_format",
        "currency       | \"ZZZ\"                | unknown_value",
        "currency       | \"XAU\"                | unknown_value",
        "currency       | \"DOLLAR\"             | invalid_format",
        "effective_at   | \"2026-02-30\"         | invalid_format",
        "effective_at   | \"2026-13-01\"         | invalid_format",
        "effective_at   | \"2026-5-1\"           | invalid_format",
        "effective_at   | \"2026-05-01T00:00:00Z\" | invalid_format",
        "effective_at   | 20260501               | wrong_type",
        "loan_id        | \"loan_42\"            | invalid_format",
        "loan_id        | 42                     | wrong_type",
        "borrower_id    | \"22222222\"           | invalid_format",
        "source_method  | \"ACH TRANSFER\"       | invalid_format",
        "external_ref   | \" \"                  | invalid_format",
        "external_ref   | \"a\\u0000b\"          | invalid_format",
        "external_ref   | \"\\ud800\"            | invalid_format"
      })
  void a_field_that_is_not_of_its_form_is_named(String field, String json, String code) {
    Reply reply = payWith(field, json).expectProblem(400, "invalid_request");

    assertThat(reply.errors()).containsExactly(field + "/" + code);
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01, effective_date_out_of_range",
    "0001-01-01, effective_date_out_of_range",
    "1900-01-01, effective_date_out_of_range",
    "1969-12-31, effective_date_out_of_range",
    "9999-12-31, effective_date_in_future",
    "1970-01-01, effective_date_before_opening",
    "2026-01-14, effective_date_before_opening"
  })
  void an_absurd_date_is_refused(String date, String code) {
    Reply reply = payWith("effective_at", "\"" + date + "\"").expectProblem(422, code);

    assertThat(reply.errors()).containsExactly("effective_at/" + code);
  }

  @Test
  void the_day_after_tomorrow_is_refused() {
    String date = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

    payWith("effective_at", "\"" + date + "\"").expectProblem(422, "effective_date_in_future");
  }

  @Test
  void the_wrong_loan_borrower_or_currency_is_refused() {
    assertThat(payWith("currency", "\"EUR\"").expectProblem(422, "currency_mismatch").errors())
        .containsExactly("currency/currency_mismatch");
    String other = "\"33333333-3333-3333-3333-333333333333\"";
    assertThat(payWith("borrower_id", other).expectProblem(422, "borrower_mismatch").errors())
        .containsExactly("borrower_id/borrower_mismatch");
    assertThat(payWith("loan_id", other).expectProblem(404, "loan_not_found").errors())
        .containsExactly("loan_id/loan_not_found");
    assertThat(payWith("loan_id", "\"" + closed + "\"").expectProblem(409, "loan_closed").errors())
        .containsExactly("loan_id/loan_closed");
    lender
        .post("/v1/loans/" + UUID.randomUUID() + "/fees", Bodies.fee(5, "2026-05-01"))
        .expectProblem(404, "loan_not_found");
    lender
        .post("/v1/loans/" + closed + "/fees", Bodies.fee(5, "2026-05-01"))
        .expectProblem(409, "loan_closed");
    lender.post("/v1/loans/" + loan + "/close", "{}").expectProblem(409, "loan_not_settled");
    lender.post("/v1/loans", Bodies.loan(loan)).expectProblem(409, "loan_already_exists");
  }

  @Test
  void a_loan_of_another_tenant_does_not_exist() {
    Tenant other = RunningLedger.newTenant();

    other.pay(loan, 1).expectProblem(404, "loan_not_found");
    other
        .post("/v1/disbursements", Bodies.disbursement(loan, 1))
        .expectProblem(404, "loan_not_found");
    other
        .post("/v1/loans/" + loan + "/fees", Bodies.fee(5, "2026-05-01"))
        .expectProblem(404, "loan_not_found");
    other.post("/v1/loans/" + loan + "/close", "{}").expectProblem(404, "loan_not_found");
    Reply batch = other.post("/v1/accruals/batch", Bodies.accrual(loan, 1, "2026-05-01"));
    assertThat(batch.expectProblem(422, "batch_refused").errors())
        .containsExactly("loans[0]/loan_not_found");
  }

  @Test
  void a_batch_names_each_loan_that_stands_in_its_way() {
    String item =
        "{\"loan_id\": \"%s\", \"outstanding_principal_minor\": \"1\", \"interest_minor\": \"1\"}";
    String batch =
        "{\"program_id\": \"p\", \"accrual_date\": \"2026-05-01\","
            + " \"day_count_convention\": \"ACT_365\", \"loans\": [%s]}";
    String good = item.formatted(loan);

    assertThat(
            lender
                .post("/v1/accruals/batch", batch.formatted(good + "," + item.formatted(closed)))
                .expectProblem(422, "batch_refused")
                .errors())
        .containsExactly("loans[1]/loan_closed");
    assertThat(
            lender
                .post("/v1/accruals/batch", batch.formatted(good + "," + good))
                .expectProblem(422, "batch_refused")
                .errors())
        .containsExactly("loans[1]/batch_loan_repeated");
    lender.post("/v1/accruals/batch", batch.formatted("")).expectProblem(422, "batch_empty");
    assertThat(
            lender
                .post("/v1/accruals/batch", batch.formatted(good + ", 7"))
                .expectProblem(400, "invalid_request")
                .errors())
        .containsExactly("loans[1]/wrong_type");
  }

  @Test
  void unknown_repeated_and_missing_fields_are_all_named_at_once() {
    Reply reply =
        lender
            .post(
                "/v1/payments",
                """
                {"loan_id": "%s", "loan_id": "%s", "amount": "1", "currency": "USD",
                 "class": "java.lang.Runtime", "effective_at": "2026-05-01"}"""
                    .formatted(loan, loan))
            .expect(400);

    assertThat(reply.errors())
        .containsExactly(
            "loan_id/duplicate_field",
            "amount/unknown_field",
            "class/unknown_field",
            "amount_minor/required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "null",
        "7",
        "\"text\"",
        "{\"loan_id\"",
        "{\"a\": }",
        "{} {}",
        "{'a': 1}",
        "{\"a\": 1,}",
        "{\"a\": NaN}",
        "{\"a\": 01}",
        "<loan/>",
        "{\"a\": \"\u0001\"}"
      })
  void what_is_not_one_json_object_is_refused(String body) {
    Reply reply = lender.post("/v1/payments", body).expectDiscreet();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("code")).isIn("malformed_json", "invalid_request");
  }

  @Test
  void a_body_that_is_nested_too_deep_is_refused() {
    String deep = "{\"metadata\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    Reply reply = lender.post("/v1/payments", deep).expect(400).expectDiscreet();

    assertThat(reply.body()).contains("too_deep");
  }

  @Test
  void a_body_that_is_too_large_is_refused_before_it_has_come_whole() {
    lender.post("/v1/payments", " ".repeat(10 << 20)).expectProblem(413, "body_too_large");
    assertThat(RawHttp.endlessPost(lender, "/v1/payments", false, 2))
        .startsWith("HTTP/1.1 413")
        .contains("\"body_too_large\"");
    assertThat(RawHttp.endlessPost(lender, "/v1/payments", true, 2))
        .startsWith("HTTP/1.1 413")
        .contains("\"body_too_large\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "x"})
  void a_body_that_is_not_declared_as_json_is_refused(String type) {
    var request =
        lender
            .request("/v1/payments")
            .header("Content-Type", type)
            .header("Idempotency-Key", Tenant.newKey())
            .POST(BodyPublishers.ofString(Bodies.payment(loan, 1, "2026-05-01")));

    lender.send(request).expectProblem(415, "unsupported_media_type");
  }
}
