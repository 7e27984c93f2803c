package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;

/** What earlier requests have stored: the memory behind idempotency. */
public final class StoredRequests {

  private final EventReader reader;
  private final EventStorage storage;

  /**
   * Reads from a database.
   *
   * @param dataSource a pool of connections
   * @param storage the storage in the same database
   */
  public StoredRequests(DataSource dataSource, EventStorage storage) {
    this.reader = new EventReader(dataSource);
    this.storage = storage;
  }

  /**
   * A request that was answered before.
   *
   * @param fingerprint what it asked
   * @param event the first event it stored, from which its answer is rebuilt
   * @param correlationId what it belonged to
   */
  @SuppressWarnings("ArrayRecordComponent") // compared only where its content is
  public record StoredRequest(byte[] fingerprint, LedgerEvent event, String correlationId) {}

  /**
   * Finds what a key was used for.
   *
   * @param tenant the tenant
   * @param idempotencyKey the key
   * @return the earlier request, or empty if the key is unused
   */
  public Optional<StoredRequest> find(String tenant, String idempotencyKey) {
    return reader
        .query(
            "SELECT stream_type, stream_id, sequence, fingerprint FROM events"
                + " WHERE tenant = ? AND idempotency_key = ?",
            statement -> {
              statement.setString(1, tenant);
              statement.setString(2, idempotencyKey);
              try (ResultSet result = statement.executeQuery()) {
                return result.next()
                    ? Optional.of(
                        new Found(
                            new StreamId(
                                tenant, result.getString(1), result.getObject(2, UUID.class)),
                            result.getLong(3),
                            result.getBytes(4)))
                    : Optional.<Found>empty();
              }
            })
        .map(this::stored);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Found(StreamId stream, long sequence, byte[] fingerprint) {}

  private StoredRequest stored(Found found) {
    DomainEventMessage<?> event =
        storage.readEvents(found.stream().toString(), found.sequence()).next();
    return new StoredRequest(
        found.fingerprint(),
        (LedgerEvent) event.getPayload(),
        (String) event.getMetaData().get(EventMetadata.CORRELATION_ID));
  }

  /** The position of the last event of all; 0 if there is none. */
  public long head() {
    return reader.head();
  }
}
