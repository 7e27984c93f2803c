package io.cascadeledger.loan.state;

import io.cascadeledger.waterfall.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The open charges of a loan, in the order in which they fall due. */
final class Charges {

  private final List<Charge> open = new ArrayList<>(2);

  /** Adds a charge behind those that fall due no later. */
  void add(Charge charge) {
    int place = open.size();
    while (place > 0 && open.get(place - 1).dueDate().isAfter(charge.dueDate())) {
      place--;
    }
    open.add(place, charge);
  }

  /** Takes an amount off one charge. */
  void take(UUID chargeId, long minor) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).id().equals(chargeId)) {
        takeFrom(i, minor);
        return;
      }
    }
  }

  /** Takes an amount off the charges of a component, those that fall due first before others. */
  void take(Component component, long minor) {
    long rest = minor;
    for (int i = 0; rest > 0 && i < open.size(); ) {
      if (open.get(i).component() != component) {
        i++;
        continue;
      }
      long part = Math.min(rest, open.get(i).openMinor());
      rest -= part;
      if (!takeFrom(i, part)) {
        i++;
      }
    }
  }

  private boolean takeFrom(int place, long minor) {
    Charge charge = open.get(place);
    long left = charge.openMinor() - minor;
    if (left <= 0) {
      open.remove(place);
      return true;
    }
    open.set(place, new Charge(charge.id(), charge.component(), charge.dueDate(), left));
    return false;
  }

  void clear() {
    open.clear();
  }

  Optional<Charge> find(UUID chargeId) {
    return open.stream().filter(charge -> charge.id().equals(chargeId)).findFirst();
  }

  List<Charge> open() {
    return List.copyOf(open);
  }
}
