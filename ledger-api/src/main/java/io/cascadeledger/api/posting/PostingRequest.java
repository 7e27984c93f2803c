package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.eventstore.RequestKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger must know of a request beside its command.
 *
 * @param operation the operation that is asked for, by its stable identifier
 * @param tenant whose books it is about
 * @param actor who makes it
 * @param key its idempotency key and fingerprint; null if it has none, which only commands may lack
 *     that know their repetitions themselves
 * @param correlationId what it belongs to
 * @param traceparent its W3C trace context, or null
 */
public record PostingRequest(
    String operation,
    String tenant,
    String actor,
    @Nullable RequestKey key,
    String correlationId,
    @Nullable String traceparent) {

  /** What is stored with each event of the request, by the names of {@link EventMetadata}. */
  Map<String, String> metadata() {
    Map<String, String> metadata = HashMap.newHashMap(3);
    metadata.put(EventMetadata.ACTOR, actor);
    metadata.put(EventMetadata.CORRELATION_ID, correlationId);
    if (traceparent != null) {
      metadata.put(EventMetadata.TRACEPARENT, traceparent);
    }
    return metadata;
  }

  /** The key, made unique over all tenants; null if it has none. */
  @Nullable String slot() {
    return key == null ? null : tenant + "/" + key.idempotencyKey();
  }
}
