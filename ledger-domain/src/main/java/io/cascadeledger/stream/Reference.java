package io.cascadeledger.stream;

import io.cascadeledger.limits.Limits;

/** How lenders name accounts, entries, claims, products and debtors: by text of their own. */
public final class Reference {

  private Reference() {}

  /**
   * Whether a text can name something: it is neither empty nor blank, not longer than {@link
   * Limits#REFERENCE_CHARACTERS}, and without control characters.
   */
  public static boolean isSound(String text) {
    return !text.isBlank()
        && text.length() <= Limits.REFERENCE_CHARACTERS
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The text itself, if it can name something.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static String require(String text) {
    if (!isSound(text)) {
      throw new IllegalArgumentException("not a reference: '" + text + "'");
    }
    return text;
  }
}
