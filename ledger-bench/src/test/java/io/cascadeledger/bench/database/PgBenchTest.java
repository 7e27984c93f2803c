package io.cascadeledger.bench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.bench.report.Reading;
import io.cascadeledger.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgBenchTest {

  @TempDir private Path folder;

  @Test
  void the_limits_insert_the_rows_that_they_say()
      throws IOException, InterruptedException, SQLException {
    assumeThat(System.getenv("PATH").split(File.pathSeparator, -1))
        .as("a folder of the path with pgbench in it")
        .anyMatch(each -> Files.isExecutable(Path.of(each, "pgbench")));
    TestDatabase server = TestDatabase.create();
    try {
      Database database = new Database(DatabaseAddress.parse(server.url()));
      database.execute(LimitTable.CREATE);
      PgBench pgbench = new PgBench(database, folder);

      Reading one = pgbench.run(LimitTable.oneRow(), 1, 2, Duration.ofSeconds(1));
      assertThat(one.perSecond()).isPositive();
      assertThat(one.latencies().size()).isEqualTo(rows(database));

      database.execute(LimitTable.EMPTY);
      Reading many =
          pgbench.run(LimitTable.manyRows(), LimitTable.ROWS_OF_LIMIT_B, 2, Duration.ofSeconds(1));
      assertThat(many.perSecond()).isGreaterThan(LimitTable.ROWS_OF_LIMIT_B);
      assertThat((long) many.latencies().size() * LimitTable.ROWS_OF_LIMIT_B)
          .isEqualTo(rows(database));
    } finally {
      server.drop();
    }
  }

  private static int rows(Database database) throws SQLException {
    return Math.toIntExact(database.number("SELECT count(*) FROM bench_events"));
  }

  @Test
  void a_folder_without_its_files_is_not_pgledger() throws IOException {
    assertThat(PgLedger.isIn(folder)).isFalse();
    for (String file :
        Arrays.asList(
            "vendor/scoville-pgsql-ulid/ulid-to-uuid.sql",
            "vendor/scoville-pgsql-ulid/uuid-to-ulid.sql",
            "pgledger.sql")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "");
    }
    assertThat(PgLedger.isIn(folder)).isTrue();
  }
}
