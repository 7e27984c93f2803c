package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.endofday.DayClosing;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The end of a day on two servers that share a database. */
class DayRunTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE.dataSource());
  private static final int LOANS = 5;

  private static LedgerServer one;
  private static LedgerServer other;
  private static int lenders;

  private Tenant lender;

  @BeforeAll
  static void start() {
    one = RunningLedger.start(DATABASE.url());
    other = RunningLedger.start(DATABASE.url());
  }

  @BeforeEach
  void openLoans() {
    lender = Tenant.of(one, "lender-" + ++lenders, Scopes.DESCRIPTIONS.keySet());
    for (int i = 0; i < LOANS; i++) {
      EndOfDayTest.open(lender, "2026-01-15");
    }
    until(() -> loans().size() == LOANS);
  }

  private List<UUID> loans() {
    return JDBC.queryForList(
        "SELECT loan_id FROM loan WHERE tenant = ? ORDER BY loan_id", UUID.class, lender.name());
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
    DATABASE.drop();
  }

  @Test
  void two_servers_that_are_asked_for_a_day_do_it_once_and_both_say_how_far_it_is()
      throws SQLException {
    String day = "2026-02-01";
    try (Connection hold = holdingTheLoans()) {
      List<Reply> replies = Together.run(6, i -> ask(lender.at(i % 2 == 0 ? one : other), day));

      assertThat(replies).extracting(Reply::status).containsOnly(202);
      assertThat(replies).extracting(reply -> reply.text("status")).containsOnly("running");
      assertThat(look(other, day).body()).isEqualTo(look(one, day).body());
      hold.commit();
    }

    assertThat(ended(other, day)).isEqualTo("completed, 5 closed, 0 refused");
    assertThat(look(one, day).body()).isEqualTo(look(other, day).body());
    assertThat(runs(day)).isEqualTo(1);
  }

  @Test
  void a_run_whose_server_has_gone_quiet_is_taken_up_by_another_and_lost_by_the_first()
      throws SQLException {
    String day = "2026-02-02";
    try (Connection hold = holdingTheLoans()) {
      ask(lender.at(one), day).expect(202);
      String holder = holder(day);

      until(() -> silenced(day).look(other, day).text("status").equals("broken_off"));
      until(
          () -> {
            silenced(day).ask(lender.at(other), day).expect(202);
            return !holder(day).equals(holder);
          });
      hold.commit();
    }

    assertThat(ended(one, day)).isEqualTo("completed, 5 closed, 0 refused");
    assertThat(runs(day)).isEqualTo(1);
  }

  @Test
  void a_run_that_has_failed_goes_on_behind_the_last_loan_that_was_done() {
    String day = "2026-02-03";
    List<UUID> loans = loans();
    JDBC.update(
        """
        INSERT INTO business_day_run (tenant, business_date, run, status, holder, asked_by,
                                      ended_at, loans, loans_closed, events, reached)
        VALUES (?, ?::date, 1, 'failed', gen_random_uuid(), 'me', now(), 5, 3, 7, ?)
        """,
        lender.name(),
        day,
        loans.get(2));

    ask(lender.at(other), day).expect(202);

    assertThat(ended(one, day)).isEqualTo("completed, 5 closed, 0 refused");
    assertThat(look(one, day).text("events")).isEqualTo("9");
    assertThat(bookedOn(day)).containsExactlyElementsOf(loans.subList(3, LOANS));
  }

  @Test
  void a_run_whose_server_stops_is_left_for_another_at_once() throws SQLException {
    String day = "2026-02-04";
    try (LedgerServer third = RunningLedger.start(DATABASE.url())) {
      Thread stopping = Thread.ofPlatform().unstarted(third.part(DayClosing.class)::close);
      try (Connection hold = holdingTheLoans()) {
        ask(lender.at(third), day).expect(202);
        stopping.start();
        until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        hold.commit();
      }
      join(stopping);
    }

    assertThat(look(one, day).text("status")).isEqualTo("broken_off");
    ask(lender.at(one), day).expect(202);

    assertThat(ended(other, day)).isEqualTo("completed, 5 closed, 0 refused");
    assertThat(runs(day)).isEqualTo(1);
  }

  /** Nobody can read the list of loans until the connection commits. */
  private static Connection holdingTheLoans() throws SQLException {
    Connection connection = DATABASE.dataSource().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE loan IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }

  /** As if no sign of life had come for long; the next one may come soon. */
  private DayRunTest silenced(String day) {
    JDBC.update(
        """
        UPDATE business_day_run SET alive_at = now() - interval '1 hour'
         WHERE tenant = ? AND business_date = ?::date
        """,
        lender.name(),
        day);
    return this;
  }

  private Reply ask(Tenant tenant, String day) {
    return tenant.send(
        tenant.request("/v1/business-days/" + day + "/close").POST(EndOfDayTest.nothing()));
  }

  private Reply look(LedgerServer server, String day) {
    return lender.at(server).get("/v1/business-days/" + day).expect(200);
  }

  private String ended(LedgerServer server, String day) {
    Reply progress = EndOfDayTest.ended(lender.at(server), day);
    return "%s, %s closed, %s refused"
        .formatted(
            progress.text("status"), progress.text("loans_closed"), progress.text("loans_refused"));
  }

  private int runs(String day) {
    return JDBC.queryForObject(
        "SELECT count(*) FROM business_day_run WHERE tenant = ? AND business_date = ?::date",
        Integer.class,
        lender.name(),
        day);
  }

  private String holder(String day) {
    return JDBC.queryForObject(
        "SELECT holder::text FROM business_day_run WHERE tenant = ? AND business_date = ?::date",
        String.class,
        lender.name(),
        day);
  }

  private List<UUID> bookedOn(String day) {
    return JDBC.queryForList(
        """
        SELECT stream_id FROM events
         WHERE tenant = ? AND event_name = 'interest_earned' AND effective_date = ?::date
         ORDER BY stream_id
        """,
        UUID.class,
        lender.name(),
        day);
  }

  private static void until(BooleanSupplier condition) {
    for (int tries = 0; tries < 200; tries++) {
      if (condition.getAsBoolean()) {
        return;
      }
      EndOfDayTest.pause();
    }
    throw new AssertionError("it never happened");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
