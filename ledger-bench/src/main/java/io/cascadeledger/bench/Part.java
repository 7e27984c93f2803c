package io.cascadeledger.bench;

import java.util.Locale;

/** What can be left out of a run. */
enum Part {
  /** Payments one by one, against limit A. */
  PAYMENTS,
  /** The batch endpoint, against limit B. */
  BATCH,
  /** Payments against pgledger. */
  PEER,
  /** Payments against limit A while each fsync takes 2 ms longer. */
  SLOW_DISK,
  /** Payments on loans of 360 instalments, against plain ones. */
  INSTALMENTS,
  /** Payments matched on debtor accounts of few and of many entries. */
  MATCHING,
  /** The end of a business day for many loans. */
  END_OF_DAY,
  /** Balances of the past on a large book. */
  PAST,
  /** Two servers on one database. */
  TWO_SERVERS,
  /** The server's memory after the load. */
  MEMORY,
  /** Reading, verifying, exporting and restoring all events. */
  AUDIT,
  /** Start-up, and the first payments after it. */
  RESTART,
  /** Rebuilding each projection. */
  REPLAY;

  /** The part of a name as it is given on the command line, such as {@code slow-disk}. */
  static Part parse(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
