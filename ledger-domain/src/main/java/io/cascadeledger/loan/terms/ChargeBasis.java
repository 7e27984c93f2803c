package io.cascadeledger.loan.terms;

import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a charge follows from that the ledger has made by itself. It is enough to work the charge
 * out again when something earlier changes.
 *
 * @param rule what makes the ledger charge, not null
 * @param component fees or penalties, not null
 * @param code the code of the charge that was agreed; null for anything else
 * @param instalment the number of the instalment it comes with, 0 for a down payment; null if it
 *     comes with none
 * @param dueDate when that instalment, or what was agreed for a date, falls due; null if it comes
 *     with a disbursement
 * @param disbursementEntryId the entry of the disbursement it comes with; null if with none
 */
public record ChargeBasis(
    ChargeRule rule,
    Component component,
    String code,
    Integer instalment,
    LocalDate dueDate,
    UUID disbursementEntryId)
    implements Comparable<ChargeBasis> {

  private static final Comparator<ChargeBasis> ORDER =
      Comparator.comparing(ChargeBasis::rule)
          .thenComparing(ChargeBasis::dueDate, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ChargeBasis::instalment, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ChargeBasis::component)
          .thenComparing(ChargeBasis::code, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(
              ChargeBasis::disbursementEntryId, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** A charge that comes with a disbursement. */
  public static ChargeBasis of(AgreedCharge charge, UUID disbursementEntryId) {
    return new ChargeBasis(
        ChargeRule.AGREED, charge.component(), charge.code(), null, null, disbursementEntryId);
  }

  /** Whether it is booked at the end of a day, after everything else of that day. */
  public boolean endsDay() {
    return disbursementEntryId == null;
  }

  /** In the order in which the charges of one day are booked. */
  @Override
  public int compareTo(ChargeBasis other) {
    return ORDER.compare(this, other);
  }
}
