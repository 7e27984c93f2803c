package io.cascadeledger.stream;

import io.cascadeledger.limits.Limits;

/**
 * How a stream that a lender names by a text is written: as the identifier of its stream, which has
 * a UUID made of the text, and as what people read.
 */
public final class NamedStream {

  private NamedStream() {}

  /** The identifier of the event stream: {@code type/tenant/uuid}. */
  public static String streamId(String type, String tenant, String reference) {
    return type + "/" + tenant + "/" + Digest.uuidOf(reference);
  }

  /** What people read: {@code type/tenant/reference}. */
  public static String text(String type, String tenant, String reference) {
    return type + "/" + tenant + "/" + reference;
  }

  /**
   * The reference in what {@link #text} wrote, for a type.
   *
   * @return tenant and reference
   * @throws IllegalArgumentException if it names something else
   */
  public static String[] parse(String type, String text) {
    String[] parts = text.split("/", 3); // a reference may have slashes, a tenant has none
    if (parts.length != 3 || !parts[0].equals(type)) {
      throw new IllegalArgumentException("not a " + type + ": '" + text + "'");
    }
    return new String[] {parts[1], parts[2]};
  }

  /**
   * A tenant's name.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static void requireTenant(String tenant) {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
  }
}
