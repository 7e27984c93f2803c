package io.cascadeledger.api.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a request said, by the declared fields. Every value is known to be well-formed. */
public final class Values {

  /** What a request says that has no body. */
  public static final Values NONE = new Values(new FieldSet(List.of()), new Object[0]);

  private final FieldSet fields;
  private final Object[] values;

  Values(FieldSet fields, Object[] values) {
    this.fields = fields;
    this.values = values;
  }

  /**
   * The value of a field.
   *
   * @return for a required field never null; for an optional one its fallback if it was absent, or
   *     null if it has none
   * @throws IllegalArgumentException if the field is not one of those that were read
   */
  @SuppressWarnings("unchecked") // a value stands at its field's index only if its type made it
  public <T> T get(Field<T> field) {
    T value = (T) values[fields.indexOf(field)];
    return value == null ? field.fallback() : value;
  }

  /** The value of a parameter, as {@link #get(Field)} has it. */
  public <T> T get(Parameter<T> parameter) {
    return get(parameter.field());
  }

  /** The value of a field; empty if it was absent and has no fallback. */
  public <T> Optional<T> find(Field<T> field) {
    return Optional.ofNullable(get(field));
  }

  /** The value of a parameter; empty if it was absent and has no fallback. */
  public <T> Optional<T> find(Parameter<T> parameter) {
    return Optional.ofNullable(get(parameter));
  }

  /** The same values without that of one field, as if it had been absent. */
  public Values without(Field<?> field) {
    Object[] others = values.clone();
    others[fields.indexOf(field)] = null;
    return new Values(fields, others);
  }

  /**
   * What tells this request from any other: equal for requests that ask for the same, whatever the
   * order of their fields and the space between them. It is the same in every version of the
   * ledger, so that a request can be repeated after an upgrade.
   *
   * @param operation the operation's identifier
   * @param pathParameters the path parameters that belong to the request, in the path's order
   * @return 32 bytes of SHA-256
   */
  public byte[] fingerprint(String operation, String... pathParameters) {
    Fingerprint fingerprint = new Fingerprint().add(operation).add(pathParameters.length);
    for (String parameter : pathParameters) {
      fingerprint.add(parameter);
    }
    addTo(fingerprint);
    return fingerprint.toBytes();
  }

  /** Adds the values in the order of their names; what is absent or means the same is left out. */
  void addTo(Fingerprint fingerprint) {
    int present = 0;
    for (int i = 0; i < values.length; i++) {
      present += isSaid(i) ? 1 : 0;
    }
    fingerprint.add(present);
    for (int index : fields.byName()) {
      if (isSaid(index)) {
        fingerprint.add(fields.get(index).name());
        addTo(fingerprint, fields.get(index));
      }
    }
  }

  private <T> void addTo(Fingerprint fingerprint, Field<T> field) {
    field.type().addTo(fingerprint, get(field));
  }

  private boolean isSaid(int index) {
    return values[index] != null && !Objects.equals(values[index], fields.get(index).fallback());
  }
}
