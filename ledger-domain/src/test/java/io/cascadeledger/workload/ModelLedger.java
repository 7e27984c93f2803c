package io.cascadeledger.workload;

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
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.workload.ModelLoan.Part;
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
 * before it takes the first, remembers entries instead of balances, and shares no arithmetic with
 * the domain. Its amounts are far too small to fill a loan, so it knows no largest balance.
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
      case PostDisbursement it -> {
        ModelLoan loan = loans.get(it.loan());
        BigInteger minor = big(it.amount().minorUnits());
        reasons.ofAmount(minor).ofDate(it.effectiveDate(), it.time());
        loan.objectToMovement(reasons, it.effectiveDate(), it.amount().currency(), it.borrowerId());
        loan.objectToDisbursement(reasons, minor);
        yield unless(
            reasons,
            () -> loan.add(it.entryId(), it.effectiveDate(), Map.of(Part.PRINCIPAL, minor)));
      }
      case AssessFee it -> {
        ModelLoan loan = loans.get(it.loan());
        BigInteger minor = big(it.amount().minorUnits());
        reasons.ofAmount(minor).ofDate(it.effectiveDate(), it.time());
        loan.objectToMovement(reasons, it.effectiveDate(), it.amount().currency(), null);
        yield unless(
            reasons, () -> loan.add(it.entryId(), it.effectiveDate(), Map.of(Part.FEES, minor)));
      }
      case PostPayment it -> {
        ModelLoan loan = loans.get(it.loan());
        BigInteger minor = big(it.amount().minorUnits());
        reasons.ofAmount(minor).ofDate(it.effectiveDate(), it.time());
        loan.objectToMovement(reasons, it.effectiveDate(), it.amount().currency(), it.borrowerId());
        yield unless(reasons, () -> loan.add(it.entryId(), it.effectiveDate(), loan.split(minor)));
      }
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
        yield unless(reasons, loan::close);
      }
      case PostAccrualBatch it -> post(it);
      case ReverseAccrualBatch it -> reverse(it);
      default -> throw new IllegalArgumentException("no model of " + command);
    };
  }

  private static SortedMap<Integer, RefusalCode> unless(Reasons reasons, Runnable change) {
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
            UUID entry = partOf(batch.entryId(), item.loan());
            Map<Part, BigInteger> change = Map.of(Part.INTEREST, big(item.interestMinor()));
            loans.get(item.loan()).add(entry, batch.accrualDate(), change);
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
        loan.objectToMovement(reasons, batch.accrualDate(), currency, null);
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

  private static UUID partOf(UUID batchEntry, LoanId loan) {
    String both = batchEntry + "/" + loan.value();
    return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.US_ASCII));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
