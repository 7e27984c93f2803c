package io.cascadeledger.workload;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.PostAccrualBatch;
import io.cascadeledger.accrual.ReverseAccrualBatch;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.ReturnPayment;
import io.cascadeledger.loan.payment.SettlePayment;
import io.cascadeledger.loan.payment.VoidPayment;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.time.PostingTime;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A second opinion on what the ledger must answer. It collects every reason against a command
 * before it takes the first, remembers what was asked instead of balances, and shares no arithmetic
 * with the domain. Its amounts are far too small to fill a loan, so it knows no largest balance.
 */
final class ModelLedger {
  /** The place of the answer to a command as a whole; items of a batch are counted from 0. */
  private static final int WHOLE = -1;

  final Map<LoanId, ModelLoan> loans = new LinkedHashMap<>();
  final Map<AccrualBatchId, PostAccrualBatch> batches = new LinkedHashMap<>();
  private final Set<AccrualBatchId> reversedBatches = new HashSet<>();

  /** The reasons for a refusal by their places; none if accepted, and then the model changes. */
  SortedMap<Integer, RefusalCode> answer(Object command) {
    Reasons reasons = new Reasons();
    return switch (command) {
      case OpenLoan it -> unless(reasons, () -> loans.put(it.loan(), new ModelLoan(it)));
      case ReverseEntry it -> {
        ModelLoan loan = loans.get(it.loan());
        reasons.ofDate(it.effectiveDate(), it.time());
        loan.objectToReversal(reasons, it.reversedEntryId(), it.effectiveDate());
        yield unless(
            reasons, () -> loan.reverse(it.reversedEntryId(), it.entryId(), it.effectiveDate()));
      }
      case CloseLoan it -> {
        ModelLoan loan = loans.get(it.loan());
        reasons.ofDate(it.effectiveDate(), it.time());
        loan.objectToClosing(reasons, it.effectiveDate());
        yield unless(reasons, () -> loan.closed = true);
      }
      case ReturnPayment it -> giveBack(it);
      case PostPayment it when it.layer() == Layer.PENDING ->
          PendingAnswers.pend(loans.get(it.loan()), it);
      case SettlePayment it -> PendingAnswers.settle(loans.get(it.loan()), it);
      case VoidPayment it -> PendingAnswers.voided(loans.get(it.loan()), it);
      case PostAccrualBatch it -> post(it);
      case ReverseAccrualBatch it -> reverse(it);
      case LoanCommand it -> {
        ModelLoan loan = loans.get(it.loan());
        Asked asked = Asked.of(it);
        objectToShape(reasons, asked, it.time());
        loan.objectTo(reasons, asked);
        yield unless(reasons, () -> loan.add(asked));
      }
      default -> throw new IllegalArgumentException("no model of " + command);
    };
  }

  static void objectToShape(Reasons reasons, Asked asked, PostingTime time) {
    reasons.ofDate(asked.date(), time);
    switch (asked.kind()) {
      case CHARGE_OFF, WRITE_OFF -> {
        // It has no amount.
      }
      case SALE -> reasons.ofPrice(big(asked.minor()));
      case ADJUSTMENT -> reasons.ofAmount(big(asked.minor()).abs());
      default -> reasons.ofAmount(big(asked.minor()));
    }
    if (asked.split() != null) {
      long sum = asked.split().values().stream().mapToLong(Long::longValue).sum();
      reasons.when(sum != asked.minor(), RefusalCode.SPLIT_DOES_NOT_SUM);
    }
  }

  private SortedMap<Integer, RefusalCode> giveBack(ReturnPayment it) {
    ModelLoan loan = loans.get(it.loan());
    Reasons reasons = new Reasons().ofDate(it.effectiveDate(), it.time());
    UUID payment = loan.payment(it.paymentId()).orElse(null);
    loan.objectToPayment(reasons, it.paymentId());
    if (payment != null) {
      loan.objectToReversal(reasons, payment, it.effectiveDate());
    }
    Asked fee = it.fee() == null ? null : Asked.of(feeOf(it));
    if (fee != null) {
      reasons.ofAmount(big(fee.minor()));
      loan.objectToFeeOfReturn(reasons, fee, payment);
    }
    return unless(
        reasons,
        () -> {
          loan.reverse(payment, it.reversalId(), it.effectiveDate());
          if (fee != null) {
            loan.add(fee);
          }
        });
  }

  private static AssessFee feeOf(ReturnPayment it) {
    return new AssessFee(
        it.loan(),
        it.feeId(),
        it.feeEntryId(),
        it.fee(),
        it.effectiveDate(),
        "returned_payment",
        null,
        null,
        it.metadata(),
        it.time());
  }

