package io.cascadeledger.api.posting;

import java.util.List;

/** Requests that were to be posted together are not, because some of their keys were used. */
public final class KeysUsedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Integer> mismatching;
  private final transient List<Integer> posted;

  KeysUsedException(List<Integer> mismatching, List<Integer> posted) {
    super("some keys were used before", null, false, false);
    this.mismatching = List.copyOf(mismatching);
    this.posted = List.copyOf(posted);
  }

  /** The requests whose keys were used for another content, by their places from 0. */
  public List<Integer> mismatching() {
    return mismatching;
  }

  /** The requests that were posted before, unlike others, by their places from 0. */
  public List<Integer> posted() {
    return posted;
  }
}
