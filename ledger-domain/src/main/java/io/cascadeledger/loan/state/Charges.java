package io.cascadeledger.loan.state;

import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The open charges of a loan, in the order in which they fall due. */
final class Charges {

  private final List<Charge> open = new ArrayList<>(2);

  /**
   * Follows a movement that has changed what is owed of fees or penalties: more is a new charge,
   * less is taken off the charge it names and then off the others.
   *
   * @param change by how much, in minor units
   */
  void follow(Movement movement, Component component, long change) {
    if (change > 0) {
      LocalDate due = movement.dueDate() == null ? movement.effectiveDate() : movement.dueDate();
      add(new Charge(movement.id(), component, due, change));
    } else if (change < 0) {
      take(component, -change - takeFromTarget(movement, component, -change));
    }
  }

  private long takeFromTarget(Movement movement, Component component, long minor) {
    if (movement.instruction() == null
        || !(movement.instruction().target() instanceof PaymentTarget.OneCharge(UUID chargeId))) {
      return 0;
    }
    long part =
        find(chargeId)
            .filter(charge -> charge.component() == component)
            .map(charge -> Math.min(minor, charge.openMinor()))
            .orElse(0L);
    if (part > 0) {
      take(chargeId, part);
    }
    return part;
  }

  /** Adds a charge behind those that fall due no later. */
  void add(Charge charge) {
    int place = open.size();
    while (place > 0 && open.get(place - 1).dueDate().isAfter(charge.dueDate())) {
      place--;
    }
    open.add(place, charge);
  }

  /** Lets what has fallen due before a day fall due on that day. */
  void deferTo(LocalDate date) {
    for (int i = 0; i < open.size() && open.get(i).dueDate().isBefore(date); i++) {
      Charge charge = open.get(i);
      open.set(i, new Charge(charge.id(), charge.component(), date, charge.openMinor()));
    }
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

  Optional<Charge> find(UUID chargeId) {
    return open.stream().filter(charge -> charge.id().equals(chargeId)).findFirst();
  }

  List<Charge> open() {
    return List.copyOf(open);
  }
}
