package io.cascadeledger.bench.database;

/**
 * The database's own limit: rows of the size of an event, inserted into a table with the columns
 * and indexes of the event table, as fast as pgbench can, without anything that a ledger does.
 */
public final class LimitTable {

  private static final int PAYLOAD_BYTES = 600;

  /** A table like the event table, but positions come from a sequence. */
  public static final String CREATE =
      """
      DROP TABLE IF EXISTS bench_events;
      CREATE TABLE bench_events (
        position bigserial PRIMARY KEY, tenant text NOT NULL, stream_type text NOT NULL,
        stream_id uuid NOT NULL, sequence bigint NOT NULL, event_id uuid NOT NULL,
        event_name text NOT NULL, event_revision smallint NOT NULL, effective_date date NOT NULL,
        posted_at timestamptz NOT NULL, payload bytea NOT NULL, metadata bytea NOT NULL,
        idempotency_key text, fingerprint bytea, hash bytea NOT NULL,
        UNIQUE (tenant, stream_type, stream_id, sequence));
      CREATE UNIQUE INDEX ON bench_events (tenant, idempotency_key)
        WHERE idempotency_key IS NOT NULL;
      """;

  /** Each round starts with an empty table: its indexes fit in memory, which is the faster case. */
  public static final String EMPTY = "TRUNCATE bench_events";

  /** How many rows a transaction of limit B has. */
  public static final int ROWS_OF_LIMIT_B = 50;

  private LimitTable() {}

  /** Limit A: one row in a transaction. */
  public static String oneRow() {
    return insert("");
  }

  /** Limit B: fifty rows in a transaction. */
  public static String manyRows() {
    return insert(" FROM generate_series(1, %d)".formatted(ROWS_OF_LIMIT_B));
  }

  private static String insert(String from) {
    return """
        INSERT INTO bench_events (tenant, stream_type, stream_id, sequence, event_id, event_name,
          event_revision, effective_date, posted_at, payload, metadata, idempotency_key, fingerprint,
          hash)
        SELECT 'bench', 'loan', gen_random_uuid(), 1, gen_random_uuid(), 'payment_posted', 1,
          DATE '2026-05-01', clock_timestamp(), decode(repeat('61', %d), 'hex'),
          decode(repeat('62', 80), 'hex'), 'payment:' || gen_random_uuid(),
          decode(repeat('63', 32), 'hex'), decode(repeat('64', 32), 'hex')%s;
        """
        .formatted(PAYLOAD_BYTES, from);
  }
}
