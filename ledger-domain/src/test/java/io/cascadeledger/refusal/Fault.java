package io.cascadeledger.refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that is wrong with a command or with the state it meets.
 *
 * @param part the part it spoils; two faults of one part cannot be had together
 * @param code the reason it gives for a refusal
 * @param spoil puts the fault into a draft
 */
record Fault<D>(String part, RefusalCode code, Consumer<D> spoil) {

  /** Every combination of faults that can be had together, the empty one included. */
  static <D> List<List<Fault<D>>> combinations(List<Fault<D>> faults) {
    List<List<Fault<D>>> combinations = new ArrayList<>();
    combinations.add(List.of());
    for (Fault<D> fault : faults) {
      for (List<Fault<D>> others : List.copyOf(combinations)) {
        if (others.stream().noneMatch(other -> other.part().equals(fault.part()))) {
          List<Fault<D>> more = new ArrayList<>(others);
          more.add(fault);
          combinations.add(more);
        }
      }
    }
    return combinations;
  }

  /** The reason that must be answered when all of these hold. */
  static <D> RefusalCode first(List<Fault<D>> faults) {
    return faults.stream().map(Fault::code).min(Comparator.naturalOrder()).orElseThrow();
  }
}
