package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger must know of a request beside its command.
 *
 * @param operation the operation that is asked for, by its stable identifier
 * @param tenant whose books it is about
 * @param actor who makes it
 * @param key its idempotency key and fingerprint
 * @param correlationId what it belongs to
 * @param traceparent its W3C trace context, or null
 */
public record PostingRequest(
    String operation,
    String tenant,
    String actor,
    RequestKey key,
    String correlationId,
    @Nullable String traceparent) {

  /** The key, made unique over all tenants. */
  String slot() {
    return tenant + "/" + key.idempotencyKey();
  }
}
