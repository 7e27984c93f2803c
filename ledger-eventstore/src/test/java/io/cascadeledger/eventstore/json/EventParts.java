package io.cascadeledger.eventstore.json;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.bank.BankStatementId;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.Map;
import java.util.TreeMap;

/** The parts of events whose stored form does not follow from their class. */
final class EventParts {

  /**
   * Which of several kinds it is stands in the member {@code type}, as {@link WaterfallJson} has
   * it, or in {@code kind}, as {@link AccountJson} has it.
   */
  static final Map<Class<?>, Map<String, Class<?>>> KINDS =
      Map.of(
          PaymentTarget.class,
          new TreeMap<>(
              Map.of(
                  "component", PaymentTarget.OneComponent.class,
                  "charge", PaymentTarget.OneCharge.class,
                  "split", PaymentTarget.Split.class)),
          AllocationRule.class,
          new TreeMap<>(
              Map.of(
                  "component_order", ComponentOrder.class,
                  "instalment_order", InstalmentOrder.class)),
          LedgerEntry.class,
          new TreeMap<>(
              Map.of(
                  "invoice", LedgerEntry.Invoice.class,
                  "fee", LedgerEntry.Fee.class,
                  "payment", LedgerEntry.Payment.class,
                  "adjustment", LedgerEntry.Adjustment.class,
                  "chargeback", LedgerEntry.Chargeback.class,
                  "discount", LedgerEntry.Discount.class,
                  "reporting", LedgerEntry.Reporting.class)));

  /** The identities that name streams, by the type of the stream. */
  static final Map<Class<?>, String> STREAMS =
      Map.of(
          AccountingPeriodsId.class, AccountingPeriodsId.STREAM_TYPE,
          LoanId.class, LoanId.STREAM_TYPE,
          AccrualBatchId.class, AccrualBatchId.STREAM_TYPE,
          ManualEntryId.class, ManualEntryId.STREAM_TYPE,
          ChartId.class, ChartId.STREAM_TYPE,
          BooksSettingsId.class, BooksSettingsId.STREAM_TYPE,
          BankStatementId.class, BankStatementId.STREAM_TYPE);

  private EventParts() {}
}
