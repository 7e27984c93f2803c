package io.cascadeledger.api.posting;

/** A request that posts nothing now, for a reason that lies in the request and not in the books. */
public final class PostingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why nothing is posted. */
  public enum Reason {
    /** The key was used for a request with another content. */
    IDEMPOTENCY_MISMATCH,
    /** A request with the same key is being worked on. */
    IDEMPOTENCY_IN_PROGRESS,
    /** Too much is going on; the request may be sent again a little later. */
    OVERLOADED,
    /** The database is away; nothing was posted. */
    DATABASE_UNAVAILABLE,
    /** Whether it was posted is not known; the same request with the same key finds out. */
    OUTCOME_UNKNOWN
  }

  private final Reason reason;

  PostingException(Reason reason, String message, Throwable cause) {
    super(message, cause, false, false);
    this.reason = reason;
  }

  /** Why nothing is posted. */
  public Reason reason() {
    return reason;
  }
}
