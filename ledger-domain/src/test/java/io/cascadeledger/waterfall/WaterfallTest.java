package io.cascadeledger.waterfall;

import static io.cascadeledger.waterfall.Component.FEES;
import static io.cascadeledger.waterfall.Component.INTEREST;
import static io.cascadeledger.waterfall.Component.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WaterfallTest {
  @Test
  void the_worked_example_pays_fees_then_interest_then_principal() {
    assertThat(Waterfall.FEES_INTEREST_PRINCIPAL.allocate(88_849, owed(500, 10_000, 1_000_000)))
        .isEqualTo(new Allocation(500, 10_000, 78_349, 0));
  }

  @Test
  void another_order_serves_another_component_first() {
    Waterfall principalFirst = new Waterfall(List.of(PRINCIPAL, INTEREST, FEES));
    assertThat(principalFirst.allocate(1_005_000, owed(500, 10_000, 1_000_000)))
        .isEqualTo(new Allocation(0, 5_000, 1_000_000, 0));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void in_any_order_each_unit_goes_to_the_first_component_that_still_owes(List<Component> order) {
    for (int fees = 0; fees <= 2; fees++) {
      for (int interest = 0; interest <= 2; interest++) {
        for (int principal = 0; principal <= 2; principal++) {
          for (int payment = 0; payment <= 8; payment++) {
            Owed owed = owed(fees, interest, principal);
            assertThat(new Waterfall(order).allocate(payment, owed))
                .isEqualTo(unitByUnit(order, payment, owed));
          }
        }
      }
    }
  }

  static List<List<Component>> orders() {
    return List.of(
        List.of(FEES, INTEREST, PRINCIPAL),
        List.of(FEES, PRINCIPAL, INTEREST),
        List.of(INTEREST, FEES, PRINCIPAL),
        List.of(INTEREST, PRINCIPAL, FEES),
        List.of(PRINCIPAL, FEES, INTEREST),
        List.of(PRINCIPAL, INTEREST, FEES));
  }

  /** Hands a payment out one unit at a time. */
  private static Allocation unitByUnit(List<Component> order, int payment, Owed owed) {
    Map<Component, Long> paid = new EnumMap<>(Map.of(FEES, 0L, INTEREST, 0L, PRINCIPAL, 0L));
    long kept = 0;
    for (int unit = 0; unit < payment; unit++) {
      var next = order.stream().filter(part -> paid.get(part) < owed.minor(part)).findFirst();
      if (next.isPresent()) {
        paid.merge(next.get(), 1L, Long::sum);
      } else {
        kept++;
      }
    }
    return new Allocation(paid.get(FEES), paid.get(INTEREST), paid.get(PRINCIPAL), kept);
  }

  @Test
  void the_largest_numbers_are_split_exactly() {
    Allocation split =
        Waterfall.FEES_INTEREST_PRINCIPAL.allocate(
            Long.MAX_VALUE, owed(Long.MAX_VALUE - 1, Long.MAX_VALUE, 0));
    assertThat(split).isEqualTo(new Allocation(Long.MAX_VALUE - 1, 1, 0, 0));
    assertThat(split.totalMinor()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_negative_payment_is_not_split() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Waterfall.FEES_INTEREST_PRINCIPAL.allocate(-1, owed(1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("incompleteOrders")
  void a_waterfall_names_each_component_once(List<Component> order) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Waterfall(order));
  }

  static List<List<Component>> incompleteOrders() {
    return List.of(
        List.of(),
        List.of(FEES),
        List.of(FEES, INTEREST),
        List.of(FEES, INTEREST, INTEREST),
        List.of(FEES, INTEREST, PRINCIPAL, FEES));
  }

  @Test
  void no_part_of_an_allocation_is_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(-1, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(0, -1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(0, 0, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(0, 0, 0, -1));
  }

  @Test
  void a_total_that_does_not_fit_is_an_error() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Allocation(Long.MAX_VALUE, 0, 0, 1).totalMinor());
  }

  private static Owed owed(long fees, long interest, long principal) {
    return component ->
        switch (component) {
          case FEES -> fees;
          case INTEREST -> interest;
          case PRINCIPAL -> principal;
        };
  }
}
