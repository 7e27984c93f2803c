package io.cascadeledger.claim.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What has become of the promises of one claim. A payment counts for the promises that had been
 * made when it came and were not past their day, the one that falls due first before the others.
 * Money that was reclaimed is missing from the promise that falls due last.
 */
public final class Promises {

  private final List<Progress> promises = new ArrayList<>();

  private Promises() {}

  /**
   * A promise and when it was made.
   *
   * @param promise the promise
   * @param madeOn the day from which payments count for it
   */
  public record Made(PromiseToPay promise, LocalDate madeOn) {}

  /**
   * What was paid on the claim.
   *
   * @param date the effective date
   * @param amountMinor what was paid; negative if it was reclaimed
   */
  public record Paid(LocalDate date, long amountMinor) {}

  private static final class Progress {
    private final Made made;
    private long paidMinor;

    private Progress(Made made) {
      this.made = made;
    }

    private boolean counts(LocalDate date) {
      return !date.isBefore(made.madeOn()) && !date.isAfter(made.promise().dueDate());
    }

    private long missingMinor() {
      return made.promise().amountMinor() - paidMinor;
    }
  }

  /**
   * The status of each promise.
   *
   * @param made the promises, in any order
   * @param paid what was paid on the claim, in any order
   * @param today the business date
   * @return by promise, in the order of their due dates
   */
  public static SequencedMap<PromiseToPay, PromiseStatus> on(
      List<Made> made, List<Paid> paid, LocalDate today) {
    Promises promises = new Promises();
    made.stream()
        .sorted(Comparator.comparing(it -> it.promise().dueDate()))
        .forEach(it -> promises.promises.add(new Progress(it)));
    paid.stream()
        .filter(it -> !it.date().isAfter(today))
        .sorted(Comparator.comparing(Paid::date))
        .forEach(promises::count);
    SequencedMap<PromiseToPay, PromiseStatus> statuses = new LinkedHashMap<>();
    promises.promises.forEach(it -> statuses.put(it.made.promise(), status(it, today)));
    return statuses;
  }

  private void count(Paid paid) {
    long rest = paid.amountMinor();
    for (Progress promise : rest > 0 ? promises : promises.reversed()) {
      if (rest > 0 && promise.counts(paid.date())) {
        long part = Math.min(rest, promise.missingMinor());
        promise.paidMinor += part;
        rest -= part;
      } else if (rest < 0) {
        long part = Math.min(-rest, promise.paidMinor);
        promise.paidMinor -= part;
        rest += part;
      }
    }
  }

  private static PromiseStatus status(Progress promise, LocalDate today) {
    if (promise.missingMinor() <= 0) {
      return PromiseStatus.KEPT;
    }
    return today.isAfter(promise.made.promise().dueDate())
        ? PromiseStatus.BROKEN
        : PromiseStatus.OPEN;
  }
}
