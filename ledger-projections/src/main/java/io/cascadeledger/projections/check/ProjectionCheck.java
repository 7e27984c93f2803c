package io.cascadeledger.projections.check;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes a projection once more, beside the one that serves, and compares the two row by row. The
 * second one stands in temporary tables of the same names, which hide the real ones from the
 * projection: it cannot tell the difference, and nobody else sees them.
 */
public final class ProjectionCheck {

  /** How many rows that differ are shown of one table. */
  private static final int SHOWN = 20;

  private final JdbcTemplate jdbc;
  private final Projection projection;
  private final long position;

  /**
   * A row that is not as it should be.
   *
   * @param table its table
   * @param is the row as it is, in JSON; null if there is none
   * @param shouldBe the row as the events make it, in JSON; null if they make none
   */
  public record Difference(String table, String is, String shouldBe) {}

  /**
   * What a table has of them.
   *
   * @param count how many there are
   * @param first the first of them
   */
  public record Differences(long count, List<Difference> first) {}

  /**
   * Begins a check.
   *
   * @param connection in a transaction that sees the projection as it is to be compared
   */
  public ProjectionCheck(Connection connection, Function<JdbcTemplate, Projection> projection) {
    this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    this.projection = projection.apply(jdbc);
    this.position =
        jdbc.queryForObject(
            "SELECT position FROM projection_position WHERE projection = ?",
            Long.class,
            this.projection.name());
    for (String table : this.projection.tables()) {
      jdbc.execute(
          """
          CREATE TEMPORARY TABLE %1$s (LIKE public.%1$s INCLUDING DEFAULTS INCLUDING CONSTRAINTS
                                       INCLUDING INDEXES INCLUDING GENERATED INCLUDING IDENTITY)
          """
              .formatted(table));
    }
  }

  /** The projection's name. */
  public String name() {
    return projection.name();
  }

  /** The position up to which the projection has read. */
  public long position() {
    return position;
  }

  /**
   * Reads the next events, as far as the projection has read them.
   *
   * @throws RuntimeException if they do not fit what is known
   */
  public void add(List<RecordedEvent> events) {
    List<RecordedEvent> read =
        events.getLast().position() <= position
            ? events
            : events.stream().filter(event -> event.position() <= position).toList();
    if (!read.isEmpty()) {
      projection.rebuild(read);
    }
  }

  /** The rows that differ, of each table that has some. */
  public List<Differences> compare() {
    List<Differences> all = new ArrayList<>();
    for (String table : projection.tables()) {
      jdbc.execute("ANALYZE pg_temp." + table);
      Differences differences = compare(table);
      if (differences.count() > 0) {
        all.add(differences);
      }
    }
    return all;
  }

  private Differences compare(String table) {
    String keys =
        key(table).stream()
            .map("is_.%1$s = should.%1$s"::formatted)
            .collect(Collectors.joining(" AND "));
    String compared =
        """
        FROM public.%1$s AS is_ FULL JOIN pg_temp.%1$s AS should ON %2$s
        WHERE ROW(is_.*) IS DISTINCT FROM ROW(should.*)
        """
            .formatted(table, keys);
    Long count = jdbc.queryForObject("SELECT count(*) " + compared, Long.class);
    if (count == null || count == 0) {
      return new Differences(0, List.of());
    }
    List<Difference> first =
        jdbc.query(
            "SELECT to_jsonb(is_), to_jsonb(should) %s LIMIT %d".formatted(compared, SHOWN),
            (row, _) -> new Difference(table, row.getString(1), row.getString(2)));
    return new Differences(count, first);
  }

  /** The columns of a table's primary key. */
  private List<String> key(String table) {
    return jdbc.queryForList(
        """
        SELECT quote_ident(a.attname) FROM pg_index i
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
         WHERE i.indrelid = ?::regclass AND i.indisprimary
        """,
        String.class,
        "public." + table);
  }
}
