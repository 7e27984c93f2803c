package io.cascadeledger.given;

import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Charges that are agreed when a loan is opened, in a few words. */
public final class AgreedCharges {

  private AgreedCharges() {}

  public static AgreedCharge flat(String code, long minor, ChargeDue due) {
    return new AgreedCharge(code, Component.FEES, minor, BigDecimal.ZERO, null, due, null);
  }

  public static AgreedCharge flatOn(String code, long minor, LocalDate date) {
    return new AgreedCharge(
        code, Component.FEES, minor, BigDecimal.ZERO, null, ChargeDue.DATE, date);
  }

  public static AgreedCharge percent(String code, String percent, PercentOf of, ChargeDue due) {
    return new AgreedCharge(code, Component.FEES, 0, new BigDecimal(percent), of, due, null);
  }

  public static AgreedCharge percentOn(String code, String percent, LocalDate date) {
    return new AgreedCharge(
        code,
        Component.FEES,
        0,
        new BigDecimal(percent),
        PercentOf.PRINCIPAL_DISBURSED,
        ChargeDue.DATE,
        date);
  }

  /** The same as a penalty. */
  public static AgreedCharge penalty(AgreedCharge charge) {
    return new AgreedCharge(
        charge.code(),
        Component.PENALTIES,
        charge.flatMinor(),
        charge.percent(),
        charge.percentOf(),
        charge.due(),
        charge.dueDate());
  }
}
