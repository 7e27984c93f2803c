package io.cascadeledger.journal.chart;

import io.cascadeledger.limits.Limits;
import java.util.UUID;

/**
 * The identity of a tenant's chart of accounts.
 *
 * @param tenant the tenant's name
 */
public record ChartId(String tenant) {

  /** The type of stream that its events form. */
  public static final String STREAM_TYPE = "chart_of_accounts";

  /** A tenant has one, so that its identifier within the tenant says nothing. */
  private static final UUID THE_ONE = new UUID(0, 0);

  public ChartId {
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
  public static ChartId parse(String streamId) {
    String[] parts = streamId.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a stream of this type: '" + streamId + "'");
    }
    return new ChartId(parts[1]);
  }

  /** The identifier of the event stream: {@code chart_of_accounts/tenant/identifier}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + THE_ONE;
  }
}
