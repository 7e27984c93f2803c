package io.cascadeledger.api.request;

/**
 * One parameter of a path or a query. Its value is of the same types as a body's fields, as far as
 * they can be written as one word.
 *
 * @param location where it stands
 * @param field its name, type, and whether it must be there
 * @param <T> the type of the value in Java
 */
public record Parameter<T>(Location location, Field<T> field) {

  /** Where a parameter stands. */
  public enum Location {
    PATH,
    QUERY
  }

  public Parameter {
    if (!(field.type() instanceof ScalarType<T>)) {
      throw new IllegalArgumentException("cannot be a parameter: " + field.name());
    }
    if (location == Location.PATH && !field.isRequired()) {
      throw new IllegalArgumentException("a path has all its parameters: " + field.name());
    }
  }

  /** A parameter of the path. */
  public static <T> Parameter<T> path(Field<T> field) {
    return new Parameter<>(Location.PATH, field);
  }

  /** A parameter of the query, required unless its field is optional. */
  public static <T> Parameter<T> query(Field<T> field) {
    return new Parameter<>(Location.QUERY, field);
  }

  /** The name in the API. */
  public String name() {
    return field.name();
  }
}
