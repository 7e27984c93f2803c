package io.cascadeledger.bank;

import io.cascadeledger.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a bank statement.
 *
 * @param tenant the tenant's name
 * @param value the identifier within the tenant
 */
public record BankStatementId(String tenant, UUID value) {

  /** The type of stream that a statement's event forms. */
  public static final String STREAM_TYPE = "bank_statement";

  public BankStatementId {
    if (!Limits.TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant's name: '" + tenant + "'");
    }
    Objects.requireNonNull(value, "value must not be null");
  }

  /**
   * The identity of the statement that a bank calls so: the same each time (RFC 9562, version 3),
   * so that a statement is imported once.
   *
   * @param bankAccountRef the account at the bank
   * @param statementRef the bank's name for the statement
   */
  public static BankStatementId of(String tenant, String bankAccountRef, String statementRef) {
    String name = bankAccountRef.length() + "/" + bankAccountRef + "/" + statementRef;
    return new BankStatementId(
        tenant, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The identity that a stream's identifier names.
   *
   * @param streamId {@code bank_statement/tenant/identifier}, as {@link #toString} gives it
   * @throws IllegalArgumentException if it names something else
   */
  public static BankStatementId parse(String streamId) {
    String[] parts = streamId.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(STREAM_TYPE)) {
      throw new IllegalArgumentException("not a stream of this type: '" + streamId + "'");
    }
    return new BankStatementId(parts[1], UUID.fromString(parts[2]));
  }

  /** The identifier of the statement's stream: {@code bank_statement/tenant/identifier}. */
  @Override
  public String toString() {
    return STREAM_TYPE + "/" + tenant + "/" + value;
  }
}
