package io.cascadeledger.bench.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.testing.TestDatabase;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastBookTest {

  private final TestDatabase server = TestDatabase.create();
  private final Database database = new Database(DatabaseAddress.parse(server.url()));
  private final PastBook book = PastBook.ofLines("bench-past", 0, 20_000);
  private final PastBook other = PastBook.ofLines("bench-other", 1, 3_000);

  @BeforeEach
  void write() throws SQLException {
    book.write(database);
    other.write(database);
  }

  @AfterEach
  void drop() {
    server.drop();
  }

  @Test
  void a_book_has_as_many_lines_as_were_asked_for_at_least() throws SQLException {
    assertThat(book.lines(database)).isBetween(20_000L, 20_200L);
    assertThat(other.lines(database)).isBetween(3_000L, 3_100L);
  }

  @Test
  void debits_equal_credits_of_any_day_as_known_at_any_time() throws SQLException {
    Map<String, BigInteger> differences = new TreeMap<>();
    Instant knownAt = Instant.parse("2024-05-05T11:00:00Z");
    book.summedUp(database, LocalDate.of(2024, 4, 30), knownAt)
        .forEach(
            (account, totals) -> {
              String[] both = totals.split(" ", -1);
              differences.merge(
                  account.substring(5),
                  new BigInteger(both[0]).subtract(new BigInteger(both[1])),
                  BigInteger::add);
            });
    assertThat(differences)
        .containsOnlyKeys("EUR", "GBP", "USD")
        .allSatisfy((_, difference) -> assertThat(difference).isZero());
  }

  @Test
  void the_totals_of_days_are_the_sum_of_the_lines() throws SQLException {
    LocalDate asOf = LocalDate.of(2024, 4, 30);
    assertThat(totals("account_daily_total", "effective_date <= '2024-04-30'"))
        .isEqualTo(book.summedUp(database, asOf, null));
    assertThat(totals("account_posted_total", "posted_date <= '2024-04-30'"))
        .isEqualTo(
            book.summedUp(
                database, PastBook.lastDay(), Instant.parse("2024-04-30T23:59:59.999999Z")));
  }

  @Test
  void one_entry_in_seven_counts_for_a_day_before() throws SQLException {
    long entries =
        database.number("SELECT count(*) FROM journal_entry WHERE tenant = 'bench-past'");
    long before =
        database.number(
            "SELECT count(*) FROM journal_entry WHERE tenant = 'bench-past'"
                + " AND effective_date < (posted_at AT TIME ZONE 'UTC')::date");
    assertThat(before * 100 / entries).isBetween(12L, 18L);
    assertThat(
            database.number(
                "SELECT count(*) FROM journal_entry WHERE tenant = 'bench-past'"
                    + " AND effective_date > (posted_at AT TIME ZONE 'UTC')::date"))
        .isZero();
  }

  private Map<String, String> totals(String table, String which) throws SQLException {
    Map<String, String> totals = new TreeMap<>();
    database.each(
        """
        SELECT account_code || ' ' || currency || ' ' || sum(debit_minor) || ' '
                 || sum(credit_minor)
          FROM %s WHERE tenant = 'bench-past' AND %s GROUP BY account_code, currency
        """
            .formatted(table, which),
        row -> totals.put(row.substring(0, 8), row.substring(9)));
    return totals;
  }
}
