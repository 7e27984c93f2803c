package io.cascadeledger.eventstore;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.PostAccrualBatch;
import io.cascadeledger.accrual.ReverseAccrualBatch;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.suspense.ApplySuspense;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/** Commands of tests; their moments have more digits than the database keeps. */
public final class Commands {

  static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  public static final PostingTime TIME =
      new PostingTime(Instant.parse("2026-04-02T09:30:15.123456789Z"), DAY.plusDays(2));
  private static final Metadata NOTES = Metadata.of(Map.of("case", "C-17"));

  private Commands() {}

  public static LoanId newLoan() {
    return new LoanId("acme", UUID.randomUUID());
  }

  public static RequestKey key(String name) {
    return new RequestKey(name, name.repeat(4).getBytes(StandardCharsets.US_ASCII));
  }

  static OpenLoan open(LoanId loan) {
    return open(loan, 1_000_000_000L);
  }

  public static OpenLoan open(LoanId loan, long principalMinor) {
    return open(loan, new LoanTerms(principalMinor, null, null, null, null, null));
  }

  static OpenLoan open(LoanId loan, LoanTerms terms) {
    return new OpenLoan(
        loan, new UUID(0, 7), Currency.getInstance("USD"), null, terms, DAY, NOTES, TIME);
  }

  public static PostDisbursement disburse(LoanId loan, long minor) {
    return new PostDisbursement(
        loan,
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        usd(minor),
        DAY,
        "ach",
        null,
        NOTES,
        TIME);
  }

  public static AssessFee fee(LoanId loan, long minor) {
    return fee(loan, minor, UUID.randomUUID());
  }

  static AssessFee fee(LoanId loan, long minor, UUID entryId) {
    return new AssessFee(
        loan, UUID.randomUUID(), entryId, usd(minor), DAY, "late_payment", null, null, NOTES, TIME);
  }

  public static PostPayment pay(LoanId loan, long minor) {
    return pay(loan, minor, DAY);
  }

  static PostPayment pay(LoanId loan, long minor, LocalDate day) {
    return new PostPayment(
        loan,
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        usd(minor),
        day,
        "ach",
        null,
        PaymentKind.REGULAR,
        null,
        NOTES,
        TIME);
  }

  static ApplySuspense applySuspense(LoanId loan, long minor) {
    return new ApplySuspense(
        loan,
        UUID.randomUUID(),
        UUID.randomUUID(),
        usd(minor),
        DAY.plusDays(1),
        new PaymentTarget.OneComponent(Component.PRINCIPAL),
        NOTES,
        TIME);
  }

  static ReverseEntry reverse(LoanId loan, UUID entry) {
    return new ReverseEntry(
        loan, entry, UUID.randomUUID(), null, DAY, "error_correction", null, NOTES, TIME);
  }

  static CloseLoan close(LoanId loan) {
    return new CloseLoan(loan, DAY, null, TIME);
  }

  static PostAccrualBatch accrue(AccrualBatchId batch, LoanId... loans) {
    return new PostAccrualBatch(
        batch,
        batch.value(),
        "consumer",
        null,
        DAY,
        Arrays.stream(loans).map(loan -> new PostAccrualBatch.Item(loan, 1_000, 10)).toList(),
        TIME);
  }

  static ReverseAccrualBatch reverse(AccrualBatchId batch) {
    return new ReverseAccrualBatch(
        batch, UUID.randomUUID(), DAY, "error_correction", null, NOTES, TIME);
  }

  private static Money usd(long minor) {
    return Money.ofMinor(minor, "USD");
  }
}
