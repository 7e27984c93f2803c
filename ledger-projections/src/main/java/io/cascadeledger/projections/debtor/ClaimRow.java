package io.cascadeledger.projections.debtor;

/**
 * A claim in its table.
 *
 * @param key what tells it from others
 * @param position of the event that made it
 * @param deleted whether it is as if it had never been
 * @param view all else
 */
record ClaimRow(ClaimKey key, long position, boolean deleted, ClaimView view) {

  /**
   * What tells a claim from others.
   *
   * @param manager the account whose entries manage it; empty if none does
   */
  record ClaimKey(String tenant, String manager, String reference) {}

  ClaimRow with(ClaimView now) {
    return new ClaimRow(key, position, deleted, now);
  }

  long amountMinor() {
    return deleted ? 0 : view.amountMinor();
  }

  long feesMinor() {
    return deleted ? 0 : view.totalFeesMinor();
  }
}
