package io.cascadeledger.product;

import io.cascadeledger.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The identity of a loan product: the tenant's name and the name that the tenant gave the product.
 * Two tenants may use the same name for different products.
 *
 * @param tenant the tenant's name
 * @param value the product's name within the tenant, as the lender writes it
 */
public record ProductId(String tenant, String value) {

  /** The type of stream that a product's events form. */
  public static final String STREAM_TYPE = "loan_product";

  public ProductId {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
    if (!Limits.PRODUCT.matcher(value).matches()) {
      throw new IllegalArgumentException("not a product's name: '" + value + "'");
    }
  }

  /**
   * The identity that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it names something else
   */
  public static ProductId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a product: '" + text + "'");
    }
    return new ProductId(parts[1], parts[2]);
  }

  /**
   * The identifier of the product's event stream, {@code loan_product/tenant/uuid}. Streams have
   * UUIDs; this one is made of the name (RFC 9562, version 3).
   */
  public String streamId() {
    UUID uuid = UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.US_ASCII));
    return STREAM_TYPE + "/" + tenant + "/" + uuid;
  }

  /** {@code loan_product/tenant/name}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + value;
  }
}
