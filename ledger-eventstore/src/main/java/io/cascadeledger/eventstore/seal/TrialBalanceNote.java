package io.cascadeledger.eventstore.seal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is signed of a trial balance that was kept. No checkpoint reads like it, though one key
 * signs both.
 *
 * @param tenant whose trial balance it is
 * @param lastDay the last day of the period that was closed
 * @param closing which closing of the tenant it is of
 * @param sha256 the SHA-256 of the trial balance as text, in hexadecimal
 * @param takenAt when it was kept
 */
public record TrialBalanceNote(
    String tenant, LocalDate lastDay, int closing, String sha256, Instant takenAt) {

  /** The text that is signed. */
  String text() {
    return """
    cascade-ledger trial balance
    tenant %s
    last_day %s
    closing %d
    sha256 %s
    time %s
    """
        .formatted(tenant, lastDay, closing, sha256, takenAt);
  }

  /** Whether this is what a signed note says, whoever has signed it. */
  public boolean isIn(String note) {
    return note.startsWith(text() + "\n");
  }
}
