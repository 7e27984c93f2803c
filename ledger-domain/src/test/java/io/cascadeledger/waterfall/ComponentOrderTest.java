package io.cascadeledger.waterfall;

import static io.cascadeledger.waterfall.Component.FEES;
import static io.cascadeledger.waterfall.Component.INTEREST;
import static io.cascadeledger.waterfall.Component.PENALTIES;
import static io.cascadeledger.waterfall.Component.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ComponentOrderTest {
  @Test
  void the_worked_example_pays_fees_then_interest_then_principal() {
    assertThat(ComponentOrder.DEFAULT.allocate(88_849, owed(0, 500, 10_000, 1_000_000)))
        .isEqualTo(new Allocation(500, 10_000, 78_349, 0));
  }

  @Test
  void penalties_come_before_fees() {
    assertThat(ComponentOrder.DEFAULT.allocate(1_000, owed(700, 500, 10_000, 1_000_000)))
        .isEqualTo(new Allocation(700, 300, 0, 0, 0));
  }

  @Test
  void another_order_serves_another_component_first() {
    ComponentOrder principalFirst =
        new ComponentOrder(List.of(PRINCIPAL, INTEREST, FEES, PENALTIES));
    assertThat(principalFirst.allocate(1_005_000, owed(70, 500, 10_000, 1_000_000)))
        .isEqualTo(new Allocation(0, 5_000, 1_000_000, 0));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void in_any_order_each_unit_goes_to_the_first_component_that_still_owes(List<Component> order) {
    ComponentOrder rule = new ComponentOrder(order);
    for (int mix = 0; mix < 81; mix++) {
      Owed owed = owed(mix % 3, mix / 3 % 3, mix / 9 % 3, mix / 27);
      for (int payment = 0; payment <= 10; payment++) {
        assertThat(rule.allocate(payment, owed)).isEqualTo(unitByUnit(order, payment, owed));
      }
    }
  }

  /** All 24. */
  static List<List<Component>> orders() {
    List<List<Component>> orders = new ArrayList<>(List.of(List.of()));
    for (Component next : Component.values()) {
      List<List<Component>> longer = new ArrayList<>();
      for (List<Component> order : orders) {
        for (int place = 0; place <= order.size(); place++) {
          List<Component> one = new ArrayList<>(order);
          one.add(place, next);
          longer.add(one);
        }
      }
      orders = longer;
    }
    return orders;
  }

  /** Hands a payment out one unit at a time. */
  private static Allocation unitByUnit(List<Component> order, int payment, Owed owed) {
    Map<Component, Long> paid =
        new EnumMap<>(Map.of(PENALTIES, 0L, FEES, 0L, INTEREST, 0L, PRINCIPAL, 0L));
    long kept = 0;
    for (int unit = 0; unit < payment; unit++) {
      var next = order.stream().filter(part -> paid.get(part) < owed.minor(part)).findFirst();
      if (next.isPresent()) {
        paid.merge(next.get(), 1L, Long::sum);
      } else {
        kept++;
      }
    }
    return new Allocation(
        paid.get(PENALTIES), paid.get(FEES), paid.get(INTEREST), paid.get(PRINCIPAL), kept);
  }

  @Test
  void the_largest_numbers_are_split_exactly() {
    Allocation split =
        ComponentOrder.DEFAULT.allocate(
            Long.MAX_VALUE, owed(0, Long.MAX_VALUE - 1, Long.MAX_VALUE, 0));
    assertThat(split).isEqualTo(new Allocation(Long.MAX_VALUE - 1, 1, 0, 0));
    assertThat(split.totalMinor()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_negative_payment_is_not_split() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentOrder.DEFAULT.allocate(-1, owed(1, 1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("incompleteOrders")
  void a_waterfall_names_each_component_once(List<Component> order) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ComponentOrder(order));
  }

  static List<List<Component>> incompleteOrders() {
    return List.of(
        List.of(),
        List.of(FEES),
        List.of(FEES, INTEREST, PRINCIPAL),
        List.of(PENALTIES, FEES, INTEREST, INTEREST),
        List.of(PENALTIES, FEES, INTEREST, PRINCIPAL, FEES));
  }

  @Test
  void no_part_of_an_allocation_is_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(-1, 0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(-1, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(0, -1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(0, 0, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(0, 0, 0, -1));
  }

  @Test
  void what_is_left_of_an_allocation_falls_below_zero_in_no_part() {
    assertThat(new Allocation(5, 4, 3, 2, 1).less(new Allocation(1, 2, 3, 4, 5)))
        .isEqualTo(new Allocation(4, 2, 0, 0, 0));
  }

  @Test
  void a_total_that_does_not_fit_is_an_error() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Allocation(Long.MAX_VALUE, 0, 0, 1).totalMinor());
  }

  private static Owed owed(long penalties, long fees, long interest, long principal) {
    return component ->
        switch (component) {
          case PENALTIES -> penalties;
          case FEES -> fees;
          case INTEREST -> interest;
          case PRINCIPAL -> principal;
        };
  }
}
