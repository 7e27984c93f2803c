package io.cascadeledger.api.request;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Fields with distinct names, each at a fixed index. */
final class FieldSet {

  private static final int FIELDS_MAX = Long.SIZE;

  private final Field<?>[] fields;
  private final int[] byName;

  FieldSet(List<? extends Field<?>> fields) {
    Set<String> names = new HashSet<>();
    for (Field<?> field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("declared twice: " + field.name());
      }
    }
    if (fields.size() > FIELDS_MAX) {
      throw new IllegalArgumentException("more than " + FIELDS_MAX + " fields");
    }
    this.fields = fields.toArray(Field<?>[]::new);
    this.byName =
        IntStream.range(0, fields.size())
            .boxed()
            .sorted(Comparator.comparing(index -> fields.get(index).name()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int size() {
    return fields.length;
  }

  Field<?> get(int index) {
    return fields[index];
  }

  /** The indexes in the order of the fields' names. */
  int[] byName() {
    return byName;
  }

  int indexOf(Field<?> field) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] == field) {
        return i;
      }
    }
    throw new IllegalArgumentException("not declared here: " + field.name());
  }

  /**
   * The index of the field with a name.
   *
   * @param guess where to look first: callers mostly send fields in the order of the description
   * @return -1 if there is none
   */
  int indexOf(String name, int guess) {
    if (guess < fields.length && fields[guess].name().equals(name)) {
      return guess;
    }
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
