package io.cascadeledger.workload;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.PendingCommands;
import java.util.List;
import java.util.Random;

/** Draws commands for pending payments, most of them sensible and some of them not. */
final class RandomPending {
  private final Random random;

  RandomPending(Random random) {
    this.random = random;
  }

  /**
   * A command.
   *
   * @param name what it is to be called
   * @param minor an amount
   * @param payments the payments by their names, pending or not; one that is drawn is added
   */
  Object next(String name, LoanCommands loan, long minor, List<String> payments) {
    PendingCommands commands = new PendingCommands(loan);
    String payment = recent(payments);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        payments.add(name);
        yield commands.pend(name, minor);
      }
      case 3, 4, 5 -> commands.settle(payment);
      case 6 -> commands.voided(payment);
      default ->
          loan.reverse(
              random.nextBoolean() ? PendingCommands.pending(payment) : "end of " + payment);
    };
  }

  private String recent(List<String> names) {
    int from = Math.max(0, names.size() - 4);
    return names.get(random.nextInt(from, names.size()));
  }
}
