package io.cascadeledger.matching;

/**
 * An entry of an account of which something is open.
 *
 * @param reference its reference
 * @param place its place among the others
 * @param ofInvoice whether it is an invoice or a fee of one
 * @param fee whether it is a fee
 * @param feeType the type of a fee, or null
 * @param product the product it belongs to, or null
 * @param openMinor what is open, in minor units; above zero
 */
public record OpenEntry(
    String reference,
    EntryPlace place,
    boolean ofInvoice,
    boolean fee,
    String feeType,
    String product,
    long openMinor) {

  public OpenEntry {
    if (openMinor <= 0) {
      throw new IllegalArgumentException("nothing is open of " + reference);
    }
  }
}
