package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that stops, and another that starts on the same database. */
class RestartTest {

  private static final List<String> PROJECTIONS = List.of("balances", "journal", "loans");
  private static final List<String> TABLES =
      List.of(
          "journal_loan",
          "journal_entry",
          "journal_batch",
          "journal_line",
          "account_daily_total",
          "loan_daily_total",
          "loan_balance_head",
          "loan",
          "movement",
          "pending_payment",
          "restatement",
          "reversal",
          "projection_position");

  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

  @Test
  void after_a_restart_nothing_counts_twice_and_a_replay_gives_the_same_books() {
    LoanLife life;
    Tenant lender;
    Map<String, List<String>> books;
    String trialBalance;
    try (LedgerServer first = RunningLedger.start(database.url())) {
      lender = Tenant.of(first, "lender", Scopes.DESCRIPTIONS.keySet());
      life = LoanLife.of(lender);
      UUID open = lender.newLoan();
      lender.pay(open, 88_849).expect(201);
      trialBalance = lender.get("/v1/trial-balance").expect(200).body();
      books = booksOnceUpToDate();
    }
    try (LedgerServer second = RunningLedger.start(database.url())) {
      assertThat(second.part(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
      lender = lender.at(second);
      assertThat(lender.get("/v1/trial-balance").expect(200).body()).isEqualTo(trialBalance);
      assertThat(booksOnceUpToDate()).isEqualTo(books);
      for (LoanLife.Exchange exchange : life.exchanges()) {
        Reply again = lender.post(exchange.path(), exchange.key(), exchange.body()).expect(200);
        assertThat(again.body()).isEqualTo(exchange.reply().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      }
      assertThat(booksOnceUpToDate()).isEqualTo(books);

      PROJECTIONS.forEach(projection -> replay(second, projection));

      assertThat(booksOnceUpToDate()).isEqualTo(books);
      lender.pay(lender.newLoan(), 1).expect(201);
      booksOnceUpToDate();
      assertThat(lender.get("/v1/trial-balance").text("/totals/0/difference_minor")).isEqualTo("0");
    } finally {
      database.drop();
    }
  }

  private void replay(LedgerServer server, String projection) {
    PooledStreamingEventProcessor processor =
        server
            .part(EventProcessingConfiguration.class)
            .eventProcessor(projection, PooledStreamingEventProcessor.class)
            .orElseThrow();
    processor.shutDown();
    processor.resetTokens();
    assertThat(positionOf(projection)).isZero();
    processor.start();
    awaitPosition(projection);
    assertThat(processor.isError()).isFalse();
  }

  private Map<String, List<String>> booksOnceUpToDate() {
    PROJECTIONS.forEach(this::awaitPosition);
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : TABLES) {
      rows.put(
          table, jdbc.queryForList("SELECT t::text FROM " + table + " t ORDER BY 1", String.class));
    }
    return rows;
  }

  private void awaitPosition(String projection) {
    long head = jdbc.queryForObject("SELECT max(position) FROM events", Long.class);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(positionOf(projection)).isEqualTo(head));
  }

  private long positionOf(String projection) {
    return jdbc.queryForObject(
        "SELECT position FROM projection_position WHERE projection = ?", Long.class, projection);
  }
}
