package io.cascadeledger.eventstore.json;

import io.cascadeledger.accrual.AccrualBatch;
import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.bank.BankStatement;
import io.cascadeledger.bank.BankStatementImported;
import io.cascadeledger.journal.chart.AccountChanged;
import io.cascadeledger.journal.chart.AccountClosed;
import io.cascadeledger.journal.chart.AccountOpened;
import io.cascadeledger.journal.chart.AccountReopened;
import io.cascadeledger.journal.chart.ChartLoaded;
import io.cascadeledger.journal.chart.TenantChart;
import io.cascadeledger.journal.manual.ManualEntry;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryRejected;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.period.AccountingPeriods;
import io.cascadeledger.journal.period.PeriodChangeRejected;
import io.cascadeledger.journal.period.PeriodChangeRequested;
import io.cascadeledger.journal.period.PeriodClosed;
import io.cascadeledger.journal.period.PeriodReopened;
import io.cascadeledger.journal.period.PeriodSnapshotTaken;
import io.cascadeledger.journal.settings.BooksSettings;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.DelinquencyPauseEnded;
import io.cascadeledger.loan.event.DelinquencyPaused;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.TermsChanged;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.product.LoanProduct;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.LoanProductRetired;
import io.cascadeledger.product.LoanProductRevised;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * The stored name and revision of each event and snapshot. Names are ours and never change; a
 * revision changes when the stored shape does. Older revisions in which parts are only missing are
 * read as they are, and what is missing is null or zero; what stood elsewhere in them, {@link
 * EarlierRevisions} moves.
 */
public final class EventTypes {

  private static final List<EventType> TYPES =
      List.of(
          // 2: how the ledger services the loan, in the terms. 3: charges and a down payment there;
          // the waterfall and the product are parts of the terms, also of a loan that the lender
          // services. 4: to which accounts the product has its loans booked.
          new EventType("loan_opened", 4, 1, LoanOpened.class),
          new EventType("disbursement_posted", 1, DisbursementPosted.class),
          // 2: when the fee falls due. 3: what it follows from.
          new EventType("fee_assessed", 3, 1, FeeAssessed.class),
          // 2: what it follows from.
          new EventType("penalty_assessed", 2, 1, PenaltyAssessed.class),
          new EventType("interest_accrued", 1, InterestAccrued.class),
          new EventType("interest_earned", 1, InterestEarned.class),
          // 2: the kind, the target, and the part of penalties.
          new EventType("payment_posted", 2, 1, PaymentPosted.class),
          new EventType("payment_pended", 1, PaymentPended.class),
          new EventType("payment_settled", 1, PaymentSettled.class),
          new EventType("payment_voided", 1, PaymentVoided.class),
          new EventType("suspense_applied", 1, SuspenseApplied.class),
          new EventType("credit_refunded", 1, CreditRefunded.class),
          new EventType("chargeback_posted", 1, ChargebackPosted.class),
          new EventType("waiver_granted", 1, WaiverGranted.class),
          new EventType("charge_adjusted", 1, ChargeAdjusted.class),
          new EventType("balance_adjusted", 1, BalanceAdjusted.class),
          new EventType("loan_charged_off", 1, LoanChargedOff.class),
          new EventType("loan_written_off", 1, LoanWrittenOff.class),
          new EventType("recovery_posted", 1, RecoveryPosted.class),
          new EventType("loan_sold", 1, LoanSold.class),
          new EventType("entry_reversed", 1, EntryReversed.class),
          new EventType("entry_restated", 1, EntryRestated.class),
          // 2: re-ageing. 3: new instalments of the lender.
          new EventType("terms_changed", 3, 1, TermsChanged.class),
          new EventType("delinquency_paused", 1, DelinquencyPaused.class),
          new EventType("delinquency_pause_ended", 1, DelinquencyPauseEnded.class),
          new EventType("instalment_fell_due", 1, InstalmentFellDue.class),
          new EventType("delinquency_changed", 1, DelinquencyChanged.class),
          new EventType("loan_closed", 1, LoanClosed.class),
          new EventType("accrual_batch_posted", 1, AccrualBatchPosted.class),
          new EventType("accrual_batch_reversed", 1, AccrualBatchReversed.class),
          // 2: to which accounts its loans are booked.
          new EventType("loan_product_defined", 2, 1, LoanProductDefined.class),
          new EventType("loan_product_revised", 2, 1, LoanProductRevised.class),
          new EventType("loan_product_retired", 1, LoanProductRetired.class),
          // 2: the layer of the books.
          new EventType("manual_entry_drafted", 2, 1, ManualEntryDrafted.class),
          new EventType("manual_entry_posted", 2, 1, ManualEntryPosted.class),
          new EventType("manual_entry_rejected", 1, ManualEntryRejected.class),
          new EventType("manual_entry_reversed", 2, 1, ManualEntryReversed.class),
          // 2: what holds for accounting periods.
          new EventType("books_settings_changed", 2, 1, BooksSettingsChanged.class),
          new EventType("period_change_requested", 1, PeriodChangeRequested.class),
          new EventType("period_change_rejected", 1, PeriodChangeRejected.class),
          new EventType("period_closed", 1, PeriodClosed.class),
          new EventType("period_reopened", 1, PeriodReopened.class),
          // 2: who has signed it.
          new EventType("period_snapshot_taken", 2, 1, PeriodSnapshotTaken.class),
          new EventType("chart_loaded", 1, ChartLoaded.class),
          new EventType("account_opened", 1, AccountOpened.class),
          new EventType("account_changed", 1, AccountChanged.class),
          new EventType("account_closed", 1, AccountClosed.class),
          new EventType("account_reopened", 1, AccountReopened.class),
          new EventType("bank_statement_imported", 1, BankStatementImported.class));

