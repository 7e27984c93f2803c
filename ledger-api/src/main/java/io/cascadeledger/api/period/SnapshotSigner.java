package io.cascadeledger.api.period;

import io.cascadeledger.journal.period.SnapshotSignature;
import java.time.Instant;
import java.time.LocalDate;

/** Signs the trial balance of a closed period. */
@FunctionalInterface
public interface SnapshotSigner {

  /**
   * Signs; may block.
   *
   * @param tenant whose trial balance it is
   * @param lastDay the last day of the period
   * @param closing which closing of the tenant it is of
   * @param sha256 of the trial balance as text, in hexadecimal
   * @param takenAt when it is kept
   */
  SnapshotSignature sign(
      String tenant, LocalDate lastDay, int closing, String sha256, Instant takenAt);
}
