package io.cascadeledger.workload;

import static io.cascadeledger.given.AgreedCharges.flat;
import static io.cascadeledger.given.AgreedCharges.flatOn;
import static io.cascadeledger.given.AgreedCharges.penalty;
import static io.cascadeledger.given.AgreedCharges.percent;
import static io.cascadeledger.given.AgreedCharges.percentOn;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws what a loan is charged by itself, its down payment, and a lender's schedule. */
record ServicedTermsDraw(Random random, LocalDate openedOn) {

  Agreed charged(Agreed terms) {
    Agreed drawn = terms.charging(charges());
    return random.nextInt(3) == 0 ? drawn : drawn.late(late());
  }

  Agreed down(Agreed terms) {
    return random.nextBoolean() ? terms.down(7_000, "0") : terms.down(0, "12.5");
  }

  private LateCharge late() {
    return new LateCharge(
        random.nextBoolean() ? Component.FEES : Component.PENALTIES,
        random.nextInt(6),
        random.nextInt(3) == 0 ? 0 : 450,
        new BigDecimal(random.nextInt(3) == 0 ? "0" : "6.25"));
  }

  private AgreedCharge[] charges() {
    List<AgreedCharge> charges = new ArrayList<>();
    LocalDate date = openedOn.plusDays(random.nextInt(150));
    for (AgreedCharge charge :
        List.of(
            percent("origination", "1.5", PercentOf.PRINCIPAL_DISBURSED, ChargeDue.DISBURSEMENT),
            flat("payout", 350, ChargeDue.DISBURSEMENT),
            percent("service", "2.75", PercentOf.INSTALMENT, ChargeDue.INSTALMENT),
            percent("insurance", "0.4", PercentOf.PRINCIPAL_DISBURSED, ChargeDue.INSTALMENT),
            flat("letter", 120, ChargeDue.INSTALMENT),
            flatOn("annual", 900, date),
            percentOn("review", "1", date.plusDays(9)))) {
      if (random.nextInt(3) == 0) {
        charges.add(random.nextInt(3) == 0 ? penalty(charge) : charge);
      }
    }
    return charges.toArray(AgreedCharge[]::new);
  }

  List<ScheduledInstalment> supplied(int count) {
    List<ScheduledInstalment> rows = new ArrayList<>();
    LocalDate due = openedOn;
    long left = 120_000;
    for (int number = 1; number <= count; number++) {
      due = due.plusDays(random.nextInt(3, 45));
      long principal = number == count ? left : random.nextLong(left / 2);
      left -= principal;
      long fees = random.nextInt(3) == 0 ? random.nextInt(300) : 0;
      long penalties = random.nextInt(4) == 0 ? random.nextInt(200) : 0;
      rows.add(
          new ScheduledInstalment(number, due, principal, random.nextInt(900), fees, penalties));
    }
    return rows;
  }
}
