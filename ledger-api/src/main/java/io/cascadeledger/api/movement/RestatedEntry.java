package io.cascadeledger.api.movement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.EntryRestated;
import java.util.List;
import java.util.UUID;

/** An entry that a request has restated, as it is answered. */
@Describe("An entry that does something else since the request.")
public record RestatedEntry(
    @Describe("The entry that does something else.") UUID journalEntryId,
    @Describe("The entry that books the difference.") UUID restatementEntryId,
    @Describe(value = "How its movement is split now, if it is one that is split.", optional = true)
        AllocationAnswer allocation) {

  /** The entries that a request has restated, in the order in which they count. */
  public static List<RestatedEntry> allOf(Posted posted) {
    return posted.events().stream()
        .filter(EntryRestated.class::isInstance)
        .map(event -> of((EntryRestated) event))
        .toList();
  }

  /** The same, or null if there is none. */
  public static List<RestatedEntry> anyOf(Posted posted) {
    List<RestatedEntry> all = posted.events().size() == 1 ? List.of() : allOf(posted);
    return all.isEmpty() ? null : all;
  }

  /** The first of them, or null if there is none. */
  public static List<RestatedEntry> firstOf(Posted posted, int limit) {
    List<RestatedEntry> first = allOf(posted).stream().limit(limit).toList();
    return first.isEmpty() ? null : first;
  }

  /** How many there are, or null if there is none. */
  public static Integer countOf(Posted posted) {
    int count = (int) posted.events().stream().filter(EntryRestated.class::isInstance).count();
    return count == 0 ? null : count;
  }

  private static RestatedEntry of(EntryRestated event) {
    return new RestatedEntry(
        event.restatedEntryId(), event.entry().id(), AllocationAnswer.of(event.allocation()));
  }
}
