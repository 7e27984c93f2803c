package io.cascadeledger.bench.database;

import io.cascadeledger.bench.report.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The peer: pgledger, a double-entry ledger in SQL, in a database of its own on the same server. It
 * is loaded from a folder that the user names (github.com/pgr0ss/pgledger), and called by pgbench,
 * with no HTTP before it.
 */
public final class PgLedger {

  private static final String NAME = "pgledger";
  private static final int ACCOUNTS = 50;
  private static final int CLIENTS = 32;

  /** The files in the order that its README gives. */
  private static final List<String> FILES =
      List.of(
          "vendor/scoville-pgsql-ulid/ulid-to-uuid.sql",
          "vendor/scoville-pgsql-ulid/uuid-to-ulid.sql",
          "pgledger.sql");

  /** Identifiers that a script of pgbench can make; no transfer refers to them yet. */
  private static final String OPEN_ACCOUNTS =
      """
      SELECT pgledger_create_account('account' || n, 'USD') FROM generate_series(0, %d) n;
      UPDATE pgledger_accounts SET id = name;
      """
          .formatted(ACCOUNTS);

  private static final String TRANSFER =
      "SELECT * FROM pgledger_create_transfer('account' || :payer, 'account' || :payee, 1);\n";

  private static final String AMONG_ALL =
      """
      \\set payer random(1, %d)
      \\set payee 1 + (:payer + random(0, %d)) %% %d
      """
              .formatted(ACCOUNTS, ACCOUNTS - 2, ACCOUNTS)
          + TRANSFER;

  private static final String TO_ONE =
      """
      \\set payer random(1, %d)
      \\set payee 0
      """
              .formatted(ACCOUNTS)
          + TRANSFER;

  private final PgBench pgbench;

  private PgLedger(PgBench pgbench) {
    this.pgbench = pgbench;
  }

  /** Whether a folder looks like a checkout of it. */
  public static boolean isIn(Path folder) {
    return FILES.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  /**
   * Loads it.
   *
   * @param server any database of the server
   * @param sources the checkout
   * @param folder for scripts and logs
   */
  public static PgLedger load(Database server, Path sources, Path folder)
      throws IOException, SQLException {
    server.execute("CREATE DATABASE " + NAME);
    Database database = server.sibling(NAME);
    for (String file : FILES) {
      database.execute(Files.readString(sources.resolve(file)));
    }
    database.execute(OPEN_ACCOUNTS);
    return new PgLedger(new PgBench(database, folder));
  }

  /** Transfers between fifty accounts. */
  public Reading amongAll(Duration duration) throws IOException, InterruptedException {
    return pgbench.run(AMONG_ALL, 1, CLIENTS, duration);
  }

  /** Transfers from fifty accounts to always the same one. */
  public Reading toOne(Duration duration) throws IOException, InterruptedException {
    return pgbench.run(TO_ONE, 1, CLIENTS, duration);
  }
}
