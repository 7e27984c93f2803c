package io.cascadeledger.journal.period;

import io.cascadeledger.limits.Limits;
import java.util.UUID;

/**
 * The identity of a tenant's accounting periods, which are one stream: each follows on the one
 * before it.
 *
 * @param tenant the tenant's name
 */
public record AccountingPeriodsId(String tenant) {

  /** The type of stream that its events form. */
  public static final String STREAM_TYPE = "accounting_periods";

  /** A tenant has one, so that its identifier within the tenant says nothing. */
  private static final UUID THE_ONE = new UUID(0, 0);

  public AccountingPeriodsId {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
  }

  /**
   * The identity that a stream's identifier names.
   *
   * @param streamId as {@link #toString} gives it
   * @throws IllegalArgumentException if it names something else
   */
  public static AccountingPeriodsId parse(String streamId) {
    String[] parts = streamId.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a stream of this type: '" + streamId + "'");
    }
    return new AccountingPeriodsId(parts[1]);
  }

  /** The identifier of the event stream: {@code accounting_periods/tenant/identifier}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + THE_ONE;
  }
}
