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

  /** By their number; two threads may set one at once, to codes that are equal. */
  private static final AccountCode[] SHARED = new AccountCode[10_000];

  public AccountCode {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("an account code has four digits, not '" + value + "'");
    }
  }

  /**
   * The code of these digits, the same object nearly each time: there are at most ten thousand, and
   * millions of lines in memory that have one.
   *
   * @param value the digits
   * @throws IllegalArgumentException if they are not four
   */
  public static AccountCode of(String value) {
    AccountCode code = new AccountCode(value);
    int number = Integer.parseInt(value);
    if (SHARED[number] == null) {
      SHARED[number] = code;
    }
    return SHARED[number];
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
