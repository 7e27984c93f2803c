package io.cascadeledger.refusal;

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

  /**
   * Refuses a command.
   *
   * @param code the reason, not null
   * @param message a sentence with the facts, for the person who reads the answer
   */
  public Refused(RefusalCode code, String message) {
    this(code, message, List.of());
  }

  /**
   * Refuses a batch, naming the items that are at fault.
   *
   * @param code the reason for the batch as a whole
   * @param message a sentence with the facts
   * @param items what is wrong with which item, in the batch's order
   */
  public Refused(RefusalCode code, String message, List<Item> items) {
    super(message, null, false, false);
    this.code = Objects.requireNonNull(code, "code must not be null");
    this.items = List.copyOf(items);
  }

  /** The reason. */
  public RefusalCode code() {
    return code;
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
