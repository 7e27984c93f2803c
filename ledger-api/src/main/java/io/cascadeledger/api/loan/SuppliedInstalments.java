package io.cascadeledger.api.loan;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import java.time.LocalDate;
import java.util.List;

/** The instalments that a lender brings, in a request. */
public final class SuppliedInstalments {

  private static final Field<LocalDate> DUE = Field.date("due_date").describe("When it falls due.");
  private static final Field<Long> PRINCIPAL =
      Field.amountOrZero("principal_minor").optional(0L).describe("Its principal.");
  private static final Field<Long> INTEREST =
      Field.amountOrZero("interest_minor").optional(0L).describe("Its interest.");

  private static final Body ITEM =
      Body.of(
          "SuppliedInstalment",
          DUE,
          PRINCIPAL,
          INTEREST,
          ChargeFields.INSTALMENT_FEES,
          ChargeFields.INSTALMENT_PENALTIES);

  private SuppliedInstalments() {}

  /**
   * A required list of instalments in their order.
   *
   * @param name the name of the field
   */
  public static Field<List<Values>> field(String name) {
    return Field.list(name, ITEM, Limits.INSTALMENTS);
  }

  /**
   * Reads them.
   *
   * @param rows what the field says
   * @return the instalments, numbered from 1
   */
  public static List<ScheduledInstalment> read(List<Values> rows) {
    int[] number = {0};
    return rows.stream()
        .map(
            row ->
                new ScheduledInstalment(
                    ++number[0],
                    row.get(DUE),
                    row.get(PRINCIPAL),
                    row.get(INTEREST),
                    row.get(ChargeFields.INSTALMENT_FEES),
                    row.get(ChargeFields.INSTALMENT_PENALTIES)))
        .toList();
  }
}
