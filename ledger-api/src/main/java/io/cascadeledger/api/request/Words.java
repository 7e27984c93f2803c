package io.cascadeledger.api.request;

import java.util.List;
import java.util.Set;

/** Fields that are lists of words. */
public final class Words {

  private Words() {}

  /**
   * A list of words out of a known set, at least one, each once.
   *
   * @param known the words that there are
   * @param example one of them
   */
  public static Field<List<String>> field(String name, Set<String> known, String example) {
    return Field.required(name, new WordsType(known), List.of(example));
  }
}
