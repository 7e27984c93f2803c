package io.cascadeledger.eventstore;

/**
 * The identity of a request: the key that its caller chose, and the fingerprint of what it asked.
 *
 * @param idempotencyKey unique within the tenant
 * @param fingerprint SHA-256 of the operation and its content
 */
@SuppressWarnings("ArrayRecordComponent") // compared only where its content is
public record RequestKey(String idempotencyKey, byte[] fingerprint) {}
