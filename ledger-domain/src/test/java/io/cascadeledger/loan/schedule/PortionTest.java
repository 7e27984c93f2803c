package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PortionTest {

  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(127);
  private static final int ROUNDS = 20_000;
  private static final long SEED = 20_261_122;

  @Test
  void products_and_sums_are_those_of_numbers_of_any_size() {
    Random random = new Random(SEED);
    Portion.Sum sum = new Portion.Sum();
    BigInteger expected = BigInteger.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      BigInteger first = parts(random);
      BigInteger second = parts(random);
      Portion product = Portion.of(first, ONE).times(Portion.of(second, ONE));
      assertThat(product.parts())
          .as("%s x %s, seed %d", first, second, SEED)
          .isEqualTo(first.multiply(second).shiftRight(127));
      sum.add(product);
      expected = expected.add(product.parts());
      assertThat(sum.parts()).as("round %d, seed %d", round, SEED).isEqualTo(expected);
    }
  }

  @Test
  void one_times_one_is_one_and_ones_can_be_added() {
    assertThat(Portion.ONE.times(Portion.ONE)).isEqualTo(Portion.ONE);
    Portion.Sum sum = new Portion.Sum();
    sum.add(Portion.ONE);
    sum.add(Portion.ONE);
    sum.add(Portion.of(BigInteger.ONE, BigInteger.TWO));
    assertThat(sum.parts()).isEqualTo(ONE.shiftLeft(1).add(ONE.shiftRight(1)));
  }

  /** Often next to 0, to 1 or to where a word ends, where a carry would be forgotten. */
  private static BigInteger parts(Random random) {
    BigInteger any = new BigInteger(1 + random.nextInt(127), random);
    return switch (random.nextInt(4)) {
      case 0 -> any;
      case 1 -> ONE.subtract(any);
      case 2 -> ONE.subtract(BigInteger.valueOf(random.nextInt(3)));
      default ->
          BigInteger.ONE
              .shiftLeft(64)
              .subtract(BigInteger.valueOf(random.nextInt(3)))
              .or(any.shiftRight(64).shiftLeft(64));
    };
  }
}
