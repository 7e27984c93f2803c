package io.cascadeledger.refusal;

import java.util.Objects;

/**
 * The answer "no" of the domain to a command of several items for one debtor account or claim:
 * nothing has changed. The items stand or fall together, so the first that cannot be is named. It
 * carries no stack trace, because it is an answer and not a fault.
 */
public final class ItemRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The index of a refusal that concerns the command as a whole. */
  public static final int WHOLE = -1;

  private final ItemRefusalCode code;
  private final int index;

  /**
   * Refuses a command as a whole, or an item whose place is not known yet.
   *
   * @param code the reason, not null
   * @param message a sentence with the facts, for the person who reads the answer
   */
  public ItemRefused(ItemRefusalCode code, String message) {
    this(code, message, WHOLE);
  }

  private ItemRefused(ItemRefusalCode code, String message, int index) {
    super(message, null, false, false);
    this.code = Objects.requireNonNull(code, "code must not be null");
    this.index = index;
  }

  /** The same refusal, of the item at a place, counted from 0. */
  public ItemRefused at(int place) {
    return new ItemRefused(code, getMessage(), place);
  }

  /** The reason. */
  public ItemRefusalCode code() {
    return code;
  }

  /** The place of the item in the command as it was sent, from 0; {@link #WHOLE} if it is none. */
  public int index() {
    return index;
  }
}
