package io.cascadeledger.journal;

import java.util.regex.Pattern;

/**
 * The code of a general ledger account: four digits.
 *
 * @param value the digits, such as {@code 1100}
 */
public record AccountCode(String value) implements Comparable<AccountCode> {

  /** What a code looks like. */
  public static final Pattern PATTERN = Pattern.compile("[0-9]{4}");

  public AccountCode {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("an account code has four digits, not '" + value + "'");
    }
  }

  @Override
  public int compareTo(AccountCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
