package io.cascadeledger.loan.terms;

/** How days are counted when interest is computed: the fraction of a year that a period is. */
public enum DayCountConvention {
  /** Actual days over 365, in leap years too (ACT/365F; ISO 20022 A005). */
  ACT_365,
  /** Actual days over 360 (ISO 20022 A004). */
  ACT_360,
  /** Actual days over 366 in a leap year and over 365 in any other (ISDA; ISO 20022 A008). */
  ACT_ACT,
  /** Actual days over those of the regular period, so that each is worth the same (A006). */
  ACT_ACT_ICMA,
  /** Months of 30 days over 360, with the American rule for the end of February (30/360 US). */
  THIRTY_360,
  /** Months of 30 days over 360, where a 31st counts as a 30th (30E/360; ISO 20022 A007). */
  THIRTY_E_360
}
