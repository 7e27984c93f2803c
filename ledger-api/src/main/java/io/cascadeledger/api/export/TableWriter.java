package io.cascadeledger.api.export;

import java.util.List;

/**
 * Writes a table in one of the forms that it can have, some rows at a time. What it gives back is
 * to be sent in this order; it may be nothing for a while.
 *
 * @param <R> a row
 */
interface TableWriter<R> {

  /** What stands in front of the rows. */
  byte[] begin();

  /** Takes rows. */
  byte[] rows(List<R> rows);

  /** What is still to be sent, and what stands behind the rows. */
  byte[] end();
}
