package io.cascadeledger.accrual;

import io.cascadeledger.limits.Limits;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a batch of accruals.
 *
 * @param tenant the tenant's name
 * @param value the batch's identifier
 */
public record AccrualBatchId(String tenant, UUID value) {

  /** The type of stream that a batch's events form. */
  public static final String STREAM_TYPE = "accrual_batch";

  public AccrualBatchId {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
    Objects.requireNonNull(value, "value must not be null");
  }

  /**
   * The identity that a stream's identifier names.
   *
   * @param streamId {@code accrual_batch/tenant/identifier}, as {@link #toString} gives it
   * @throws IllegalArgumentException if it names something else
   */
  public static AccrualBatchId parse(String streamId) {
    String[] parts = streamId.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a stream of this type: '" + streamId + "'");
    }
    return new AccrualBatchId(parts[1], UUID.fromString(parts[2]));
  }

  /** The identifier of the batch's event stream: {@code accrual_batch/tenant/identifier}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + value;
  }
}
