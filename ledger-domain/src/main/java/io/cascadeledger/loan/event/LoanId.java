package io.cascadeledger.loan.event;

import io.cascadeledger.limits.Limits;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a loan: the tenant's name and the identifier that the tenant gave it. Two tenants
 * may use the same identifier for different loans.
 *
 * @param tenant the tenant's name
 * @param value the loan's identifier within the tenant
 */
public record LoanId(String tenant, UUID value) {

  /** The type of stream that a loan's events form. */
  public static final String STREAM_TYPE = "loan";

  public LoanId {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
    Objects.requireNonNull(value, "value must not be null");
  }

  /**
   * The identity that a stream's identifier names.
   *
   * @param streamId {@code loan/tenant/identifier}, as {@link #toString} gives it
   * @throws IllegalArgumentException if it names something else
   */
  public static LoanId parse(String streamId) {
    String[] parts = streamId.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a stream of this type: '" + streamId + "'");
    }
    return new LoanId(parts[1], UUID.fromString(parts[2]));
  }

  /** The identifier of the loan's event stream: {@code loan/tenant/identifier}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + value;
  }
}
