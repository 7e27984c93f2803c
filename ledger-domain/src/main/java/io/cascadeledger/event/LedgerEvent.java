package io.cascadeledger.event;

import java.time.Instant;
import java.time.LocalDate;

/** A fact that the ledger recorded. */
public interface LedgerEvent {

  /** The tenant whose fact it is. */
  String tenant();

  /** The day on which it counts. */
  LocalDate effectiveDate();

  /** When the ledger recorded it. */
  Instant postedAt();
}
