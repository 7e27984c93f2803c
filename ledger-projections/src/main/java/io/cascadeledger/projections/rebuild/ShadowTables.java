package io.cascadeledger.projections.rebuild;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Empty tables of a projection in a schema of their own, made like those that serve: with the same
 * columns, constraints, indexes, triggers, settings and rights, by the same names. Who has the
 * schema first in the search path writes to them, and not to those that serve.
 */
final class ShadowTables {

  /**
   * What a copy lacks. PostgreSQL writes each statement as it would dump it, with the table's
   * schema, which is the only thing to change.
   */
  private static final String LACKING =
      """
      SELECT format('ALTER TABLE public.%I ADD CONSTRAINT %I %s', relname, conname,
                    pg_get_constraintdef(c.oid)) AS statement, 1 AS turn
        FROM pg_constraint c JOIN pg_class t ON t.oid = conrelid
       WHERE conrelid = to_regclass($1) AND contype IN ('p', 'u', 'x')
      UNION ALL
      SELECT pg_get_indexdef(i.indexrelid), 2
        FROM pg_index i
       WHERE indrelid = to_regclass($1)
         AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
      UNION ALL
      SELECT pg_get_triggerdef(oid), 3
        FROM pg_trigger WHERE tgrelid = to_regclass($1) AND NOT tgisinternal
      UNION ALL
      SELECT format('ALTER TABLE public.%I SET (%s)', relname, array_to_string(reloptions, ', ')), 4
        FROM pg_class WHERE oid = to_regclass($1) AND reloptions IS NOT NULL
      UNION ALL
      SELECT format('GRANT %s ON public.%I TO %s', privilege_type, relname,
                    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END), 5
        FROM pg_class, aclexplode(relacl)
       WHERE oid = to_regclass($1) AND grantee <> relowner
      ORDER BY turn, statement
      """;

  private final JdbcTemplate jdbc;
  private final String schema;
  private final List<String> tables;

  /**
   * Tables.
   *
   * @param schema where they are made
   * @param tables their names
   */
  ShadowTables(JdbcTemplate jdbc, String schema, List<String> tables) {
    this.jdbc = jdbc;
    this.schema = schema;
    this.tables = tables;
  }

  /** Makes them, in place of what an earlier rebuild may have left. */
  void create() {
    drop();
    jdbc.execute("CREATE SCHEMA " + schema);
    for (String table : tables) {
      jdbc.execute(
          """
          CREATE TABLE %1$s.%2$s (LIKE public.%2$s INCLUDING DEFAULTS INCLUDING CONSTRAINTS
                                  INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMMENTS)
          """
              .formatted(schema, table));
      for (String statement : lacking(table)) {
        jdbc.execute(statement.replaceAll("\\bpublic\\." + table + "\\b", schema + "." + table));
      }
    }
  }

  private List<String> lacking(String table) {
    // Nothing is in this path, so that whatever is named is named with its schema.
    jdbc.execute("SET LOCAL search_path = pg_catalog");
    List<String> statements =
        jdbc.query(LACKING.replace("$1", "'public." + table + "'"), (row, _) -> row.getString(1));
    jdbc.execute("SET LOCAL search_path = public");
    return statements;
  }

  /** Puts them in the place of those that serve, which are gone then. */
  void swap() {
    for (String table : tables) {
      jdbc.execute("DROP TABLE public." + table);
      jdbc.execute("ALTER TABLE %s.%s SET SCHEMA public".formatted(schema, table));
    }
    jdbc.execute("DROP SCHEMA " + schema);
  }

  /** Removes them, if they are there. */
  void drop() {
    jdbc.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
  }

  /** Lets the database know how many rows there are, before anybody asks. */
  void analyze() {
    tables.forEach(table -> jdbc.execute("ANALYZE %s.%s".formatted(schema, table)));
  }
}
