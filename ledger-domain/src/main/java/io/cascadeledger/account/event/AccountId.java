package io.cascadeledger.account.event;

import io.cascadeledger.stream.NamedStream;
import io.cascadeledger.stream.Reference;

/**
 * The identity of a debtor account: the tenant's name and the reference that the lender gave it,
 * which is any text. Two tenants may use the same reference.
 *
 * @param tenant the tenant's name
 * @param reference the lender's reference
 */
public record AccountId(String tenant, String reference) {

  /** The type of stream that its events form. */
  public static final String STREAM_TYPE = "debtor_account";

  public AccountId {
    NamedStream.requireTenant(tenant);
    Reference.require(reference);
  }

  /**
   * The identity that a text names.
   *
   * @param text what {@link #text} gives
   * @throws IllegalArgumentException if it names something else
   */
  public static AccountId parse(String text) {
    String[] parts = NamedStream.parse(STREAM_TYPE, text);
    return new AccountId(parts[0], parts[1]);
  }

  /** What people read, and what events hold: {@code debtor_account/tenant/reference}. */
  public String text() {
    return NamedStream.text(STREAM_TYPE, tenant, reference);
  }

  /** The identifier of the event stream: {@code debtor_account/tenant/uuid}. */
  @Override
  public String toString() {
    return NamedStream.streamId(STREAM_TYPE, tenant, reference);
  }
}
