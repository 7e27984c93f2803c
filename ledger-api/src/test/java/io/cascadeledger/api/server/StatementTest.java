package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Statements of loans: in JSON, as comma-separated values, and for print. */
@ExtendWith(StopsLedger.class)
class StatementTest {

  private static final CsvMapper CSV = new CsvMapper();

  private final Tenant lender = RunningLedger.newTenant();
  private final UUID loan = lender.newLoan();

  private Reply statement(String query, String accept) {
    return lender.send(
        lender.request("/v1/loans/" + loan + "/statement" + query).header("Accept", accept));
  }

  private JsonNode json(String query) {
    return statement(query, "application/json").expect(200).json();
  }

  private static List<Map<String, String>> rows(Reply csv) {
    return CSV.readerFor(new TypeReference<Map<String, String>>() {})
        .with(CsvSchema.emptySchema().withHeader())
        .<Map<String, String>>readValues(csv.body())
        .readAll();
  }

  private void fee(long minor, String date, String description) {
    lender
        .post(
            "/v1/loans/" + loan + "/fees",
            """
            {"amount_minor": "%d", "currency": "USD", "effective_at": "%s",
             "fee_type": "late_payment", "description": %s}"""
                .formatted(minor, date, description))
        .expect(201);
  }

  private Reply pay(long minor, String date) {
    return lender.post("/v1/payments", Bodies.payment(loan, minor, date)).expect(201);
  }

