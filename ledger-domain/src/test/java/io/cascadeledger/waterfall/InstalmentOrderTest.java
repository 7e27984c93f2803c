package io.cascadeledger.waterfall;

import static io.cascadeledger.waterfall.Component.FEES;
import static io.cascadeledger.waterfall.Component.INTEREST;
import static io.cascadeledger.waterfall.Component.PENALTIES;
import static io.cascadeledger.waterfall.Component.PRINCIPAL;
import static io.cascadeledger.waterfall.DueBucket.DUE;
import static io.cascadeledger.waterfall.DueBucket.IN_ADVANCE;
import static io.cascadeledger.waterfall.DueBucket.PAST_DUE;
import static io.cascadeledger.waterfall.FutureInstalments.LAST_FIRST;
import static io.cascadeledger.waterfall.FutureInstalments.NEXT_FIRST;
import static io.cascadeledger.waterfall.InstalmentOrder.Direction.HORIZONTAL;
import static io.cascadeledger.waterfall.InstalmentOrder.Direction.VERTICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.waterfall.InstalmentOrder.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstalmentOrderTest {
  private static final List<Component> DOWN = List.of(Component.values());

  /** Two instalments past due, one due today, two in advance. */
  private static final Schedule SCHEDULE =
      Schedule.of(
          new OwedInstalment(PAST_DUE, 5, 10, 30, 100),
          new OwedInstalment(PAST_DUE, 0, 0, 20, 110),
          new OwedInstalment(DUE, 0, 0, 15, 120),
          new OwedInstalment(IN_ADVANCE, 0, 7, 10, 130),
          new OwedInstalment(IN_ADVANCE, 0, 0, 5, 140));

  @ParameterizedTest(name = "{0} {1}: {2} pays {3} {4} {5} {6}, {7} is left")
  @CsvSource({
    // direction, future,     payment, penalties, fees, interest, principal, left
    "HORIZONTAL, NEXT_FIRST,      0,  0,  0,  0,   0,   0",
    "HORIZONTAL, NEXT_FIRST,     20,  5, 10,  5,   0,   0",
    "HORIZONTAL, NEXT_FIRST,    145,  5, 10, 30, 100,   0",
    "HORIZONTAL, NEXT_FIRST,    150,  5, 10, 35, 100,   0",
    "HORIZONTAL, NEXT_FIRST,    275,  5, 10, 50, 210,   0",
    "HORIZONTAL, NEXT_FIRST,    410,  5, 10, 65, 330,   0",
    "HORIZONTAL, NEXT_FIRST,    430,  5, 17, 75, 333,   0",
    "HORIZONTAL, NEXT_FIRST,    560,  5, 17, 78, 460,   0",
    "HORIZONTAL, NEXT_FIRST,    702,  5, 17, 80, 600,   0",
    "HORIZONTAL, NEXT_FIRST,    800,  5, 17, 80, 600,  98",
    "HORIZONTAL, LAST_FIRST,    410,  5, 10, 65, 330,   0",
    "HORIZONTAL, LAST_FIRST,    430,  5, 10, 70, 345,   0",
    "HORIZONTAL, LAST_FIRST,    560,  5, 15, 70, 470,   0",
    "HORIZONTAL, LAST_FIRST,    800,  5, 17, 80, 600,  98",
    "VERTICAL,   NEXT_FIRST,     20,  5, 10,  5,   0,   0",
    "VERTICAL,   NEXT_FIRST,     65,  5, 10, 50,   0,   0",
    "VERTICAL,   NEXT_FIRST,    150,  5, 10, 50,  85,   0",
    "VERTICAL,   NEXT_FIRST,    275,  5, 10, 50, 210,   0",
    "VERTICAL,   NEXT_FIRST,    410,  5, 10, 65, 330,   0",
    "VERTICAL,   NEXT_FIRST,    430,  5, 17, 78, 330,   0",
    "VERTICAL,   NEXT_FIRST,    560,  5, 17, 80, 458,   0",
    "VERTICAL,   LAST_FIRST,    430,  5, 17, 78, 330,   0",
    "VERTICAL,   LAST_FIRST,    800,  5, 17, 80, 600,  98"
  })
  void a_payment_serves_past_due_then_due_then_in_advance(
      Direction direction,
      FutureInstalments future,
      long payment,
      long penalties,
      long fees,
      long interest,
      long principal,
      long left) {
    assertThat(new InstalmentOrder(slots(DOWN), direction, future).allocate(payment, SCHEDULE))
        .isEqualTo(new Allocation(penalties, fees, interest, principal, left));
  }

  private record Schedule(List<OwedInstalment> instalments) implements Owed {
    static Schedule of(OwedInstalment... instalments) {
      return new Schedule(List.of(instalments));
    }

    @Override
    public long minor(Component component) {
      return instalments.stream().mapToLong(it -> it.minor(component)).sum();
    }
  }

  /** These components of past due, then of due, then of instalments in advance. */
  private static List<Slot> slots(List<Component> components) {
    return Arrays.stream(DueBucket.values())
        .flatMap(bucket -> components.stream().map(component -> new Slot(bucket, component)))
        .toList();
  }

  @Test
  void interest_of_all_instalments_may_come_before_any_principal() {
    List<Slot> order =
        List.of(
            new Slot(PAST_DUE, INTEREST),
            new Slot(DUE, INTEREST),
            new Slot(PAST_DUE, PRINCIPAL),
            new Slot(DUE, PRINCIPAL));
    for (Direction direction : Direction.values()) {
      InstalmentOrder rule = new InstalmentOrder(order, direction, NEXT_FIRST);
      assertThat(rule.allocate(70, SCHEDULE)).isEqualTo(new Allocation(0, 0, 65, 5, 0));
      assertThat(rule.allocate(400, SCHEDULE)).isEqualTo(new Allocation(0, 0, 65, 330, 5));
    }
  }

  @Test
  void what_no_slot_names_is_not_paid() {
    InstalmentOrder dueOnly =
        new InstalmentOrder(
            List.of(new Slot(DUE, INTEREST), new Slot(DUE, PRINCIPAL)), HORIZONTAL, NEXT_FIRST);
    assertThat(dueOnly.allocate(1_000, SCHEDULE)).isEqualTo(new Allocation(0, 0, 15, 120, 865));
  }

  @Test
  void a_loan_without_a_schedule_owes_all_on_the_day_of_the_payment() {
    Owed owed = component -> component == PENALTIES ? 1 : component == FEES ? 2 : 3;
    InstalmentOrder rule = new InstalmentOrder(slots(DOWN), VERTICAL, LAST_FIRST);
    assertThat(rule.allocate(10, owed)).isEqualTo(new Allocation(1, 2, 3, 3, 1));
    List<Slot> others = slots(DOWN).stream().filter(slot -> slot.bucket() != DUE).toList();
    assertThat(new InstalmentOrder(others, VERTICAL, LAST_FIRST).allocate(10, owed))
        .isEqualTo(new Allocation(0, 0, 0, 0, 10));
  }

  @Test
  void an_order_names_a_slot_or_more_and_each_once() {
    Slot slot = new Slot(IN_ADVANCE, FEES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InstalmentOrder(List.of(), HORIZONTAL, NEXT_FIRST));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InstalmentOrder(List.of(slot, slot), HORIZONTAL, NEXT_FIRST));
  }

  @Test
  void each_unit_goes_to_the_first_cell_in_order_that_is_still_open() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      Schedule schedule = randomSchedule(random);
      List<Slot> order = new ArrayList<>(slots(DOWN));
      Collections.shuffle(order, random);
      InstalmentOrder rule =
          new InstalmentOrder(
              order.subList(0, random.nextInt(1, order.size() + 1)),
              random.nextBoolean() ? HORIZONTAL : VERTICAL,
              random.nextBoolean() ? NEXT_FIRST : LAST_FIRST);
      for (int payment = 0; payment <= 40; payment += random.nextInt(1, 5)) {
        assertThat(rule.allocate(payment, schedule))
            .as("seed %d: %d by %s of %s", seed, payment, rule, schedule)
            .isEqualTo(unitByUnit(rule, payment, schedule.instalments()));
      }
    }
  }

  private static Schedule randomSchedule(Random random) {
    List<OwedInstalment> instalments = new ArrayList<>();
    for (DueBucket bucket : DueBucket.values()) {
      for (int count = random.nextInt(4); count > 0; count--) {
        instalments.add(
            new OwedInstalment(
                bucket,
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(4)));
      }
    }
    return new Schedule(instalments);
  }

  /** One component of one instalment, with its places in the order. */
  private record Cell(int run, int instalment, int slot, Component component, long open) {}

  private static Allocation unitByUnit(
      InstalmentOrder rule, int payment, List<OwedInstalment> all) {
    Map<Component, Long> paid = new EnumMap<>(Component.class);
    DOWN.forEach(component -> paid.put(component, 0L));
    long left = 0;
    List<Cell> cells = cells(rule, all);
    long[] open = cells.stream().mapToLong(Cell::open).toArray();
    for (int unit = 0; unit < payment; unit++) {
      int cell = 0;
      while (cell < open.length && open[cell] == 0) {
        cell++;
      }
      if (cell < open.length) {
        open[cell]--;
        paid.merge(cells.get(cell).component(), 1L, Long::sum);
      } else {
        left++;
      }
    }
    return new Allocation(
        paid.get(PENALTIES), paid.get(FEES), paid.get(INTEREST), paid.get(PRINCIPAL), left);
  }

  private static List<Cell> cells(InstalmentOrder rule, List<OwedInstalment> all) {
    List<Cell> cells = new ArrayList<>();
    int run = 0;
    for (int slot = 0; slot < rule.order().size(); slot++) {
      Slot at = rule.order().get(slot);
      boolean goesOn =
          slot > 0
              && rule.direction() == HORIZONTAL
              && rule.order().get(slot - 1).bucket() == at.bucket();
      run += goesOn ? 0 : 1;
      for (int number = 0; number < all.size(); number++) {
        boolean fromTheEnd = at.bucket() == IN_ADVANCE && rule.future() == LAST_FIRST;
        if (all.get(number).bucket() == at.bucket()) {
          long open = all.get(number).minor(at.component());
          cells.add(new Cell(run, fromTheEnd ? -number : number, slot, at.component(), open));
        }
      }
    }
    cells.sort(
        Comparator.comparingInt(Cell::run)
            .thenComparingInt(Cell::instalment)
            .thenComparingInt(Cell::slot));
    return cells;
  }
}
