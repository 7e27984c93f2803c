package io.cascadeledger.projections.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class JournalConstraintsTest {

  private static final long ENTRY = 1;
  private static final long OTHER = 2;

  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.create().dataSource());

  private void insert(String... rows) {
    jdbc.update(
        "INSERT INTO journal_line"
            + " (position, sequence, account_code, side, amount_minor, currency) VALUES "
            + String.join(", ", rows));
  }

  private static String line(long entry, int sequence, String side, long minor, String currency) {
    return "(%d, %d, '1000', '%s', %d, '%s')".formatted(entry, sequence, side, minor, currency);
  }

  private long lines() {
    return jdbc.queryForObject("SELECT count(*) FROM journal_line", Long.class);
  }

  @Test
  void balanced_entries_are_taken() {
    insert(
        line(ENTRY, 1, "D", 100, "USD"),
        line(ENTRY, 2, "C", 100, "USD"),
        line(OTHER, 1, "D", 7, "EUR"),
        line(OTHER, 2, "C", 7, "EUR"));

    assertThat(lines()).isEqualTo(4);
  }

  @Test
  void an_entry_whose_debits_differ_from_its_credits_is_refused() {
    assertThatThrownBy(
            () -> insert(line(ENTRY, 1, "D", 100, "USD"), line(ENTRY, 2, "C", 99, "USD")))
        .hasMessageContaining(
            "the entry of event " + ENTRY + " is not balanced: debits exceed credits by 1 USD");
  }

  @Test
  void two_unbalanced_entries_do_not_balance_each_other() {
    assertThatThrownBy(
            () ->
                insert(
                    line(ENTRY, 1, "D", 100, "USD"),
                    line(ENTRY, 2, "C", 99, "USD"),
                    line(OTHER, 1, "D", 99, "USD"),
                    line(OTHER, 2, "C", 100, "USD")))
        .hasMessageContaining("is not balanced");
  }

  @Test
  void two_currencies_do_not_balance_each_other() {
    assertThatThrownBy(
            () -> insert(line(ENTRY, 1, "D", 100, "USD"), line(ENTRY, 2, "C", 100, "EUR")))
        .hasMessageContaining("is not balanced");
  }

  @Test
  void a_single_line_is_refused() {
    assertThatThrownBy(() -> insert(line(ENTRY, 1, "D", 100, "USD")))
        .hasMessageContaining("is not balanced");
    assertThatThrownBy(() -> insert(line(ENTRY, 1, "D", 0, "USD")))
        .hasMessageContaining("journal_line_amount_minor_check");
  }

  @Test
  void nothing_is_added_to_an_entry_later() {
    insert(line(ENTRY, 1, "D", 100, "USD"), line(ENTRY, 2, "C", 100, "USD"));

    assertThatThrownBy(() -> insert(line(ENTRY, 3, "D", 5, "USD"), line(ENTRY, 4, "C", 5, "USD")))
        .hasMessageContaining("do not start at 1");
    assertThat(lines()).isEqualTo(2);
  }

  @Test
  void a_line_is_neither_changed_nor_deleted() {
    insert(line(ENTRY, 1, "D", 100, "USD"), line(ENTRY, 2, "C", 100, "USD"));

    assertThatThrownBy(() -> jdbc.update("UPDATE journal_line SET amount_minor = 5"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("UPDATE of journal_line is not allowed");
    assertThatThrownBy(() -> jdbc.update("DELETE FROM journal_line"))
        .hasMessageContaining("DELETE of journal_line is not allowed");
    assertThat(lines()).isEqualTo(2);
  }
}
