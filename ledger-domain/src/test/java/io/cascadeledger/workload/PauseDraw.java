package io.cascadeledger.workload;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.ServicedLoan.pause;

import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.change.EndDelinquencyPause;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Draws pauses of a loan's delinquency, and the ends of pauses. */
final class PauseDraw {

  private PauseDraw() {}

  static Object of(Random random, String name, LocalDate date, LoanState loan) {
    Map<UUID, DelinquencyPause> pauses = pauses(loan);
    if (pauses.isEmpty() || random.nextInt(3) > 0) {
      return pause(name, date, date.plusDays(random.nextInt(20)));
    }
    UUID pause = List.copyOf(pauses.keySet()).get(random.nextInt(pauses.size()));
    LocalDate start = pauses.get(pause).start();
    LocalDate last = random.nextBoolean() ? null : start.plusDays(random.nextInt(10));
    return new EndDelinquencyPause(
        Sample.LOAN, Sample.id(name), pause, last, null, Metadata.NONE, Sample.NOW);
  }

  /** The day on which an end of a pause counts: the first that is paused no more. */
  static LocalDate countsAgain(EndDelinquencyPause end, LoanState loan) {
    LocalDate first =
        end.lastDay() == null ? pauses(loan).get(end.pauseId()).start() : end.lastDay().plusDays(1);
    return first.isAfter(TODAY) ? TODAY : first;
  }

  private static Map<UUID, DelinquencyPause> pauses(LoanState loan) {
    return loan.standing().servicing().map(it -> it.pauses().arranged()).orElse(Map.of());
  }
}
