package io.cascadeledger.api.audit;

/** Is told how far something is. */
@FunctionalInterface
public interface AuditProgress {

  /** So much of so much is done. */
  void done(long done, long all);
}
