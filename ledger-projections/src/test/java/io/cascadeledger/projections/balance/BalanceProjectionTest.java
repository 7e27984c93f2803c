package io.cascadeledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Projections;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BalanceProjectionTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  private final Projections projections = Projections.start(100);
  private final Lender lender = new Lender("acme", projections.events());

  @AfterEach
  void close() {
    projections.close();
  }

  private LoanBalance balance(LoanId loan, LocalDate asOf) {
    return projections.balances().loan(loan.tenant(), loan.value(), asOf).block().balance();
  }

  private AccountTotals account(AccountCode code, LocalDate asOf) {
    return projections.balances().account("acme", code, USD, Layer.SETTLED, asOf).block();
  }

  private List<AccountTotals> trialBalance(String tenant, LocalDate asOf) {
    return projections.balances().trialBalance(tenant, asOf).block();
  }

  private static BigInteger minor(long value) {
    return BigInteger.valueOf(value);
  }

  @Test
  void the_quickstart_leaves_its_documented_balance() {
    LoanId loan = lender.open("USD", APRIL);
    lender.disburse(loan, 1_000_000, APRIL);
    lender.fee(loan, 500, APRIL);
    lender.accrue(APRIL, List.of(loan), 10_000);
    PaymentPosted payment = lender.pay(loan, 88_849, MAY);
    projections.catchUp();

    LoanBalanceView view = projections.balances().loan("acme", loan.value(), MAY).block();

    assertThat(view)
        .isEqualTo(
            new LoanBalanceView(
                loan, USD, MAY, APRIL, new LoanBalance(0, 0, 921_651, 0), payment.postedAt()));
    assertThat(balance(loan, MAY.minusDays(1)))
        .isEqualTo(new LoanBalance(500, 10_000, 1_000_000, 0));
    assertThat(account(ChartOfAccounts.PRINCIPAL_RECEIVABLE, MAY).normalBalanceMinor())
        .isEqualTo(minor(921_651));
  }

  @Test
  void a_loan_without_movements_has_a_balance_of_zeros_and_an_unknown_one_has_none() {
    LoanId loan = lender.open("JPY", APRIL);
    projections.catchUp();

    LoanBalanceView view = projections.balances().loan("acme", loan.value(), MAY).block();

    assertThat(view.balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(view.currency()).isEqualTo(Currency.getInstance("JPY"));
    assertThat(balance(loan, APRIL.minusDays(1))).isEqualTo(LoanBalance.ZERO);
    assertThat(projections.balances().loan("acme", UUID.randomUUID(), MAY).blockOptional())
        .isEmpty();
    assertThat(projections.balances().loan("other", loan.value(), MAY).blockOptional()).isEmpty();
  }

  @Test
  void a_back_dated_posting_changes_every_day_from_its_own() {
    LoanId loan = lender.open("USD", APRIL);
    lender.disburse(loan, 1_000, MAY);
    projections.catchUp();
    lender.disburse(loan, 70, APRIL.plusDays(3));
    projections.catchUp();

    assertThat(balance(loan, APRIL.plusDays(2)).principalMinor()).isZero();
    assertThat(balance(loan, APRIL.plusDays(3)).principalMinor()).isEqualTo(70);
    assertThat(balance(loan, MAY.minusDays(1)).principalMinor()).isEqualTo(70);
    assertThat(balance(loan, MAY).principalMinor()).isEqualTo(1_070);
    assertThat(account(ChartOfAccounts.PRINCIPAL_RECEIVABLE, APRIL.plusDays(3)).debitMinor())
        .isEqualTo(minor(70));
  }

  @Test
  void a_payment_dated_before_a_fee_does_not_pay_it() {
    LoanId loan = lender.open("USD", APRIL);
    lender.fee(loan, 500, MAY);
    lender.pay(loan, 600, APRIL);
    projections.catchUp();

    assertThat(balance(loan, APRIL)).isEqualTo(new LoanBalance(0, 0, 0, 600));
    assertThat(balance(loan, MAY)).isEqualTo(new LoanBalance(500, 0, 0, 600));
  }

  @Test
  void a_reversal_undoes_a_payment_from_its_own_day() {
    LoanId loan = lender.open("USD", APRIL);
    lender.fee(loan, 500, APRIL);
    PaymentPosted payment = lender.pay(loan, 800, MAY);
    lender.reverse(loan, payment.entry().id(), JUNE);
    projections.catchUp();

    assertThat(balance(loan, MAY)).isEqualTo(new LoanBalance(0, 0, 0, 300));
    assertThat(balance(loan, JUNE)).isEqualTo(new LoanBalance(500, 0, 0, 0));
    assertThat(account(ChartOfAccounts.CASH_CLEARING, JUNE))
        .extracting(AccountTotals::debitMinor, AccountTotals::creditMinor)
        .containsExactly(minor(800), minor(800));
  }

  @Test
  void an_account_without_lines_has_zeros_and_one_outside_the_chart_has_none() {
    AccountTotals nothing = account(ChartOfAccounts.SUSPENSE, MAY);

    assertThat(nothing.debitMinor()).isEqualTo(BigInteger.ZERO);
    assertThat(nothing.creditMinor()).isEqualTo(BigInteger.ZERO);
    assertThat(nothing.account().name()).isEqualTo("Unapplied Payments (Suspense)");
    assertThat(
            projections
                .balances()
                .account("acme", new AccountCode("9999"), USD, Layer.SETTLED, MAY)
                .blockOptional())
        .isEmpty();
  }

  @Test
  void the_trial_balance_lists_the_whole_chart_for_each_currency_used() {
    LoanId dollars = lender.open("USD", APRIL);
    LoanId yen = lender.open("JPY", APRIL);
    new Lender("other", projections.events()).open("EUR", APRIL);
    lender.disburse(dollars, 1_000, APRIL);
    lender.fee(yen, 20, MAY);
    lender.pay(yen, 50, MAY);
    projections.catchUp();

    assertThat(trialBalance("acme", MAY))
        .extracting(
            it -> it.currency().getCurrencyCode(),
            it -> it.account().code().value(),
            it -> it.debitMinor().longValueExact(),
            it -> it.creditMinor().longValueExact(),
            it -> it.normalBalanceMinor().longValueExact())
        .containsExactly(
            tuple("JPY", "1000", 50L, 0L, 50L),
            tuple("JPY", "1010", 0L, 0L, 0L),
            tuple("JPY", "1020", 0L, 0L, 0L),
            tuple("JPY", "1030", 0L, 0L, 0L),
            tuple("JPY", "1100", 0L, 0L, 0L),
            tuple("JPY", "1200", 0L, 0L, 0L),
            tuple("JPY", "1300", 20L, 20L, 0L),
            tuple("JPY", "1400", 0L, 0L, 0L),
            tuple("JPY", "1500", 0L, 0L, 0L),
            tuple("JPY", "1510", 0L, 0L, 0L),
            tuple("JPY", "2100", 0L, 30L, 30L),
            tuple("JPY", "2200", 0L, 0L, 0L),
            tuple("JPY", "2300", 0L, 0L, 0L),
            tuple("JPY", "4100", 0L, 0L, 0L),
            tuple("JPY", "4200", 0L, 20L, 20L),
            tuple("JPY", "4300", 0L, 0L, 0L),
            tuple("JPY", "4400", 0L, 0L, 0L),
            tuple("JPY", "4500", 0L, 0L, 0L),
            tuple("JPY", "4600", 0L, 0L, 0L),
            tuple("JPY", "5100", 0L, 0L, 0L),
            tuple("JPY", "5200", 0L, 0L, 0L),
            tuple("JPY", "5300", 0L, 0L, 0L),
            tuple("JPY", "5400", 0L, 0L, 0L),
            tuple("JPY", "5500", 0L, 0L, 0L),
            tuple("JPY", "5900", 0L, 0L, 0L),
            tuple("JPY", "5910", 0L, 0L, 0L),
            tuple("USD", "1000", 0L, 0L, 0L),
            tuple("USD", "1010", 0L, 1_000L, -1_000L),
            tuple("USD", "1020", 0L, 0L, 0L),
            tuple("USD", "1030", 0L, 0L, 0L),
            tuple("USD", "1100", 1_000L, 0L, 1_000L),
            tuple("USD", "1200", 0L, 0L, 0L),
            tuple("USD", "1300", 0L, 0L, 0L),
            tuple("USD", "1400", 0L, 0L, 0L),
            tuple("USD", "1500", 0L, 0L, 0L),
            tuple("USD", "1510", 0L, 0L, 0L),
            tuple("USD", "2100", 0L, 0L, 0L),
            tuple("USD", "2200", 0L, 0L, 0L),
            tuple("USD", "2300", 0L, 0L, 0L),
            tuple("USD", "4100", 0L, 0L, 0L),
            tuple("USD", "4200", 0L, 0L, 0L),
            tuple("USD", "4300", 0L, 0L, 0L),
            tuple("USD", "4400", 0L, 0L, 0L),
            tuple("USD", "4500", 0L, 0L, 0L),
            tuple("USD", "4600", 0L, 0L, 0L),
            tuple("USD", "5100", 0L, 0L, 0L),
            tuple("USD", "5200", 0L, 0L, 0L),
            tuple("USD", "5300", 0L, 0L, 0L),
            tuple("USD", "5400", 0L, 0L, 0L),
            tuple("USD", "5500", 0L, 0L, 0L),
            tuple("USD", "5900", 0L, 0L, 0L),
            tuple("USD", "5910", 0L, 0L, 0L));
    assertThat(trialBalance("acme", MAY.minusDays(1)))
        .extracting(it -> it.currency().getCurrencyCode())
        .containsOnly("USD");
    assertThat(trialBalance("other", MAY)).isEmpty();
  }

  @Test
  void account_totals_may_exceed_64_bits() {
    BigInteger booked = BigInteger.ZERO;
    for (int loans = 0; loans < 100; loans++) {
      LoanId loan = lender.open("USD", APRIL);
      for (int times = 0; times < 99; times++) {
        lender.fee(loan, 1_000_000_000_000_000L, APRIL);
        booked = booked.add(minor(1_000_000_000_000_000L));
      }
    }
    projections.catchUp();

    assertThat(booked).isGreaterThan(minor(Long.MAX_VALUE));
    assertThat(account(ChartOfAccounts.FEES_RECEIVABLE, APRIL).debitMinor()).isEqualTo(booked);
  }
}
