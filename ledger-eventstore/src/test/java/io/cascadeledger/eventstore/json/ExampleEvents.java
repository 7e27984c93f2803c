package io.cascadeledger.eventstore.json;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.DISBURSEMENT_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.FEE_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One event of each type, with nothing left out: the life of a loan, an account, a claim. */
final class ExampleEvents {

  static final LoanId LOAN = new LoanId("acme", id(0x10a4));
  private static final AccrualBatchId BATCH = new AccrualBatchId("acme", id(0xba7c4));
  private static final UUID BATCH_ENTRY = id(0xe0);
  static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  static final Instant POSTED_AT = Instant.parse("2026-04-02T09:30:15.123456Z");
  static final Metadata NOTES = Metadata.of(Map.of("case", "C-17", "branch", "Zürich"));

  private static final JournalEntry FEE_ENTRY =
      entry(
          3,
          EntryType.FEE_ASSESSED,
          Lines.builder().debit(FEES_RECEIVABLE, usd(500)).credit(FEE_INCOME, usd(500)).build());

  private static final LoanTerms ALL_TERMS =
      ExampleTerms.terms(
          ExampleTerms.SERVICING, AllocationPolicy.DEFAULT, ExampleTerms.EARLIER_PRODUCT);

  /** All of them, in the order in which they could happen. */
  static final List<LedgerEvent> ALL =
      Stream.concat(
              Stream.of(
                  opened(
                      ExampleTerms.terms(
                          ExampleTerms.CHARGED, AllocationPolicy.DEFAULT, ExampleTerms.PRODUCT)),
                  disbursed(),
                  feeAssessed(LocalDate.of(2026, 4, 15), ExampleTerms.AGREED),
                  interestAccrued(),
                  paid(
                      PaymentKind.PAYOFF,
                      new PaymentTarget.Split(new Allocation(500, 10_000, 78_349, 0))),
                  reversed(),
                  new LoanClosed(LOAN, "Settled early.", DAY, POSTED_AT),
                  batchPosted(),
                  batchReversed()),
              Stream.of(
                      ExampleMovements.all(),
                      ExampleTerms.events(),
                      ExampleProducts.events(),
                      ExampleBooks.all(),
                      ExamplePeriods.all(),
                      ExampleAccounts.all(),
                      ExampleClaims.all())
                  .flatMap(events -> events))
          .toList();

  /** What the files of earlier revisions say. */
  static final Map<String, LedgerEvent> EARLIER =
      Map.ofEntries(
          Map.entry("loan_opened.1", opened(ExampleTerms.terms(null, null, null))),
          Map.entry("loan_opened.2", opened(ALL_TERMS)),
          Map.entry("fee_assessed.1", feeAssessed(null, null)),
          Map.entry("fee_assessed.2", feeAssessed(LocalDate.of(2026, 4, 15), null)),
          Map.entry("penalty_assessed.1", ExampleMovements.penalty(null)),
          Map.entry("terms_changed.1", ExampleTerms.changed(null, null)),
          Map.entry("terms_changed.2", ExampleTerms.changed(ExampleTerms.REAGE, null)),
          Map.entry("payment_posted.1", paid(null, null)),
          Map.entry("books_settings_changed.1", ExampleBooks.settled(null)),
          Map.entry(
              "loan_opened.3",
              opened(
                  ExampleTerms.terms(
                      ExampleTerms.CHARGED,
                      AllocationPolicy.DEFAULT,
                      ExampleTerms.EARLIER_PRODUCT))),
          Map.entry("loan_product_defined.1", ExampleProducts.defined(null)),
          Map.entry("loan_product_revised.1", ExampleProducts.revised(null)));

  private ExampleEvents() {}

  private static LoanOpened opened(LoanTerms terms) {
    return new LoanOpened(
        LOAN, id(0xb0), Currency.getInstance("USD"), "consumer", terms, NOTES, DAY, POSTED_AT);
  }

  private static DisbursementPosted disbursed() {
    Lines lines =
        Lines.builder()
            .debit(PRINCIPAL_RECEIVABLE, usd(1_000_000))
            .credit(DISBURSEMENT_CLEARING, usd(1_000_000))
            .build();
    return new DisbursementPosted(
        LOAN,
        id(0xd1),
        usd(1_000_000),
        "ach",
        "acct-4711",
        NOTES,
        entry(2, EntryType.DISBURSEMENT, lines),
        POSTED_AT);
  }

  private static FeeAssessed feeAssessed(LocalDate dueDate, ChargeBasis basis) {
    return new FeeAssessed(
        LOAN,
        id(0xf1),
        usd(500),
        "late_payment",
        "Late in March.",
        dueDate,
        basis,
        NOTES,
        FEE_ENTRY,
        POSTED_AT);
  }

  private static InterestAccrued interestAccrued() {
    Lines lines =
        Lines.builder()
            .debit(INTEREST_RECEIVABLE, usd(10_000))
            .credit(INTEREST_INCOME, usd(10_000))
            .build();
    return new InterestAccrued(
        LOAN,
        BATCH.value(),
        BATCH_ENTRY,
        usd(10_000),
        usd(1_000_000),
        entry(4, EntryType.ACCRUAL, lines),
        POSTED_AT);
  }

  private static PaymentPosted paid(PaymentKind kind, PaymentTarget target) {
    Lines lines =
        Lines.builder()
            .debit(CASH_CLEARING, usd(88_849))
            .credit(FEES_RECEIVABLE, usd(500))
            .credit(INTEREST_RECEIVABLE, usd(10_000))
            .credit(PRINCIPAL_RECEIVABLE, usd(78_349))
            .build();
    return new PaymentPosted(
        LOAN,
        id(0xa1),
        usd(88_849),
        "ach",
        "bank-ref-1",
        kind,
        target,
        new Allocation(500, 10_000, 78_349, 0),
        NOTES,
        entry(5, EntryType.PAYMENT_RECEIVED, lines),
        POSTED_AT);
  }

  private static EntryReversed reversed() {
    return new EntryReversed(
        LOAN,
        FEE_ENTRY.id(),
        BATCH_ENTRY,
        "error_correction",
        "Charged by mistake.",
        NOTES,
        FEE_ENTRY.reversal(id(6), DAY),
        POSTED_AT);
  }

  private static AccrualBatchPosted batchPosted() {
    return new AccrualBatchPosted(
        BATCH,
        BATCH_ENTRY,
        "consumer",
        DayCountConvention.THIRTY_360,
        Currency.getInstance("USD"),
        25_000,
        List.of(LOAN.value(), id(0x10a5)),
        DAY,
        POSTED_AT);
  }

  private static AccrualBatchReversed batchReversed() {
    return new AccrualBatchReversed(
        BATCH,
        BATCH_ENTRY,
        id(0xe1),
        "error_correction",
        "Computed with last year's rate.",
        NOTES,
        DAY,
        POSTED_AT);
  }

  static JournalEntry entry(int number, EntryType type, Lines lines) {
    return new JournalEntry(id(number), type, DAY, lines);
  }

  static Money usd(long minorUnits) {
    return Money.ofMinor(minorUnits, "USD");
  }

  static UUID id(long number) {
    return new UUID(0x0190_c1a0_0000_7000L, 0x8000_0000_0000_0000L | number);
  }
}
