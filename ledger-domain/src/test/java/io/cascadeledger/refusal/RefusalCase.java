package io.cascadeledger.refusal;

import java.util.List;

/**
 * A situation in which a command is refused.
 *
 * @param code the reason that the case shows
 * @param answer the code of the whole answer, then those of its items
 * @param story what the command tries
 * @param given commands that are accepted first
 * @param when the command that is refused
 */
record RefusalCase(
    RefusalCode code, List<RefusalCode> answer, String story, List<?> given, Object when) {

  /** A case whose answer is one code. */
  static RefusalCase of(RefusalCode code, String story, List<?> given, Object when) {
    return new RefusalCase(code, List.of(code), story, given, when);
  }

  /** A case of a batch in which one item is refused. */
  static RefusalCase ofItem(RefusalCode code, String story, List<?> given, Object when) {
    return new RefusalCase(code, List.of(RefusalCode.BATCH_REFUSED, code), story, given, when);
  }

  @Override
  public String toString() {
    return code + ": " + story;
  }
}
