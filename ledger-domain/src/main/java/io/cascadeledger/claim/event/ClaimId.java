package io.cascadeledger.claim.event;

import io.cascadeledger.stream.NamedStream;
import io.cascadeledger.stream.Reference;

/**
 * The identity of a claim that no account's entries manage: the tenant's name and the reference
 * that the lender gave it, which is any text. Two tenants may use the same reference.
 *
 * @param tenant the tenant's name
 * @param reference the lender's reference
 */
public record ClaimId(String tenant, String reference) {

  /** The type of stream that its events form. */
  public static final String STREAM_TYPE = "claim";

  public ClaimId {
    NamedStream.requireTenant(tenant);
    Reference.require(reference);
  }

  /**
   * The identity that a text names.
   *
   * @param text what {@link #text} gives
   * @throws IllegalArgumentException if it names something else
   */
  public static ClaimId parse(String text) {
    String[] parts = NamedStream.parse(STREAM_TYPE, text);
    return new ClaimId(parts[0], parts[1]);
  }

  /** What people read, and what events hold: {@code claim/tenant/reference}. */
  public String text() {
    return NamedStream.text(STREAM_TYPE, tenant, reference);
  }

  /** The identifier of the event stream: {@code claim/tenant/uuid}. */
  @Override
  public String toString() {
    return NamedStream.streamId(STREAM_TYPE, tenant, reference);
  }
}
