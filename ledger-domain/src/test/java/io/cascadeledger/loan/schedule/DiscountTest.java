package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscountTest {
  private static final MathContext MANY_DIGITS = new MathContext(60);
  private static final YearFraction MONTH = new YearFraction(1, 12);

  @ParameterizedTest
  @CsvSource({"0.06, 1", "0.06, 360", "0.0001, 1200", "10, 1200", "0.123456789012, 84"})
  void an_amount_is_paid_off_by_the_annuity_of_the_textbooks(BigDecimal rate, int months) {
    Discount discount = new Discount(rate);
    for (int i = 0; i < months; i++) {
      discount.next(MONTH);
    }
    BigDecimal amount = new BigDecimal("123456789");
    BigDecimal growth = rate.divide(new BigDecimal(12), MANY_DIGITS);
    BigDecimal value =
        BigDecimal.ONE.divide(BigDecimal.ONE.add(growth).pow(months, MANY_DIGITS), MANY_DIGITS);
    BigDecimal annuity =
        amount.multiply(growth).divide(BigDecimal.ONE.subtract(value), MANY_DIGITS);

    assertThat(discount.each(amount).subtract(annuity).abs())
        .isLessThan(new BigDecimal("1E-24").multiply(annuity));
  }

  @Test
  void without_interest_it_is_divided_evenly() {
    Discount discount = new Discount(new BigDecimal("0.00"));
    for (int i = 0; i < 8; i++) {
      discount.next(MONTH);
    }

    assertThat(discount.each(new BigDecimal(100))).isEqualByComparingTo("12.5");
  }

  @Test
  void periods_of_several_lengths_are_each_discounted_by_their_own() {
    Discount discount = new Discount(BigDecimal.ONE);
    discount.next(new YearFraction(1, 1));
    discount.next(new YearFraction(3, 1));

    // 1/2 and 1/8
    assertThat(discount.each(new BigDecimal("0.625"))).isEqualByComparingTo("1");
    assertThat(discount.of(new BigDecimal(8), new YearFraction(3, 1))).isEqualByComparingTo("2");
  }

  @Test
  void a_rate_may_be_written_in_tens() {
    Discount discount = new Discount(new BigDecimal("1E+1"));
    discount.next(new YearFraction(1, 1));

    assertThat(discount.each(BigDecimal.ONE).round(MANY_DIGITS)).isEqualByComparingTo("11");
  }
}