  static SortedMap<Integer, RefusalCode> unless(Reasons reasons, Runnable change) {
    SortedMap<Integer, RefusalCode> answer = new TreeMap<>();
    reasons.first().ifPresentOrElse(code -> answer.put(WHOLE, code), change);
    return answer;
  }

  private SortedMap<Integer, RefusalCode> post(PostAccrualBatch batch) {
    Reasons whole =
        new Reasons()
            .ofDate(batch.accrualDate(), batch.time())
            .when(batch.items().isEmpty(), RefusalCode.BATCH_EMPTY);
    SortedMap<Integer, RefusalCode> items = shapes(batch);
    if (items.isEmpty()) {
      items.putAll(objectionsOfLoans(batch));
    }
    return unless(
        whole,
        items,
        () -> {
          batches.put(batch.batch(), batch);
          for (PostAccrualBatch.Item item : batch.items()) {
            loans.get(item.loan()).add(interest(batch, item));
          }
        });
  }

  private static SortedMap<Integer, RefusalCode> shapes(PostAccrualBatch batch) {
    SortedMap<Integer, RefusalCode> refused = new TreeMap<>();
    Set<LoanId> named = new HashSet<>();
    for (int index = 0; index < batch.items().size(); index++) {
      int place = index;
      PostAccrualBatch.Item item = batch.items().get(index);
      new Reasons()
          .ofAmount(big(item.interestMinor()))
          .when(!named.add(item.loan()), RefusalCode.BATCH_LOAN_REPEATED)
          .first()
          .ifPresent(code -> refused.put(place, code));
    }
    return refused;
  }

  private SortedMap<Integer, RefusalCode> objectionsOfLoans(PostAccrualBatch batch) {
    SortedMap<Integer, RefusalCode> refused = new TreeMap<>();
    Currency currency = null;
    for (int index = 0; index < batch.items().size(); index++) {
      int place = index;
      Reasons reasons = new Reasons();
      ModelLoan loan = loans.get(batch.items().get(index).loan());
      if (loan == null) {
        reasons.when(true, RefusalCode.LOAN_NOT_FOUND);
      } else {
        currency = currency == null ? loan.opening.currency() : currency;
        reasons.when(!currency.equals(loan.opening.currency()), RefusalCode.CURRENCY_MISMATCH);
        loan.objectTo(reasons, interest(batch, batch.items().get(index)));
      }
      reasons.first().ifPresent(code -> refused.put(place, code));
    }
    return refused;
  }

  private SortedMap<Integer, RefusalCode> reverse(ReverseAccrualBatch it) {
    PostAccrualBatch batch = batches.get(it.batch());
    Reasons whole =
        new Reasons()
            .ofDate(it.effectiveDate(), it.time())
            .when(reversedBatches.contains(it.batch()), RefusalCode.ENTRY_ALREADY_REVERSED);
    SortedMap<Integer, RefusalCode> items = new TreeMap<>();
    for (int index = 0; index < batch.items().size(); index++) {
      int place = index;
      LoanId id = batch.items().get(index).loan();
      Reasons reasons = new Reasons();
      loans.get(id).objectToReversal(reasons, partOf(batch.entryId(), id), it.effectiveDate());
      reasons.first().ifPresent(code -> items.put(place, code));
    }
    return unless(
        whole,
        items,
        () -> {
          reversedBatches.add(it.batch());
          for (PostAccrualBatch.Item item : batch.items()) {
            UUID entry = partOf(batch.entryId(), item.loan());
            UUID reversal = partOf(it.entryId(), item.loan());
            loans.get(item.loan()).reverse(entry, reversal, it.effectiveDate());
          }
        });
  }

  /** What is wrong with a batch as a whole is answered alone, before what is wrong with items. */
  private static SortedMap<Integer, RefusalCode> unless(
      Reasons whole, SortedMap<Integer, RefusalCode> items, Runnable change) {
    boolean itemsRefused = !items.isEmpty();
    SortedMap<Integer, RefusalCode> answer =
        unless(whole.when(itemsRefused, RefusalCode.BATCH_REFUSED), change);
    if (answer.containsValue(RefusalCode.BATCH_REFUSED)) {
      answer.putAll(items);
    }
    return answer;
  }

  private static Asked interest(PostAccrualBatch batch, PostAccrualBatch.Item item) {
    return Asked.interest(
        partOf(batch.entryId(), item.loan()), batch.accrualDate(), item.interestMinor());
  }

  private static UUID partOf(UUID batchEntry, LoanId loan) {
    String both = batchEntry + "/" + loan.value();
    return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.US_ASCII));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
