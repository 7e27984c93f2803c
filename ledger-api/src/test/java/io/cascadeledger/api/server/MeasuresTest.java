package io.cascadeledger.api.server;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(StopsLedger.class)
class MeasuresTest {

  private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]*_[a-z0-9_]+)\\s*\\{");

  private final Tenant lender = RunningLedger.newTenant();

  private String scrape() {
    return lender.get("/actuator/prometheus").expect(200).body();
  }

  /** A sample's value, minor units and counts being whole; 0 if there is none yet. */
  private long value(String name, String... labels) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Set.of(labels).stream().allMatch(line::contains))
        .mapToLong(
            line -> new java.math.BigDecimal(line.substring(line.lastIndexOf(' ') + 1)).longValue())
        .sum();
  }

  @Test
  void payments_allocations_replays_and_refusals_are_counted() {
    UUID loan = lender.newLoan();
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-04-20")).expect(201);
    long payments = value("ledger_payments_posted_total", "currency=\"USD\"");
    long fees = value("ledger_allocated_minor_units_total", "bucket=\"fees\"");
    long principal = value("ledger_allocated_minor_units_total", "bucket=\"principal\"");
    long replays = value("ledger_idempotent_replays_total");
    long refusals = value("ledger_refusals_total", "code=\"loan_not_found\"");
    long appended = value("ledger_append_batch_events_sum");
    long appends = value("ledger_append_seconds_count");

    String body = Bodies.payment(loan, 88_849, "2026-05-01");
    lender.post("/v1/payments", "payment:measured", body).expect(201);
    lender.post("/v1/payments", "payment:measured", body).expect(200);
    lender.pay(UUID.randomUUID(), 1).expect(404);

    assertThat(value("ledger_payments_posted_total", "currency=\"USD\"")).isEqualTo(payments + 1);
    assertThat(value("ledger_allocated_minor_units_total", "bucket=\"fees\""))
        .isEqualTo(fees + 500);
    assertThat(value("ledger_allocated_minor_units_total", "bucket=\"principal\""))
        .isEqualTo(principal + 88_349);
    assertThat(value("ledger_idempotent_replays_total")).isEqualTo(replays + 1);
    assertThat(value("ledger_refusals_total", "code=\"loan_not_found\"")).isEqualTo(refusals + 1);
    assertThat(value("ledger_append_batch_events_sum")).isEqualTo(appended + 1);
    assertThat(value("ledger_append_seconds_count")).isEqualTo(appends + 1);
    assertThat(value("ledger_append_queue_size")).isZero();
  }

  @Test
  void requests_are_timed_by_the_pattern_of_their_path() {
    String[] labels = {
      "method=\"GET\"",
      "outcome=\"CLIENT_ERROR\"",
      "status=\"404\"",
      "uri=\"/v1/loans/{loan_id}/balance\""
    };
    long before = value("http_server_requests_seconds_count", labels);

    lender.get("/v1/loans/" + UUID.randomUUID() + "/balance").expect(404);

    assertThat(value("http_server_requests_seconds_count", labels)).isEqualTo(before + 1);
    assertThat(scrape()).contains("http_server_requests_seconds_bucket{method=\"GET\"");
  }

  @Test
  void callers_cannot_make_up_time_series() {
    String madeUp = "x" + UUID.randomUUID().toString().replace("-", "");
    lender.get("/v1/" + madeUp).expect(404);
    lender.get("/docs/" + madeUp).expect(404);
    lender.get("/actuator/health/" + madeUp).expect(404);
    lender
        .send(lender.request("/v1/payments").method(madeUp.toUpperCase(Locale.ROOT), noBody()))
        .expect(405);

    assertThat(scrape())
        .doesNotContainIgnoringCase(madeUp)
        .contains("uri=\"NOT_FOUND\"")
        .contains("method=\"UNKNOWN\"");
  }

  @Test
  void positions_and_lags_are_measured() {
    lender.newLoan();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(value("ledger_eventstore_position")).isEqualTo(RunningLedger.events());
              assertThat(value("ledger_projection_lag_events", "projection=\"journal\"")).isZero();
            });
    String scraped = scrape();
    for (String projection : Set.of("journal", "balances", "loans")) {
      assertThat(scraped)
          .contains("ledger_projection_lag_events{projection=\"" + projection + "\"}")
          .contains("ledger_projection_lag_seconds{projection=\"" + projection + "\"}");
    }
  }

  @Test
  void the_dashboard_shows_only_what_is_measured() throws IOException {
    lender.pay(lender.newLoan(), 1).expect(201);
    lender.post("/v1/loans", "loan:dashboard", Bodies.loan(UUID.randomUUID())).expect(201);
    lender.pay(UUID.randomUUID(), 1).expect(404);
    LoanLife.Exchange repeated = LoanLife.of(lender).exchanges().getFirst();
    lender.post(repeated.path(), repeated.key(), repeated.body()).expect(200);
    String scraped = scrape();
    Set<String> shown = new TreeSet<>();
    JsonMapper.shared()
        .readTree(Files.readString(Path.of("..", "deploy/grafana/dashboards/ledger.json")))
        .findValuesAsString("expr")
        .forEach(
            expression -> {
              Matcher metric = METRIC.matcher(expression);
              while (metric.find()) {
                shown.add(metric.group(1));
              }
            });

    assertThat(shown)
        .hasSizeGreaterThan(12)
        .allSatisfy(
            metric ->
                assertThat(scraped).containsPattern("(?m)^" + Pattern.quote(metric) + "[{ ]"));
  }

  @Test
  void events_record_the_trace_that_they_belong_to() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";
    UUID loan = UUID.randomUUID();
    lender
        .send(
            lender
                .request("/v1/loans")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Tenant.newKey())
                .header("traceparent", traceparent)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Bodies.loan(loan))))
        .expect(201);

    String metadata =
        RunningLedger.JDBC.queryForObject(
            "SELECT metadata::text FROM readable_events WHERE stream_id = ?", String.class, loan);
    assertThat(JsonMapper.shared().readTree(metadata).path("traceparent").asString())
        .isEqualTo(traceparent);
    assertThat(JsonMapper.shared().readTree(metadata).path("correlation_id").asString())
        .isEqualTo(trace);
    assertThat(JsonMapper.shared().readTree(metadata).path("actor").asString())
        .isEqualTo(lender.client().client().id());
  }
}
