package io.cascadeledger.api.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of Parquet with DuckDB, which others have written. */
public final class ParquetReader {

  private ParquetReader() {}

  /** What a query on a file gives, in which the file is called {@code it}. */
  public static List<Map<String, Object>> query(Path file, String sql) {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("CREATE VIEW it AS SELECT * FROM read_parquet('%s')".formatted(file));
      List<Map<String, Object>> all = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = rows.getObject(i);
            row.put(
                columns.getColumnName(i),
                value instanceof OffsetDateTime time ? time.toInstant() : value);
          }
          all.add(row);
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rows, in their order. */
  public static List<Map<String, Object>> rows(Path file) {
    return query(file, "SELECT * FROM it");
  }

  /** The types of the columns, as DuckDB calls them. */
  public static Map<String, String> types(Path file) {
    Map<String, String> types = new LinkedHashMap<>();
    query(file, "DESCRIBE it")
        .forEach(
            row -> types.put(row.get("column_name").toString(), row.get("column_type").toString()));
    return types;
  }
}
