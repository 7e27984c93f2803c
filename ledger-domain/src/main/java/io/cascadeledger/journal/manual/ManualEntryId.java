package io.cascadeledger.journal.manual;

import io.cascadeledger.limits.Limits;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a manual entry.
 *
 * @param tenant the tenant's name
 * @param value the identifier of the journal entry that it is or may become
 */
public record ManualEntryId(String tenant, UUID value) {

  /** The type of stream that a manual entry's events form. */
  public static final String STREAM_TYPE = "journal_entry";

  public ManualEntryId {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
    Objects.requireNonNull(value, "value must not be null");
  }

  /**
   * The identity that a stream's identifier names.
   *
   * @param streamId {@code journal_entry/tenant/identifier}, as {@link #toString} gives it
   * @throws IllegalArgumentException if it names something else
   */
  public static ManualEntryId parse(String streamId) {
    String[] parts = streamId.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a stream of this type: '" + streamId + "'");
    }
    return new ManualEntryId(parts[1], UUID.fromString(parts[2]));
  }

  /** The identifier of the entry's event stream: {@code journal_entry/tenant/identifier}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + value;
  }
}
