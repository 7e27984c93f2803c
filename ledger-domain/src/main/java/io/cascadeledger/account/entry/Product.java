package io.cascadeledger.account.entry;

import io.cascadeledger.metadata.Meta;
import java.util.Objects;

/**
 * What a debtor owes for. It groups entries; everything else is kept for the lender.
 *
 * @param reference the lender's reference, unique in the account
 * @param paymentReference how the debtor names it when paying, or null
 * @param type what kind of thing it is, or null
 * @param name its name, or null
 * @param code its code, or null
 * @param meta the lender's notes
 */
public record Product(
    String reference, String paymentReference, String type, String name, String code, Meta meta) {

  public Product {
    Objects.requireNonNull(reference, "reference must not be null");
    Objects.requireNonNull(meta, "meta must not be null");
  }

  /** This product with what another says of it; what that leaves open stays as it is. */
  public Product updatedBy(Product changes) {
    return new Product(
        reference,
        changes.paymentReference == null ? paymentReference : changes.paymentReference,
        changes.type == null ? type : changes.type,
        changes.name == null ? name : changes.name,
        changes.code == null ? code : changes.code,
        meta.merge(changes.meta));
  }
}
