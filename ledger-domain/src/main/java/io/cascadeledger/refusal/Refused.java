package io.cascadeledger.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The answer "no" of the domain to a command: nothing has changed. It carries no stack trace,
 * because it is an answer and not a fault.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final transient List<Item> items;
  private final LocalDate closedDay;

  /**
   * Refuses a command.
   *
   * @param code the reason, not null
   * @param message a sentence with the facts, for the person who reads the answer
   */
  public Refused(RefusalCode code, String message) {
    this(code, message, List.of(), null);
  }

  /**
   * Refuses a batch, naming the items that are at fault.
   *
   * @param code the reason for the batch as a whole
   * @param message a sentence with the facts
   * @param items what is wrong with which item, in the batch's order
   */
  public Refused(RefusalCode code, String message, List<Item> items) {
    this(code, message, items, null);
  }

  private Refused(RefusalCode code, String message, List<Item> items, LocalDate closedDay) {
    super(message, null, false, false);
    this.code = Objects.requireNonNull(code, "code must not be null");
    this.items = List.copyOf(items);
    this.closedDay = closedDay;
  }

  /**
   * Refuses to book on a day, because the books are closed up to it or a later one.
   *
   * @param closedThrough the last day that is closed
   */
  public static Refused periodClosed(LocalDate closedThrough, LocalDate day) {
    return new Refused(
        RefusalCode.PERIOD_CLOSED,
        "The books are closed up to %s, and this would be booked on %s."
            .formatted(closedThrough, day),
        List.of(),
        day);
  }

  /** The reason. */
  public RefusalCode code() {
    return code;
  }

  /** The closed day on which something would be booked; null for any other reason. */
  public LocalDate closedDay() {
    return closedDay;
  }

  /** What is wrong with which item of a batch; empty if the command was not a batch. */
  public List<Item> items() {
    return items;
  }

  /**
   * What is wrong with one item of a batch.
   *
   * @param index the item's place in the batch as it was sent, from 0
   * @param code the reason
   * @param message a sentence with the facts
   */
  public record Item(int index, RefusalCode code, String message) {}
}
