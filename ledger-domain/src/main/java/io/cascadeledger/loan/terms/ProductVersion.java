package io.cascadeledger.loan.terms;

/**
 * The template that a loan's terms came from. The loan keeps what the template said when it was
 * opened, whatever becomes of it.
 *
 * @param productId the product's name
 * @param version its version, from 1
 * @param accounts to which accounts the loan's movements are booked; null for those of every chart
 */
public record ProductVersion(String productId, int version, PostingAccounts accounts) {

  /** A version whose loans are booked to the accounts of every chart. */
  public ProductVersion(String productId, int version) {
    this(productId, version, null);
  }
}
