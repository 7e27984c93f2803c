package io.cascadeledger.loan.event;

/** How days are counted when interest is computed. */
public enum DayCountConvention {
  ACT_365,
  ACT_360,
  ACT_ACT,
  THIRTY_360
}
