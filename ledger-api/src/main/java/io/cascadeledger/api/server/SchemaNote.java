package io.cascadeledger.api.server;

import io.cascadeledger.stream.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which migrations a database has been through, as a comment on Flyway's table: the hash of them
 * all. To find it there is much quicker than to have Flyway compare them one by one, and most
 * starts find it. Where it is missing or another, Flyway decides.
 */
final class SchemaNote {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaNote.class);
  private static final String MIGRATIONS = "classpath*:db/migration/*.sql";
  private static final String TABLE = "flyway_schema_history";

  private final String text;

  private SchemaNote(String text) {
    this.text = text;
  }

  /** The note of a database that has been through the migrations of this build. */
  static SchemaNote ofMigrations() {
    try {
      Map<String, Resource> migrations = new TreeMap<>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(MIGRATIONS)) {
        migrations.put(file.getFilename(), file);
      }
      MessageDigest hash = Sha256.digest();
      for (Map.Entry<String, Resource> migration : migrations.entrySet()) {
        hash.update(migration.getKey().getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        hash.update(migration.getValue().getContentAsByteArray());
      }
      return new SchemaNote("All of " + HexFormat.of().formatHex(hash.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is there; no, if the database does not say. */
  boolean isOn(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT obj_description(to_regclass('%s'), 'pg_class')".formatted(TABLE))) {
      return row.next() && text.equals(row.getString(1));
    } catch (SQLException e) {
      LOG.debug("the schema's note cannot be read", e);
      return false;
    }
  }

  /** Leaves it there; if that fails, the next start takes longer, and that is all. */
  void putOn(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("COMMENT ON TABLE %s IS '%s'".formatted(TABLE, text));
    } catch (SQLException e) {
      LOG.debug("the schema's note cannot be written", e);
    }
  }
}