  /** Of a snapshot only today's revision is read: the events say the same. */
  private static final List<EventType> SNAPSHOTS =
      List.of(
          new EventType("loan_snapshot", 5, Loan.class),
          new EventType("accrual_batch_snapshot", 1, AccrualBatch.class),
          new EventType("loan_product_snapshot", 1, LoanProduct.class),
          new EventType("journal_entry_snapshot", 2, ManualEntry.class),
          new EventType("books_settings_snapshot", 1, BooksSettings.class),
          new EventType("accounting_periods_snapshot", 1, AccountingPeriods.class),
          new EventType("chart_of_accounts_snapshot", 1, TenantChart.class),
          new EventType("bank_statement_snapshot", 1, BankStatement.class));

  private static final Map<String, EventType> TYPE_BY_NAME = new HashMap<>();
  private static final Map<Class<?>, SerializedType> TYPE_BY_CLASS = new HashMap<>();

  static {
    events().forEach(EventTypes::register);
    snapshots().forEach(EventTypes::register);
  }

  private EventTypes() {}

  /**
   * One stored type.
   *
   * @param name its stored name
   * @param revision the revision that is written today
   * @param oldest the oldest revision that is read
   * @param type the class it is read into
   */
  public record EventType(String name, int revision, int oldest, Class<?> type) {

    EventType(String name, int revision, Class<?> type) {
      this(name, revision, revision, type);
    }

    private boolean isRead(String stored) {
      return IntStream.rangeClosed(oldest, revision)
          .anyMatch(known -> Integer.toString(known).equals(stored));
    }
  }

  private static void register(EventType type) {
    TYPE_BY_NAME.put(type.name(), type);
    TYPE_BY_CLASS.put(
        type.type(), new SimpleSerializedType(type.name(), Integer.toString(type.revision())));
  }

  /** The types of events. */
  public static List<EventType> events() {
    return Stream.concat(TYPES.stream(), AccountTypes.EVENTS.stream()).toList();
  }

  private static List<EventType> snapshots() {
    return Stream.concat(SNAPSHOTS.stream(), AccountTypes.SNAPSHOTS.stream()).toList();
  }

  /**
   * The stored type of a class.
   *
   * @throws IllegalArgumentException if the class has no stored name
   */
  static SerializedType typeOf(Class<?> type) {
    SerializedType stored = TYPE_BY_CLASS.get(type);
    if (stored == null) {
      throw new IllegalArgumentException(type + " has no stored name");
    }
    return stored;
  }

  /**
   * The class that is stored under a name today.
   *
   * @throws IllegalArgumentException if none is, or if the revision is one that nobody reads: that
   *     of a newer release
   */
  static Class<?> classOf(String name, String revision) {
    EventType type = TYPE_BY_NAME.get(name);
    if (type == null) {
      throw new IllegalArgumentException("there is no event named '" + name + "'");
    }
    if (!type.isRead(revision)) {
      throw new IllegalArgumentException(
          "revision %s of the event '%s' is unknown here".formatted(revision, name));
    }
    return type.type();
  }

  /**
   * The snapshot type of a type of stream.
   *
   * @param streamType the type of stream, such as {@code loan}
   * @throws IllegalArgumentException if streams of that type are not snapshotted
   */
  public static EventType snapshotOf(String streamType) {
    return snapshots().stream()
        .filter(type -> type.name().equals(streamType + "_snapshot"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no snapshots are taken of " + streamType));
  }
}
