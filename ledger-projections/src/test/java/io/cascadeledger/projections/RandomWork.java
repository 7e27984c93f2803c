package io.cascadeledger.projections;

import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.bank.StatementLine;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Component;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random things that happen to random loans on random days; some are refused. */
record RandomWork(Random random, LocalDate firstDay, int days) {

  private static final int STEPS = 1_500;
  private static final int MANUAL_STEPS = 120;

  /** Manual entries on random days: booked at once or approved, rejected, undone. */
  void of(Books books) {
    books.fourEyes(true);
    AccountCode bank = books.open("1900", "House Bank").code();
    books.importStatement(
        "1", firstDay, firstDay, List.of(new StatementLine(firstDay, null, 7, "ref", null)));
    List<ManualEntryPosted> posted = new ArrayList<>();
    for (int step = 0; step < MANUAL_STEPS; step++) {
      LocalDate day = firstDay.plusDays(random.nextInt(days));
      Money amount =
          Money.ofMinor(1L + random.nextInt(9_000), random.nextBoolean() ? "USD" : "JPY");
      Lines lines =
          Lines.builder()
              .debit(bank, amount)
              .credit(ChartOfAccounts.CASH_CLEARING, amount)
              .debit(ChartOfAccounts.ADJUSTMENTS, Money.ofMinor(step + 1L, "USD"))
              .credit(bank, Money.ofMinor(step + 1L, "USD"))
              .build();
      Layer layer = List.of(Layer.values()).get(random.nextInt(Layer.values().length));
      switch (random.nextInt(4)) {
        case 0 -> books.reject(books.draft(layer, day, lines));
        case 1 -> posted.add(books.approve(books.draft(layer, day, lines)));
        case 2 -> books.draft(layer, day, lines);
        default -> posted.add(books.post(layer, day, lines));
      }
      if (random.nextInt(6) == 0 && !posted.isEmpty()) {
        books.reverse(posted.removeLast(), firstDay.plusDays(days));
      }
    }
  }

  /** What happens to the loans of two lenders, {@code acme} and {@code zenith}. */
  void ofTwoLenders(Projections projections, List<LoanId> all) {
    for (String tenant : List.of("acme", "zenith")) {
      Lender lender = new Lender(tenant, projections.events()).pace(Duration.ofMinutes(37));
      of(lender, all, new HashMap<>());
    }
  }

  void of(Lender lender, List<LoanId> all, Map<LoanId, Lender> lenders) {
    List<LoanId> own = new ArrayList<>();
    List<Runnable> reversals = new ArrayList<>();
    lender.define("consumer");
    for (int step = 0; step < STEPS; step++) {
      if (step % 150 == 0) {
        LoanId loan = lender.open(random.nextBoolean() ? "USD" : "JPY", firstDay);
        own.add(loan);
        lenders.put(loan, lender);
      }
      try {
        step(lender, own, reversals);
      } catch (Refused refused) {
        // Then nothing has happened, and nothing must be read.
      }
    }
    all.addAll(own);
  }

  private void step(Lender lender, List<LoanId> loans, List<Runnable> reversals) {
    LoanId loan = loans.get(random.nextInt(loans.size()));
    LocalDate day = firstDay.plusDays(random.nextInt(days));
    LocalDate lastDay = firstDay.plusDays(days);
    long minor = 1L + random.nextInt(100_000);
    Servicing servicing = lender.servicing();
    switch (random.nextInt(21)) {
      case 0, 1 -> reversible(reversals, lender, loan, lender.disburse(loan, minor, day));
      case 2 -> reversible(reversals, lender, loan, lender.fee(loan, minor / 10 + 1, day));
      case 3, 4, 5 -> reversible(reversals, lender, loan, lender.pay(loan, minor, day));
      case 6 -> {
        List<LoanId> sameCurrency =
            loans.stream()
                .filter(it -> lender.state(it).currency().equals(lender.state(loan).currency()))
                .filter(it -> !lender.state(it).isClosed())
                .toList();
        if (!sameCurrency.isEmpty()) {
          AccrualBatchPosted batch = lender.accrue(day, sameCurrency, 1 + minor / 100);
          if (random.nextInt(4) == 0) {
            lender.reverse(batch, lastDay);
          }
        }
      }
      case 7, 8 -> {
        if (!reversals.isEmpty()) {
          reversals.remove(random.nextInt(reversals.size())).run();
        }
      }
      case 9 -> reversible(reversals, lender, loan, servicing.penalty(loan, minor / 20 + 1, day));
      case 10 ->
          reversible(reversals, lender, loan, servicing.applySuspense(loan, minor / 9 + 1, day));
      case 11 -> reversible(reversals, lender, loan, servicing.refund(loan, minor / 50 + 1, day));
      case 12 ->
          reversible(reversals, lender, loan, servicing.adjustPrincipal(loan, -minor / 9 - 1, day));
      case 13 ->
          reversible(
              reversals, lender, loan, servicing.waive(loan, Component.FEES, minor / 90 + 1, day));
      case 14 -> leave(reversals, lender, loan, day);
      case 15 ->
          lender.state(loan).history().stream()
              .filter(it -> it.type() == EntryType.PAYMENT_RECEIVED)
              .findAny()
              .ifPresent(it -> servicing.chargeback(loan, it.id(), minor, lastDay));
      case 16, 17, 18 -> pend(lender, loan, minor, day);
      default -> {
        long owed = lender.state(loan).balance().owedMinor();
        if (owed > 0) {
          lender.pay(loan, owed, lastDay);
        }
        lender.close(loan, lastDay);
      }
    }
  }

  /** It is settled or voided at once, or stays as it is. */
  private void pend(Lender lender, LoanId loan, long minor, LocalDate day) {
    PaymentPended pended = lender.pend(loan, minor, day);
    LocalDate end = random.nextBoolean() ? day : firstDay.plusDays(days);
    switch (random.nextInt(5)) {
      case 0, 1 -> lender.settle(pended, end);
      case 2, 3 -> lender.voided(pended, end);
      default -> {
        // It is pending for good, so the loan is not closed any more.
      }
    }
  }

  /** It comes back at once, so that there is something left to work on. */
  private void leave(List<Runnable> reversals, Lender lender, LoanId loan, LocalDate day) {
    LocalDate lastDay = firstDay.plusDays(days);
    LoanMovement exit =
        switch (random.nextInt(3)) {
          case 0 -> lender.servicing().chargeOff(loan, day);
          case 1 -> lender.servicing().writeOff(loan, day);
          default -> lender.servicing().sell(loan, 1 + random.nextInt(1_000), day);
        };
    if (random.nextInt(4) == 0) {
      reversible(reversals, lender, loan, exit);
    } else {
      lender.reverse(loan, exit.entry().id(), lastDay);
    }
  }

  private void reversible(
      List<Runnable> reversals, Lender lender, LoanId loan, LoanMovement movement) {
    LocalDate lastDay = firstDay.plusDays(days);
    reversals.add(() -> lender.reverse(loan, movement.entry().id(), lastDay));
  }
}
