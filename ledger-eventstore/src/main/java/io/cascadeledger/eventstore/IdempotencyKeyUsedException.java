package io.cascadeledger.eventstore;

/** The events of a command were not stored, because its key was used by an earlier command. */
public final class IdempotencyKeyUsedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the key. */
  public IdempotencyKeyUsedException(String tenant, String idempotencyKey) {
    super(
        "the idempotency key %s of tenant %s was used before".formatted(idempotencyKey, tenant),
        null,
        false,
        false);
  }
}
