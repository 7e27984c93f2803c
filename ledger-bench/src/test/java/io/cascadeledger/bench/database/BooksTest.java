package io.cascadeledger.bench.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.bench.http.Keys;
import io.cascadeledger.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BooksTest {

  private static final String EVENT =
      """
      INSERT INTO events (position, tenant, stream_type, stream_id, sequence, event_id, event_name,
          event_revision, effective_date, posted_at, payload, metadata, idempotency_key, hash)
      VALUES (%d, 'bench', 'loan', '6a8d4b52-5c1f-4a3e-9f50-1d2c3b4a5e6f', %d, gen_random_uuid(),
          'payment_posted', 1, '2026-05-01', clock_timestamp(), '{}', '{}', '%s', '')
      """;

  private final TestDatabase server = TestDatabase.create();
  private final Database database = new Database(DatabaseAddress.parse(server.url()));
  private final Books books = new Books(database);

  @AfterEach
  void drop() {
    server.drop();
  }

  @Test
  void empty_books_are_sound() throws SQLException {
    assertThat(books.faults(new Keys())).isEmpty();
  }

  @Test
  void gaps_and_keys_that_nobody_sent_are_found() throws SQLException {
    database.execute(EVENT.formatted(1, 0, "bench:000000:00000000"));
    database.execute(EVENT.formatted(3, 2, "bench:000000:00000001"));
    assertThat(books.faults(new Keys()))
        .containsExactlyInAnyOrder(
            "gaps in the positions: 1",
            "streams with gaps: 1",
            "nobody sent the key bench:000000:00000000",
            "nobody sent the key bench:000000:00000001");
  }

  @Test
  void accounts_that_do_not_balance_are_found() throws SQLException {
    database.execute(
        """
        INSERT INTO account_daily_total
            (tenant, account_code, currency, effective_date, debit_minor, credit_minor)
        VALUES ('bench', '1000', 'USD', '2026-05-01', 5, 3)
        """);
    assertThat(books.faults(new Keys())).containsExactly("debits less credits of the accounts: 2");
  }
}
