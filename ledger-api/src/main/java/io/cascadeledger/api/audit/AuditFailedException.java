package io.cascadeledger.api.audit;

/** A ledger or a file could not be read to its end, so nothing can be said of it. */
public final class AuditFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** It failed for this reason. */
  public AuditFailedException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
