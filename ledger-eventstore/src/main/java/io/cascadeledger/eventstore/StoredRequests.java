package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.util.Optional;
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
        .ofKey(tenant, idempotencyKey)
        .map(found -> stored(found.fingerprint(), storage.read(found.event())));
  }

  private static StoredRequest stored(byte[] fingerprint, DomainEventMessage<?> event) {
    return new StoredRequest(
        fingerprint,
        (LedgerEvent) event.getPayload(),
        (String) event.getMetaData().get(EventMetadata.CORRELATION_ID));
  }

  /** The position of the last event of all; 0 if there is none. */
  public long head() {
    return reader.head();
  }
}
