package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.api.database.DatabaseNotAvailableException;
import io.cascadeledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaNoteTest {

  private static final String ANOTHER_CHECKSUM =
      "UPDATE flyway_schema_history SET checksum = 0 WHERE version = '1'";

  private final TestDatabase database = TestDatabase.create();
  private final DatabaseAddress address = DatabaseAddress.parse(database.url());
  private final SchemaNote note = SchemaNote.ofMigrations();

  @AfterEach
  void drop() {
    database.drop();
  }

  @Test
  void a_migrated_database_carries_the_note() {
    assertThat(note.isOn(database.dataSource())).isFalse();

    Databases.migrated(address);

    assertThat(note.isOn(database.dataSource())).isTrue();
  }

  @Test
  void a_database_without_tables_is_migrated() {
    execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");

    Databases.migrated(address);

    assertThat(note.isOn(database.dataSource())).isTrue();
    assertThat(count("events")).isZero();
  }

  @Test
  void flyway_is_not_asked_about_a_database_with_the_note() {
    Databases.migrated(address);
    execute(ANOTHER_CHECKSUM);

    assertThat(Databases.migrated(address)).isNotNull();
  }

  @Test
  void flyway_is_asked_about_a_database_with_the_note_of_another_build() {
    Databases.migrated(address);
    execute("COMMENT ON TABLE flyway_schema_history IS 'All of another build'", ANOTHER_CHECKSUM);

    assertThatThrownBy(() -> Databases.migrated(address))
        .isInstanceOf(DatabaseNotAvailableException.class)
        .hasMessageContaining("failed validation");
  }

  private void execute(String... statements) {
    for (String statement : statements) {
      JdbcClient.create(database.dataSource()).sql(statement).update();
    }
  }

  private long count(String table) {
    return JdbcClient.create(database.dataSource())
        .sql("SELECT count(*) FROM " + table)
        .query(Long.class)
        .single();
  }
}
