package io.cascadeledger.loan.terms;

/** How late a loan is, in the steps of the field. */
public enum DelinquencyBucket {
  /** Nothing is late, or grace is not over. */
  CURRENT,
  /** From 1 to 30 days. */
  DAYS_1_TO_30,
  /** From 31 to 60 days. */
  DAYS_31_TO_60,
  /** From 61 to 90 days. */
  DAYS_61_TO_90,
  /** More than 90 days. */
  OVER_90_DAYS;

  /**
   * The bucket of a number of days.
   *
   * @param daysPastDue zero or more
   */
  public static DelinquencyBucket of(long daysPastDue) {
    if (daysPastDue <= 0) {
      return CURRENT;
    }
    if (daysPastDue <= 30) {
      return DAYS_1_TO_30;
    }
    if (daysPastDue <= 60) {
      return DAYS_31_TO_60;
    }
    return daysPastDue <= 90 ? DAYS_61_TO_90 : OVER_90_DAYS;
  }
}
