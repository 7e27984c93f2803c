package io.cascadeledger.eventstore.seal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The key that signs for a log, under the log's name.
 *
 * @param origin the log's name
 * @param key the key
 */
record LogKey(String origin, CheckpointKey key) {

  /**
   * The key, if the log has a name and a key already.
   *
   * @param own the key that signs; null for the one that is kept in the database
   */
  static Optional<LogKey> known(SealTables tables, CheckpointKey own) throws SQLException {
    Optional<String> origin = tables.origin();
    Optional<CheckpointKey> key = own == null ? tables.key() : Optional.of(own);
    return origin.isPresent() && key.isPresent()
        ? Optional.of(new LogKey(origin.get(), key.get()))
        : Optional.empty();
  }

  /**
   * The key; name and key are made if there are none, and what verifies is kept. Whoever calls this
   * holds the lock of {@link Sealing}.
   *
   * @param own the key that signs; null for one that is kept in the database
   */
  static LogKey ofOrNew(SealTables tables, CheckpointKey own, Instant now) throws SQLException {
    String origin = tables.originOrNew();
    CheckpointKey key = own == null ? tables.key().orElseGet(CheckpointKey::random) : own;
    tables.put(key.verifier(origin), own == null ? key.seed() : null, now);
    return new LogKey(origin, key);
  }

  CheckpointVerifier verifier() {
    return key.verifier(origin);
  }
}
