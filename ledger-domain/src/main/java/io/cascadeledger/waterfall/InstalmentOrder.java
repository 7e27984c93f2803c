package io.cascadeledger.waterfall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A waterfall by instalment. The slots are served in order.
 *
 * <p>Horizontally, neighbouring slots of one bucket are taken together and serve instalment by
 * instalment: all that is open of the oldest, in the order of the slots, before the next one.
 * Vertically, each slot serves its component of all its instalments before the next slot begins.
 * What no slot names is not served.
 *
 * @param order the slots, each at most once, first served first
 * @param direction across or down the schedule
 * @param future which of the instalments that are not due yet comes first
 */
public record InstalmentOrder(List<Slot> order, Direction direction, FutureInstalments future)
    implements AllocationRule {

  /** How slots of one bucket are served. */
  public enum Direction {
    /** Instalment by instalment. */
    HORIZONTAL,
    /** Component by component. */
    VERTICAL
  }

  public InstalmentOrder {
    order = List.copyOf(order);
    if (order.isEmpty() || new HashSet<>(order).size() != order.size()) {
      throw new IllegalArgumentException(
          "a waterfall by instalment names a slot or more, each once: " + order);
    }
  }

  @Override
  public Allocation allocate(long paymentMinor, Owed owed) {
    Pour pour = new Pour(paymentMinor);
    List<OwedInstalment> instalments = owed.instalments();
    for (List<Slot> step : steps()) {
      serve(step, instalments, pour);
    }
    return pour.allocation();
  }

  private void serve(List<Slot> step, List<OwedInstalment> instalments, Pour pour) {
    DueBucket bucket = step.getFirst().bucket();
    boolean lastFirst = bucket == DueBucket.IN_ADVANCE && future == FutureInstalments.LAST_FIRST;
    for (OwedInstalment instalment : lastFirst ? instalments.reversed() : instalments) {
      if (pour.restMinor() == 0) {
        return;
      }
      if (instalment.bucket() == bucket) {
        for (Slot slot : step) {
          pour.into(slot.component(), instalment.minor(slot.component()));
        }
      }
    }
  }

  /** The slots that are served together. */
  private List<List<Slot>> steps() {
    List<List<Slot>> steps = new ArrayList<>();
    for (Slot slot : order) {
      boolean joins =
          direction == Direction.HORIZONTAL
              && !steps.isEmpty()
              && steps.getLast().getFirst().bucket() == slot.bucket();
      if (!joins) {
        steps.add(new ArrayList<>());
      }
      steps.getLast().add(slot);
    }
    return steps;
  }
}
