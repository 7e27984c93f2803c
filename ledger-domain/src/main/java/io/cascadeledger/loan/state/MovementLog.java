package io.cascadeledger.loan.state;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A loan's movements in the order of arrival: the place of each is its sequence. There may be
 * thousands, and many loans are in memory, so what movements have in common is kept once.
 */
final class MovementLog extends AbstractList<Movement> implements RandomAccess {

  /** Movements of forms beyond these, which are rare, are kept as they are. */
  private static final int MOST_FORMS = 32;

  private final List<Movement> movements;
  private final List<FigureForm> forms;

  /** Null until somebody looks for an entry. */
  private EntryPlaces places;

  /** No movements. */
  MovementLog() {
    this(new ArrayList<>(), new ArrayList<>(2));
  }

  private MovementLog(List<Movement> movements, List<FigureForm> forms) {
    this.movements = movements;
    this.forms = forms;
  }

  /** The same movements, to which others can be added. */
  MovementLog copy() {
    return new MovementLog(new ArrayList<>(movements), new ArrayList<>(forms));
  }

  @Override
  public Movement get(int place) {
    return movements.get(place);
  }

  @Override
  public int size() {
    return movements.size();
  }

  @Override
  public boolean add(Movement movement) {
    movements.add(small(movement));
    if (places != null) {
      places.addLast();
    }
    return true;
  }

  /** The movement of an entry. */
  Optional<Movement> find(UUID entryId) {
    int place = place(entryId);
    return place < 0 ? Optional.empty() : Optional.of(movements.get(place));
  }

  /**
   * Lets something else become of a movement.
   *
   * @param entryId its entry
   * @param change what becomes of it; its identities stay
   * @return what has become of it; empty if no movement has that entry
   */
  Optional<Movement> change(UUID entryId, UnaryOperator<Movement> change) {
    int place = place(entryId);
    if (place < 0) {
      return Optional.empty();
    }
    movements.set(place, small(change.apply(movements.get(place))));
    return Optional.of(movements.get(place));
  }

  private int place(UUID entryId) {
    if (places == null) {
      places = new EntryPlaces(movements);
    }
    return places.find(entryId);
  }

  private Movement small(Movement movement) {
    LocalDate date = movement.effectiveDate();
    LocalDate before = movements.isEmpty() ? date : movements.getLast().effectiveDate();
    return new Movement(
        movement.id().equals(movement.entryId()) ? movement.entryId() : movement.id(),
        movement.entryId(),
        movement.type(),
        date.equals(before) ? before : date,
        movement.sequence(),
        Instruction.shared(movement.instruction()),
        movement.dueDate(),
        packed(movement.figures()),
        movement.reversedBy());
  }

  private Figures packed(Figures figures) {
    if (!(figures instanceof PlainFigures plain)) {
      return figures;
    }
    long[] row = plain.inOneRow();
    for (FigureForm form : forms) {
      long[] values = form.values(plain, row);
      if (values != null) {
        return new PackedFigures(form, values);
      }
    }
    if (forms.size() == MOST_FORMS) {
      return plain;
    }
    FigureForm form = FigureForm.of(plain, row);
    forms.add(form);
    return new PackedFigures(form, form.values(plain, row));
  }
}
