package io.cascadeledger.projections.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RowsStatementTest {

  private static final RowsStatement<Integer> UPDATE =
      new RowsStatement<>(
          """
          UPDATE numbered SET word = given.word
            FROM given
           WHERE numbered.number = given.number
          """,
          List.of(
              RowsStatement.integer("number", number -> number),
              RowsStatement.text(
                  "word", number -> number == 3 ? null : "a \"{word}\", \\ ö " + number)));

  private SingleConnectionDataSource connection;
  private JdbcTemplate jdbc;

  @BeforeEach
  void createTable() throws Exception {
    connection =
        new SingleConnectionDataSource(
            TestDatabase.create().dataSource().getConnection(), /* suppressClose= */ true);
    jdbc = new JdbcTemplate(connection);
    jdbc.execute("CREATE TABLE numbered (number bigint PRIMARY KEY, word text)");
    jdbc.execute("INSERT INTO numbered SELECT n, 'old' FROM generate_series(1, 5) n");
  }

  @AfterEach
  void disconnect() {
    connection.destroy();
  }

  @Test
  void every_row_is_written_with_nulls_and_signs_as_they_are() {
    assertThat(UPDATE.execute(jdbc, List.of(2, 3, 99))).isEqualTo(2);

    assertThat(jdbc.queryForList("SELECT word FROM numbered ORDER BY number", String.class))
        .containsExactly("old", "a \"{word}\", \\ ö 2", null, "old", "old");
  }

  @Test
  void no_rows_need_no_statement() {
    jdbc.execute("DROP TABLE numbered");

    assertThat(UPDATE.execute(jdbc, List.of())).isZero();
  }

  @Test
  void a_row_that_is_not_found_is_a_failure_where_each_must_be_written() {
    UPDATE.executeForEach(jdbc, List.of(1, 2), "numbers");

    assertThatThrownBy(() -> UPDATE.executeForEach(jdbc, List.of(1, 99), "numbers"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("numbers: 1 rows written for 2");
  }

  @Test
  void a_table_that_has_grown_is_not_read_whole() {
    List<Integer> rows = IntStream.rangeClosed(1, 200).boxed().toList();
    for (int times = 0; times < 20; times++) {
      UPDATE.execute(jdbc, rows);
    }
    jdbc.execute("INSERT INTO numbered SELECT n, 'old' FROM generate_series(6, 100000) n");

    jdbc.execute("BEGIN");
    long before = rowsReadInSequence();
    UPDATE.execute(jdbc, rows);
    long after = rowsReadInSequence();
    jdbc.execute("COMMIT");

    assertThat(after - before).isZero();
  }

  private long rowsReadInSequence() {
    return jdbc.queryForObject(
        "SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'numbered'", Long.class);
  }
}
