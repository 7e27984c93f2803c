package io.cascadeledger.metadata;

import java.util.Objects;

/**
 * A value of JSON that the ledger keeps for the caller and never reads. Whoever makes one brings
 * the text into one form, so that values that say the same are equal.
 *
 * @param text one JSON value without space around it, such as {@code 111} or {@code "red"}
 */
public record JsonText(String text) {

  public JsonText {
    Objects.requireNonNull(text, "text must not be null");
    if (text.isBlank()) {
      throw new IllegalArgumentException("no text is not JSON");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
