package io.cascadeledger.projections.sql;

import io.cascadeledger.projections.sql.RowsStatement.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds any number of rows to a table, in the current transaction. Where nothing has to be looked up
 * for a row, this costs PostgreSQL about half of what a {@link RowsStatement} does: there is
 * nothing to plan, the fields arrive as they are stored, and a page is filled with all its rows at
 * once. Constraints, indexes and triggers of the statement work as they do for an INSERT.
 *
 * @param <R> what a row is made from
 */
public final class RowsCopy<R> {

  /** PostgreSQL takes memory for the whole of a message. */
  private static final int BYTES_AT_ONCE = 1 << 16;

  private final String sql;
  private final List<Column<R>> columns;

  /**
   * A copy.
   *
   * @param table the table, found by the search path
   * @param columns its columns, each of the very type of the table's; those left out get their
   *     defaults
   */
  public RowsCopy(String table, List<Column<R>> columns) {
    this.sql =
        "COPY %s (%s) FROM STDIN (FORMAT binary)"
            .formatted(table, columns.stream().map(Column::name).collect(Collectors.joining(", ")));
    this.columns = List.copyOf(columns);
  }

  /** Adds the rows; sends nothing if there are none. */
  public void execute(JdbcTemplate jdbc, List<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    // All of it before the copy begins: a row that cannot be made leaves no copy half done.
    CopyBytes bytes = bytes(rows);
    jdbc.execute((Connection connection) -> send(connection, bytes));
  }

  private CopyBytes bytes(List<R> rows) {
    CopyBytes bytes = new CopyBytes();
    for (R row : rows) {
      bytes.startRow(columns.size());
      for (Column<R> column : columns) {
        column.copy().accept(bytes, row);
      }
    }
    bytes.end();
    return bytes;
  }

  private Long send(Connection connection, CopyBytes bytes) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      for (int sent = 0; sent < bytes.length(); sent += BYTES_AT_ONCE) {
        copy.writeToCopy(bytes.bytes(), sent, Math.min(BYTES_AT_ONCE, bytes.length() - sent));
      }
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
