package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The end of a day, of which the server is killed that is at it. */
class CloseDayIT {

  /** Several pages of a run. */
  private static final int LOANS = 2_400;

  private static final int CLIENTS = 16;
  private static final int DAYS = 20;
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final Duration BOUND = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void another_server_goes_on_where_the_killed_one_stood() throws Exception {
    TestDatabase database = TestDatabase.create();
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    Map<String, String> environment = Map.of("LEDGER_DATABASE_URL", database.url());
    String printed = createClient(environment);
    int port = LedgerProcess.freePort();
    int otherPort = LedgerProcess.freePort();
    try (LedgerProcess victim = serve(environment, port);
        LedgerProcess other = serve(environment, otherPort)) {
      openLoans(Api.authenticated(port, printed));

      LocalDate day = killInTheMiddle(victim, Api.authenticated(port, printed), jdbc);

      long reached = closed(jdbc, day);
      assertThat(reached).isBetween(1L, LOANS - 1L);
      Api api = Api.authenticated(otherPort, printed);
      awaitBrokenOff(api, day);
      assertThat(closeDay(otherPort, printed, day))
          .startsWith("%s: completed, %d loans, ".formatted(day, LOANS));
      assertThat(closed(jdbc, day)).isEqualTo(LOANS);
      assertThat(
              jdbc.queryForMap(
                  """
                  SELECT count(*) AS events, count(DISTINCT stream_id) AS loans FROM events
                   WHERE event_name = 'interest_earned' AND effective_date = ?
                  """,
                  day))
          .containsEntry("events", (long) LOANS)
          .containsEntry("loans", (long) LOANS);
      assertThat(api.get("/v1/trial-balance").path("totals").path(0).path("difference_minor"))
          .hasToString("\"0\"");
      assertThat(other.isAlive()).isTrue();
    } finally {
      database.drop();
    }
  }

  /** A day may be over too soon; then there is another. */
  private static LocalDate killInTheMiddle(LedgerProcess victim, Api api, JdbcTemplate jdbc)
      throws IOException, InterruptedException {
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FIRST.plusDays(i);
      assertThat(api.post("/v1/business-days/" + day + "/close", "unused-key", "").statusCode())
          .isEqualTo(202);
      while (closed(jdbc, day) == 0) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      if (closed(jdbc, day) < LOANS) {
        victim.kill();
        if (closed(jdbc, day) < LOANS) {
          return day;
        }
        throw new AssertionError("the day was over before the server was killed");
      }
    }
    throw new AssertionError("no day takes long enough");
  }

  private static long closed(JdbcTemplate jdbc, LocalDate day) {
    return jdbc.queryForObject(
        "SELECT loans_closed FROM business_day_run WHERE business_date = ?", Long.class, day);
  }

  private static void awaitBrokenOff(Api api, LocalDate day)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    String status;
    do {
      status = api.get("/v1/business-days/" + day).path("status").asString();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
      TimeUnit.MILLISECONDS.sleep(100);
    } while (status.equals("running"));
    assertThat(status).isEqualTo("broken_off");
  }

  private String closeDay(int port, String printed, LocalDate day) throws InterruptedException {
    Map<String, String> access =
        Map.of(
            "LEDGER_URL", "http://localhost:" + port,
            "LEDGER_CLIENT_ID", Api.value(printed, "client_id"),
            "LEDGER_CLIENT_SECRET", Api.value(printed, "client_secret"));
    try (LedgerProcess command = LedgerProcess.start(folder, access, "close-day", day.toString())) {
      assertThat(command.exitCode(BOUND)).as(command.errors()).isZero();
      return command.output();
    }
  }

  private LedgerProcess serve(Map<String, String> environment, int port)
      throws InterruptedException {
    return LedgerProcess.start(folder, environment, "run", "--port", "" + port).awaitReady(port);
  }

  private String createClient(Map<String, String> environment) throws InterruptedException {
    try (LedgerProcess create =
        LedgerProcess.start(folder, environment, "client", "create", "--tenant", "days")) {
      assertThat(create.exitCode(BOUND)).as(create.errors()).isZero();
      return create.output();
    }
  }

  private static void openLoans(Api api) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<? extends Future<?>> opened =
          IntStream.range(0, LOANS)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            open(api, UUID.randomUUID());
                            return null;
                          }))
              .toList();
      for (Future<?> each : opened) {
        each.get();
      }
    }
  }

  private static void open(Api api, UUID loan) throws IOException, InterruptedException {
    String opening =
        """
        {"loan_id": "%s", "borrower_id": "%s", "currency": "USD", "effective_at": "2026-01-15",
         "terms": {
           "principal_minor": "1000000", "annual_interest_rate": "0.073",
           "day_count_convention": "ACT_365", "repayment_frequency": "monthly",
           "instalment_count": 12, "first_due_date": "2026-02-15",
           "servicing": {
             "interest_method": "declining_balance_daily", "amortization": "equal_principal"}}}
        """
            .formatted(loan, loan);
    String disbursement =
        """
        {"loan_id": "%s", "amount_minor": "1000000", "currency": "USD",
         "effective_at": "2026-01-15"}
        """
            .formatted(loan);
    assertThat(api.post("/v1/loans", "open:" + loan, opening).statusCode()).isEqualTo(201);
    assertThat(api.post("/v1/disbursements", "pay-out:" + loan, disbursement).statusCode())
        .isEqualTo(201);
  }
}
