package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** What earlier requests have stored: the memory behind idempotency. */
public final class StoredRequests {

  private static final int FOLLOWING_PER_READ = 200;

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
   * @param events what it stored, from which its answer is rebuilt: the event that has its key, and
   *     what follows from that
   * @param correlationId what it belonged to
   */
  @SuppressWarnings("ArrayRecordComponent") // compared only where its content is
  public record StoredRequest(byte[] fingerprint, List<LedgerEvent> events, String correlationId) {}

  /**
   * Finds what a key was used for.
   *
   * @param tenant the tenant
   * @param idempotencyKey the key
   * @return the earlier request, or empty if the key is unused
   */
  public Optional<StoredRequest> find(String tenant, String idempotencyKey) {
    return reader.ofKey(tenant, idempotencyKey).map(this::stored);
  }

  private StoredRequest stored(EventReader.Keyed found) {
    DomainEventMessage<?> first = storage.read(found.event());
    List<LedgerEvent> events = new ArrayList<>();
    events.add((LedgerEvent) first.getPayload());
    addFollowing(events, first, found.position());
    return new StoredRequest(
        found.fingerprint(),
        List.copyOf(events),
        (String) first.getMetaData().get(EventMetadata.CORRELATION_ID));
  }

  /**
   * What one command has stored stands behind one another. Most requests store one event, so little
   * is looked at before more is read.
   */
  private void addFollowing(
      List<LedgerEvent> events, DomainEventMessage<?> first, long firstPosition) {
    int limit = 1;
    while (true) {
      List<TrackedDomainEventData<?>> read = reader.after(firstPosition + events.size() - 1, limit);
      for (DomainEventData<?> row : read) {
        DomainEventMessage<?> event = storage.read(row);
        if (!first.getIdentifier().equals(event.getMetaData().get(EventMetadata.CAUSATION_ID))) {
          return;
        }
        events.add((LedgerEvent) event.getPayload());
      }
      if (read.size() < limit) {
        return;
      }
      limit = FOLLOWING_PER_READ;
    }
  }

  /** The position of the last event of all; 0 if there is none. */
  public long head() {
    return reader.head();
  }
}
