package io.cascadeledger.eventstore.json;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stored events in which parts stand elsewhere than today. */
final class EarlierRevisions {

  /** What was said of how the ledger services a loan, and is now said of every loan. */
  private static final List<String> MOVED = List.of("allocation", "product");

  private EarlierRevisions() {}

  /** Whether events of a name and revision have parts that stand elsewhere today. */
  static boolean areOtherwise(String name, String revision) {
    return name.equals("loan_opened") && revision.equals("2");
  }

  /**
   * Moves the parts of an event to where they stand today.
   *
   * @param opened a loan_opened of revision 2, which is changed
   * @return the same event as it would be stored today
   */
  static JsonNode asToday(JsonNode opened) {
    if (opened.path("terms") instanceof ObjectNode terms
        && terms.path("servicing") instanceof ObjectNode servicing) {
      for (String part : MOVED) {
        JsonNode moved = servicing.remove(part);
        if (moved != null) {
          terms.set(part, moved);
        }
      }
    }
    return opened;
  }
}
