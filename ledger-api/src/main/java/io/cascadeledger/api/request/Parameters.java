package io.cascadeledger.api.request;

import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** The parameters of one operation. */
public final class Parameters {

  private final List<Parameter<?>> parameters;
  private final FieldSet fieldSet;

  /**
   * Declares parameters.
   *
   * @param parameters they have distinct names
   */
  public Parameters(List<Parameter<?>> parameters) {
    this.parameters = List.copyOf(parameters);
    this.fieldSet = new FieldSet(parameters.stream().map(Parameter::field).toList());
  }

  /** The parameters in their order. */
  public List<Parameter<?>> all() {
    return parameters;
  }

  /**
   * Reads and checks the parameters.
   *
   * @param path the path's variables by name, decoded
   * @param query the query's values by name, decoded; a name without a value has the value null
   * @throws InvalidRequest with everything that is wrong, also with names that are not declared
   */
  public Values read(Map<String, String> path, MultiValueMap<String, String> query) {
    Reading reading = new Reading(null);
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      Parameter<?> parameter = parameters.get(i);
      reading.at(parameter.name());
      values[i] =
          switch (parameter.location()) {
            case PATH -> parse(parameter.field(), path.get(parameter.name()), reading);
            case QUERY -> readQuery(parameter.field(), query.get(parameter.name()), reading);
          };
    }
    for (String name : query.keySet()) {
      if (!isQuery(name)) {
        reading.at(name);
        reading.reject(FieldErrorCode.UNKNOWN_PARAMETER, "is not a parameter of this request");
      }
    }
    reading.requireNoError();
    return new Values(fieldSet, values);
  }

  private static <T> T readQuery(Field<T> field, List<String> given, Reading reading) {
    if (given == null || given.isEmpty()) {
      return field.isRequired() ? reading.reject(FieldErrorCode.REQUIRED, "is required") : null;
    }
    if (given.size() > 1) {
      return reading.reject(FieldErrorCode.DUPLICATE_PARAMETER, "must be given once");
    }
    String text = given.getFirst();
    return parse(field, text == null ? "" : text, reading);
  }

  private static <T> T parse(Field<T> field, String text, Reading reading) {
    return ((ScalarType<T>) field.type()).parser().parse(text, reading);
  }

  private boolean isQuery(String name) {
    int index = fieldSet.indexOf(name, 0);
    return index >= 0 && parameters.get(index).location() == Parameter.Location.QUERY;
  }
}
