package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.api.audit.Verification;
import io.cascadeledger.api.command.RebuildCommand;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.rebuild.ProjectionRebuild;
import io.cascadeledger.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Read models made anew beside those that serve. */
class RebuildTest {

  /** What a database knows of its tables besides their rows. */
  private static final String CATALOGUE =
      """
      SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
        SELECT format('%s %s %s %s', table_name, row_number() OVER columns, column_name,
                      data_type) AS line
          FROM information_schema.columns WHERE table_schema = 'public'
        WINDOW columns AS (PARTITION BY table_name ORDER BY ordinal_position)
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT format('%s %s', relname, reloptions)
          FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
        UNION ALL SELECT format('%s %s', relname, relacl)
          FROM pg_class WHERE relname = 'journal_line') AS all_lines
      """;

  @AfterAll
  static void dropCopies() {
    AuditedLedger.dropCopies();
  }

  private static long rebuild(DataSource database, Function<JdbcTemplate, Projection> projection)
      throws Exception {
    return new ProjectionRebuild(database, projection, (_, _) -> {}).run();
  }

  private static String text(DataSource database, String sql) {
    return AuditedLedger.jdbc(database).queryForObject(sql, String.class);
  }

  private static Verification.Result verify(DataSource database) throws Exception {
    return new Verification(List.of(), List.of(), (_, _) -> {}).ofDatabase(database);
  }

  @Test
  void a_rebuild_under_load_fails_no_read_and_never_goes_back_and_is_equal() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (LedgerServer server = RunningLedger.start(database.url())) {
      Tenant lender = Tenant.of(server, "acme", Scopes.DESCRIPTIONS.keySet());
      BooksLife.of(lender);
      UUID loan = lender.newLoan();
      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Integer> posting =
          CompletableFuture.supplyAsync(() -> post(lender, loan, enough));
      CompletableFuture<List<String>> reading =
          CompletableFuture.supplyAsync(() -> read(lender, loan, enough));
      List<Long> reached = new ArrayList<>();
      try {
        for (int i = 0; i < 3; i++) {
          for (Function<JdbcTemplate, Projection> each : Verification.projections()) {
            reached.add(rebuild(database.dataSource(), each));
          }
        }
      } finally {
        enough.set(true);
      }

      assertThat(posting.join()).isGreaterThan(10);
      assertThat(reading.join()).isEmpty();
      assertThat(reached).isSorted();
      AuditedLedger.awaitProjections(AuditedLedger.jdbc(database.dataSource()));
      assertThat(verify(database.dataSource()).findings().counts()).isEmpty();
      JsonNode journal =
          lender
              .get("/v1/projections")
              .expect(200)
              .json()
              .path("projections")
              .valueStream()
              .filter(it -> it.path("name").asString().equals("journal"))
              .findFirst()
              .orElseThrow();
      assertThat(journal.path("behind").asLong()).isZero();
      assertThat(journal.at("/rebuild/status").asString()).isEqualTo("completed");
      assertThat(journal.at("/rebuild/position").asLong())
          .isEqualTo(reached.get(2 * Verification.projections().size()));
    } finally {
      database.drop();
    }
  }

  private static int post(Tenant lender, UUID loan, AtomicBoolean enough) {
    int posted = 0;
    while (!enough.get()) {
      lender.pay(loan, 1).expect(201);
      posted++;
    }
    return posted;
  }

  /**
   * Reads a balance that only falls, the journal and the loan; says what was not as it should be.
   */
  private static List<String> read(Tenant lender, UUID loan, AtomicBoolean enough) {
    List<String> faults = new ArrayList<>();
    long owed = Long.MAX_VALUE;
    while (!enough.get()) {
      Reply balance = lender.get("/v1/loans/" + loan + "/balance");
      if (balance.status() != 200) {
        faults.add(balance.status() + " " + balance.body());
        continue;
      }
      long now = Long.parseLong(balance.text("total_exposure_minor"));
      if (now > owed) {
        faults.add("from %d back to %d".formatted(owed, now));
      }
      owed = now;
      for (String path : List.of("", "/journal-entries", "/movements")) {
        Reply reply = lender.get("/v1/loans/" + loan + path);
        if (reply.status() != 200 || reply.body().contains("\"items\":[]")) {
          faults.add(path + " " + reply.status() + " " + reply.body());
        }
      }
    }
    return faults;
  }

  @Test
  void the_new_tables_are_like_the_old_ones() throws Exception {
    DataSource copy = AuditedLedger.copy();
    AuditedLedger.execute(copy, "ALTER TABLE journal_line ENABLE TRIGGER USER");
    AuditedLedger.execute(copy, "GRANT SELECT ON journal_line TO pg_monitor");
    String before = text(copy, CATALOGUE);
    String rows = "SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM journal_line t";
    String lines = text(copy, rows);

    for (Function<JdbcTemplate, Projection> each : Verification.projections()) {
      rebuild(copy, each);
    }

    assertThat(text(copy, CATALOGUE)).isEqualTo(before);
    assertThat(text(copy, rows)).isEqualTo(lines);
    assertThat(text(copy, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rebuild%'"))
        .isEqualTo("0");
  }

  @Test
  void a_damaged_read_model_is_sound_after_a_rebuild() throws Exception {
    DataSource copy = AuditedLedger.copy();
    AuditedLedger.execute(copy, "UPDATE account_daily_total SET debit_minor = debit_minor + 1");
    assertThat(verify(copy).findings().isEmpty()).isFalse();

    rebuild(copy, BalanceProjection::new);

    assertThat(verify(copy).findings().counts()).isEmpty();
  }

  @Test
  void a_rebuild_that_fails_leaves_the_old_one_and_says_why() throws Exception {
    DataSource copy = AuditedLedger.copy();
    AuditedLedger.execute(
        copy, "UPDATE events SET payload = '{' WHERE sequence = 50 AND tenant = 'acme'");
    String lines = text(copy, "SELECT count(*) FROM journal_line");

    assertThatThrownBy(() -> rebuild(copy, JournalProjection::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be read");

    assertThat(text(copy, "SELECT count(*) FROM journal_line")).isEqualTo(lines);
    assertThat(text(copy, "SELECT status || ': ' || failure FROM projection_rebuild"))
        .startsWith("failed: the event at position ");
    assertThat(text(copy, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rebuild%'"))
        .isEqualTo("0");
  }

  @Test
  void the_exchange_gives_way_to_readers_and_then_succeeds() throws Exception {
    DataSource copy = AuditedLedger.copy();
    CompletableFuture<Long> rebuilt;
    try (Connection reader = copy.getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT FROM journal_line LIMIT 1");
      rebuilt =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return rebuild(copy, JournalProjection::new);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      Thread.sleep(1_500);
      assertThat(rebuilt.isDone()).isFalse();
      assertThat(text(copy, "SELECT status FROM projection_rebuild")).isEqualTo("running");
      assertThatThrownBy(() -> rebuild(copy, JournalProjection::new))
          .hasMessage("the projection journal is being rebuilt already");
      reader.rollback();
    }

    assertThat(rebuilt.join()).isPositive();
    assertThat(verify(copy).findings().counts()).isEmpty();
  }

  @Test
  void a_wrong_name_is_an_error() {
    StringWriter error = new StringWriter();
    int exitCode =
        new CommandLine(new RebuildCommand()).setErr(new PrintWriter(error)).execute("ballances");

    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(error.toString())
        .contains("There is no read model ballances; there are balances, debtors, journal, loans.");
  }
}