  @Test
  void a_statement_leads_from_the_opening_balance_line_by_line_to_the_closing_one() {
    fee(500, "2026-02-10", "\"A late payment.\"");
    Reply march = pay(800, "2026-03-05");
    Reply found = pay(300, "2026-02-20");

    Reply reply = statement("?from=2026-02-15&to=2026-03-31", "application/json").expect(200);
    JsonNode statement = reply.json();

    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.position()).isGreaterThanOrEqualTo(found.position());
    assertThat(statement.at("/opening/owed_minor").asString()).isEqualTo("1000500");
    assertThat(statement.at("/closing/principal_minor").asString()).isEqualTo("999400");
    assertThat(statement.at("/totals/paid_minor").asString()).isEqualTo("1100");
    assertThat(statement.at("/totals/charged_minor").asString()).isEqualTo("0");
    assertThat(statement.path("line_count").asInt()).isEqualTo(3);
    assertThat(statement.path("lines").valueStream())
        .extracting(
            line -> line.path("event_type").asString(),
            line -> line.path("effective_at").asString(),
            line -> line.path("fees_minor").asString(),
            line -> line.path("principal_minor").asString(),
            line -> line.path("balance_owed_minor").asString(),
            line -> line.at("/corrects/journal_entry_id").asString(""),
            line -> line.path("caused_by_entry_id").asString(""))
        .containsExactly(
            tuple("payment_received", "2026-02-20", "-300", "0", "1000200", "", ""),
            tuple("payment_received", "2026-03-05", "-500", "-300", "999400", "", ""),
            tuple(
                "restatement",
                "2026-03-05",
                "300",
                "-300",
                "999400",
                march.text("journal_entry_id"),
                found.text("journal_entry_id")));
  }

  @Test
  void left_out_dates_mean_the_whole_life_of_the_loan() {
    fee(500, "2026-02-10", "\"A late payment.\"");

    JsonNode statement = json("");

    assertThat(statement.path("from").asString()).isEqualTo("2026-01-15");
    assertThat(statement.at("/opening/owed_minor").asString()).isEqualTo("0");
    assertThat(statement.at("/totals/disbursed_minor").asString()).isEqualTo("1000000");
    assertThat(statement.at("/totals/fees_minor").asString()).isEqualTo("500");
    assertThat(statement.at("/closing/owed_minor").asString()).isEqualTo("1000500");
    assertThat(statement.at("/lines/1/description").asString()).isEqualTo("A late payment.");
  }

  @Test
  void the_columns_of_the_csv_sum_up_to_its_last_line() {
    fee(500, "2026-02-10", "\"One, \\\"two\\\"\\nthree\"");
    pay(800, "2026-03-05");
    pay(300, "2026-02-20");

    Reply reply = statement("?from=2026-02-01&to=2026-03-31", "text/csv").expect(200);
    List<Map<String, String>> rows = rows(reply);

    assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"statement-%s-2026-02-01-2026-03-31.csv\"".formatted(loan));
    assertThat(reply.header("Vary")).isEqualTo("Accept");
    assertThat(reply.body()).startsWith("effective_at,posted_at,event_type,").endsWith("\r\n");
    assertThat(rows)
        .extracting(row -> row.get("event_type"))
        .containsExactly(
            "opening_balance",
            "fee_assessed",
            "payment_received",
            "payment_received",
            "restatement",
            "closing_balance");
    assertThat(rows.get(1)).containsEntry("description", "One, \"two\"\nthree");
    for (String column : List.of("principal_minor", "fees_minor", "suspense_minor")) {
      assertThat(
              rows.subList(0, rows.size() - 1).stream()
                  .mapToLong(row -> Long.parseLong(row.get(column)))
                  .sum())
          .as(column)
          .isEqualTo(Long.parseLong(rows.getLast().get(column)));
    }
    assertThat(rows.getLast()).containsEntry("balance_owed_minor", "999400");
  }

  @Test
  void a_page_for_print_shows_amounts_as_people_write_them_and_needs_nothing_else() {
    fee(123_456, "2026-02-10", "\"A late payment.\"");
    pay(123_500, "2026-03-05");
    pay(300, "2026-02-20");

    Reply reply = statement("?to=2026-03-31", "text/html,*/*;q=0.8").expect(200);

    assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none';");
    assertThat(reply.body())
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .contains(
            lender.name(),
            loan.toString(),
            "10,000.00",
            "1,234.56",
            "-1,234.56",
            "-3.00",
            "Reference stripe_ch_xyz123",
            "Correction of payment of 2026-03-05",
            "9,996.56")
        .doesNotContain("<script", "src=", "href=", "url(", "{{", "@import");
  }

  @ParameterizedTest
  @CsvSource({"JPY, '1,234,567', '-1,000'", "BHD, '1,234.567', -1.000", "USD, '12,345.67', -10.00"})
  void a_page_has_the_decimals_of_its_currency(String currency, String fee, String paid) {
    UUID other = UUID.randomUUID();
    lender.post("/v1/loans", Bodies.loan(other).replace("USD", currency)).expect(201);
    lender
        .post(
            "/v1/loans/" + other + "/fees",
            Bodies.fee(1_234_567, "2026-02-10").replace("USD", currency))
        .expect(201);
    lender
        .post("/v1/payments", Bodies.payment(other, 1_000, "2026-03-05").replace("USD", currency))
        .expect(201);

    Reply page =
        lender
            .send(lender.request("/v1/loans/" + other + "/statement").header("Accept", "text/html"))
            .expect(200);

    assertThat(page.body()).contains(">" + fee + "<", ">" + paid + "<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\\\"><img src=x onerror=alert(1)>",
        "</table><style>body{display:none}</style>",
        "{{lender}} {{{lender}}} {{=<% %>=}}",
        "&lt;b&gt;"
      })
  void hostile_text_stays_text_on_the_page(String text) {
    fee(500, "2026-02-10", "\"" + text + "\"");
    String shown =
        text.replace("\\\"", "\"")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("=", "&#x3D;");

    String page = statement("", "text/html").expect(200).body();

    assertThat(page).contains("<p>" + shown + "</p>");
    assertThat(page).doesNotContain("<script", "<img", "</table><style");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\\\"http://x\\\";\\\"y\\\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "＝1+1"
      })
  void what_a_spreadsheet_would_run_is_text_in_the_csv(String text) {
    fee(500, "2026-02-10", "\"" + text + "\"");
    lender
        .post(
            "/v1/payments",
            Bodies.payment(loan, 100, "2026-03-05").replace("stripe_ch_xyz123", text))
        .expect(201);
    String plain = text.replace("\\\"", "\"");

    List<Map<String, String>> rows = rows(statement("", "text/csv").expect(200));

    assertThat(rows.get(2)).containsEntry("description", "'" + plain);
    assertThat(rows.get(3)).containsEntry("external_ref", "'" + plain);
    assertThat(json("").at("/lines/1/description").asString()).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                        | application/json",
        "application/json                           | application/json",
        "application/*                              | application/json",
        "text/csv                                   | text/csv;charset=UTF-8",
        "text/html                                  | text/html;charset=UTF-8",
        "text/*                                     | text/csv;charset=UTF-8",
        "text/html, application/xml;q=0.9, */*;q=0.8 | text/html;charset=UTF-8",
        "application/json;q=0.2, text/csv;q=0.7     | text/csv;charset=UTF-8",
        "text/csv;q=0.7, */*                        | application/json",
        "application/json;q=0, */*;q=0.1            | text/csv;charset=UTF-8",
        "application/problem+json                   | application/json",
        "text/csv, application/problem+json         | text/csv;charset=UTF-8"
      })
  void the_form_is_the_one_that_is_accepted_most(String accept, String type) {
    assertThat(statement("", accept).expect(200).header("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "image/*", "text/csv;q=0", "text/plain, image/png"})
  void other_forms_are_not_acceptable(String accept) {
    Reply reply = statement("", accept).expectProblem(406, "not_acceptable");

    assertThat(reply.text("detail"))
        .contains("application/json")
        .contains("text/csv")
        .contains("text/html");
  }

  @Test
  void a_statement_as_it_was_known_is_the_one_that_was_given_then() {
    fee(500, "2026-02-10", "\"A late payment.\"");
    Reply march = pay(800, "2026-03-05");
    String then = statement("?to=2026-06-30", "text/csv").expect(200).body();
    pay(300, "2026-02-20");
    lender.reverse(march.id("journal_entry_id")).expect(201);

    String now = statement("?to=2026-06-30", "text/csv").expect(200).body();
    String known =
        statement("?to=2026-06-30&known_at=" + march.text("posted_at"), "text/csv")
            .expect(200)
            .body();

    assertThat(known).isEqualTo(then).isNotEqualTo(now);
    assertThat(json("?known_at=" + march.text("posted_at")).path("known_at").asString())
        .isEqualTo(march.text("posted_at"));
  }

  @Test
  void what_cannot_be_given_is_refused() {
    statement("?from=2026-03-01&to=2026-02-01", "text/csv").expectProblem(400, "invalid_request");
    assertThat(statement("?from=yesterday", "text/html").expect(400).errors())
        .containsExactly("from/invalid_format");
    assertThat(statement("?known_at=2026-03-01", "text/html").expect(400).errors())
        .containsExactly("known_at/invalid_format");
    statement("?known_at=2026-01-01T00:00:00Z", "text/html").expectProblem(404, "loan_not_found");
    lender
        .get("/v1/loans/" + UUID.randomUUID() + "/statement")
        .expectProblem(404, "loan_not_found");
    RunningLedger.newTenant()
        .get("/v1/loans/" + loan + "/statement")
        .expectProblem(404, "loan_not_found");
  }

  @Test
  void a_period_in_which_nothing_happened_has_a_statement() {
    assertThat(json("?from=2026-03-01&to=2026-03-31").path("lines").size()).isZero();
    assertThat(statement("?from=2026-03-01&to=2026-03-31", "text/html").expect(200).body())
        .contains("Nothing was booked in this period.");
    assertThat(rows(statement("?from=2026-03-01&to=2026-03-31", "text/csv").expect(200)))
        .extracting(row -> row.get("balance_owed_minor"))
        .containsExactly("1000000", "1000000");
  }

  @Test
  void a_loan_of_twenty_thousand_entries_has_a_statement_in_every_form() {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 20_000).forEach(i -> lines.add(Batch.line("stmt-" + loan + i, loan, 10)));
    assertThat(Batch.post(lender, lines))
        .allSatisfy(result -> assertThat(result.path("status").asInt()).isEqualTo(201));

    JsonNode statement = json("");
    assertThat(statement.path("line_count").asInt()).isEqualTo(20_001);
    assertThat(statement.path("lines").size()).isEqualTo(20_001);
    assertThat(statement.at("/lines/20000/balance_owed_minor").asString()).isEqualTo("800000");
    assertThat(rows(statement("", "text/csv").expect(200))).hasSize(20_003);
    assertThat(statement("", "text/html").expect(200).body()).contains("8,000.10", "8,000.00");
  }

  @Test
  void a_statement_that_would_be_too_long_is_refused() {
    RunningLedger.JDBC.update(
        """
        WITH entry AS (
          INSERT INTO journal_entry (tenant, entry_id, position, event_type, effective_date,
              posted_at, loan_id, borrower_id)
          SELECT ?, gen_random_uuid(), -n, 'fee_assessed', DATE '2026-03-01', now(), ?, ?
            FROM generate_series(1, ?) n
          RETURNING position)
        INSERT INTO journal_line (position, sequence, account_code, side, amount_minor, currency)
        SELECT position, sequence, account_code, side, 1, 'USD'
          FROM entry, (VALUES (1, '1300', 'D'), (2, '4200', 'C')) line (sequence, account_code, side)
        """,
        lender.name(),
        loan,
        UUID.fromString(Bodies.BORROWER),
        Limits.STATEMENT_LINES);

    statement("", "text/html").expectProblem(422, "statement_too_long");
    statement("?to=2026-02-28", "text/html").expect(200);
  }
}
