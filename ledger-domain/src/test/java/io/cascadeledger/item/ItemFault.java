package io.cascadeledger.item;

import io.cascadeledger.refusal.ItemRefusalCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that is wrong with an item or with the state it meets.
 *
 * @param part the part it spoils; two faults of one part cannot be had together
 * @param code the reason it gives for a refusal
 * @param spoil puts the fault into a draft
 */
record ItemFault<D>(String part, ItemRefusalCode code, Consumer<D> spoil) {

  /** Every combination of faults that can be had together, but for the empty one. */
  static <D> List<List<ItemFault<D>>> combinations(List<ItemFault<D>> faults) {
    List<List<ItemFault<D>>> combinations = new ArrayList<>();
    combinations.add(List.of());
    for (ItemFault<D> fault : faults) {
      for (List<ItemFault<D>> others : List.copyOf(combinations)) {
        if (others.stream().noneMatch(other -> other.part().equals(fault.part()))) {
          List<ItemFault<D>> more = new ArrayList<>(others);
          more.add(fault);
          combinations.add(more);
        }
      }
    }
    combinations.removeFirst();
    return combinations;
  }

  /** The reason that must be answered when all of these hold. */
  static <D> ItemRefusalCode first(List<ItemFault<D>> faults) {
    return faults.stream().map(ItemFault::code).min(Comparator.naturalOrder()).orElseThrow();
  }
}
