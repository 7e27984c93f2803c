package io.cascadeledger.api.server;

import io.cascadeledger.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * A plain dump of a database: by pg_dump if there is one for its version, else by what pg_dump does
 * itself, a COPY of every table of every schema, large objects and the text of functions included.
 */
final class DatabaseDump {

  private static final Pattern MAJOR = Pattern.compile("\\b(\\d+)\\.\\d+");

  private static final String TABLES =
      """
      SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm', 'S')
         AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      """;

  private DatabaseDump() {}

  /** The dump as text. */
  static String of(TestDatabase database) {
    try (Connection connection = database.dataSource().getConnection()) {
      return majorOfPgDump() >= connection.getMetaData().getDatabaseMajorVersion()
          ? run("pg_dump", "--no-password", "--large-objects", database.url())
          : copyOf(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int majorOfPgDump() {
    try {
      Matcher version = MAJOR.matcher(run("pg_dump", "--version"));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (UncheckedIOException _) {
      return 0; // there is none
    }
  }

  private static String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String copyOf(Connection connection) throws SQLException {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    List<String> queries = new ArrayList<>();
    for (String table : texts(connection, TABLES)) {
      queries.add("SELECT * FROM " + table);
    }
    queries.add("SELECT * FROM pg_largeobject");
    queries.add("SELECT prosrc FROM pg_proc WHERE pronamespace <> 'pg_catalog'::regnamespace");
    queries.add("SELECT pg_get_viewdef(c.oid) FROM pg_class c WHERE c.relkind = 'v'");
    for (String query : queries) {
      try {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT", dump);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return dump.toString(StandardCharsets.UTF_8);
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
