package io.cascadeledger.workload;

import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.workload.Asked.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A loan as a clerk would keep it on paper: a list of what was asked, worked out from the beginning
 * whenever one asks.
 */
final class ModelLoan {
  final OpenLoan opening;

  /** What was asked, in the order of arrival, by its entry. */
  final Map<UUID, Asked> asked = new LinkedHashMap<>();

  /** The entries that correct others, with their dates. */
  final Map<UUID, LocalDate> corrections = new HashMap<>();

  final ModelPending pending = new ModelPending();
  private final Set<UUID> reversed = new HashSet<>();
  ModelBook book = ModelBook.of(List.of());
  boolean closed;

  ModelLoan(OpenLoan opening) {
    this.opening = opening;
  }

  void add(Asked more) {
    asked.put(more.entry(), more);
    book = ModelBook.of(history());
  }

  void reverse(UUID entry, UUID reversal, LocalDate date) {
    reversed.add(entry);
    corrections.put(reversal, date);
    closed = false;
    book = ModelBook.of(history());
  }

  /** What was asked and not undone. */
  private List<Asked> history() {
    return asked.values().stream().filter(it -> !reversed.contains(it.entry())).toList();
  }

  private ModelBook with(Asked more) {
    List<Asked> longer = new ArrayList<>(history());
    longer.add(more);
    return ModelBook.of(longer);
  }

  private ModelBook without(UUID entry) {
    return ModelBook.of(history().stream().filter(it -> !it.entry().equals(entry)).toList());
  }

  /** The entry of a payment that counts. */
  Optional<UUID> payment(UUID id) {
    return counting(id, Kind.PAYMENT).map(Asked::entry);
  }

  private Optional<Asked> counting(UUID id, Kind kind) {
    return history().stream().filter(it -> it.kind() == kind && it.id().equals(id)).findFirst();
  }

  /** What of a charge has not been reduced, or of a payment has not been charged back. */
  private long left(Asked whole) {
    long used = history().stream().filter(it -> it.restsOn(whole)).mapToLong(Asked::minor).sum();
    return whole.minor() - used;
  }

  void objectTo(Reasons reasons, Asked more) {
    reasons.when(closed, RefusalCode.LOAN_CLOSED);
    if (more.kind() != Kind.REFUND && more.kind() != Kind.RECOVERY) {
      objectToExit(reasons, book, more.leaves() ? LocalDate.MAX : more.date());
    }
    reasons
        .when(
            more.currency() != null && !more.currency().equals(opening.currency()),
            RefusalCode.CURRENCY_MISMATCH)
        .when(
            more.borrower() != null && !more.borrower().equals(opening.borrowerId()),
            RefusalCode.BORROWER_MISMATCH)
        .when(more.date().isBefore(opening.openedOn()), RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING);
    objectByKind(reasons, more);
    if (reasons.first().isEmpty()) {
      objectToEffect(reasons, more, with(more));
    }
  }

  private static void objectToExit(Reasons reasons, ModelBook book, LocalDate date) {
    boolean gone = book.goneOn(date);
    reasons
        .when(gone && book.exit() == Kind.SALE, RefusalCode.LOAN_SOLD)
        .when(gone && book.exit() != Kind.SALE, RefusalCode.LOAN_LOST);
  }

  private void objectByKind(Reasons reasons, Asked more) {
    switch (more.kind()) {
      case DISBURSEMENT -> objectToDisbursement(reasons, more.minor());
      case PAYMENT, APPLICATION, WAIVER -> {
        if (more.subject() != null) {
          objectToCharge(reasons, more);
        }
      }
      case CHARGEBACK -> {
        Optional<Asked> payment = counting(more.subject(), Kind.PAYMENT);
        objectToPayment(reasons, more.subject());
        payment.ifPresent(it -> objectToUse(reasons, more, it, RefusalCode.EXCEEDS_PAYMENT));
      }
      case RECOVERY -> {
        boolean isLost = book.goneOn(more.date()) && book.exit() != Kind.SALE;
        reasons
            .when(!isLost, RefusalCode.LOAN_NOT_LOST)
            .when(more.minor() > book.lost(), RefusalCode.EXCEEDS_LOSS);
      }
      default -> {
        // What it does says whether it may be done.
      }
    }
    if (more.kind() == Kind.APPLICATION || more.kind() == Kind.REFUND) {
      reasons.when(more.minor() > book.kept(), RefusalCode.EXCEEDS_SUSPENSE);
    }
  }

  /** A payment that is needed counts. */
  void objectToPayment(Reasons reasons, UUID id) {
    boolean counts = payment(id).isPresent();
    reasons
        .when(!counts && !pending.isOpen(id), RefusalCode.PAYMENT_NOT_FOUND)
        .when(!counts && pending.isOpen(id), RefusalCode.PAYMENT_PENDING);
  }

  private void objectToDisbursement(Reasons reasons, long minor) {
    if (opening.terms() != null) {
      long left = opening.terms().principalMinor() - book.disbursed();
      reasons.when(minor > left, RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL);
    }
  }

  private void objectToCharge(Reasons reasons, Asked more) {
    Optional<Asked> charge = counting(more.subject(), Kind.CHARGE);
    reasons.when(charge.isEmpty(), RefusalCode.CHARGE_NOT_FOUND);
    if (more.kind() == Kind.WAIVER) {
      charge.ifPresent(it -> objectToUse(reasons, more, it, RefusalCode.EXCEEDS_CHARGE));
    }
  }

  private void objectToUse(Reasons reasons, Asked more, Asked whole, RefusalCode tooMuch) {
    reasons
        .when(more.date().isBefore(whole.date()), RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY)
        .when(more.minor() > left(whole), tooMuch);
  }

  private static void objectToEffect(Reasons reasons, Asked more, ModelBook then) {
    Map<Part, Long> effect = then.effects().get(more.entry());
    boolean mustBeOwed = more.kind() == Kind.WAIVER || more.split() != null;
    Map<Part, Long> wanted =
        more.split() != null
            ? more.split()
            : more.part() == null ? Map.of() : Map.of(more.part(), more.minor());
    wanted.forEach(
        (part, minor) -> {
          boolean paid = Math.abs(effect.getOrDefault(part, 0L)) == minor;
          reasons.when(mustBeOwed && !paid, RefusalCode.EXCEEDS_OWED);
        });
    boolean nothing = effect.isEmpty() && (more.leaves() || more.kind() == Kind.APPLICATION);
    reasons
        .when(nothing, RefusalCode.NOTHING_OWED)
        .when(then.isOverdrawn(), RefusalCode.BALANCE_WOULD_BE_NEGATIVE);
  }

  /** Even if it is owed nothing by now, because of what was put before the sale. */
  private static boolean isSoldForMoney(Asked it) {
    return it.kind() == Kind.SALE && it.minor() > 0;
  }

  void objectToClosing(Reasons reasons, LocalDate date) {
    boolean settled = book.owed() == 0 && book.kept() == 0;
    reasons
        .when(closed, RefusalCode.LOAN_CLOSED)
        .when(date.isBefore(opening.openedOn()), RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING)
        .when(!settled, RefusalCode.LOAN_NOT_SETTLED)
        .when(pending.open() > 0, RefusalCode.LOAN_HAS_PENDING_PAYMENTS);
  }

  void objectToReversal(Reasons reasons, UUID entry, LocalDate date) {
    if (pending.objectToReversal(reasons, entry, date)) {
      return;
    }
    Asked undone = asked.get(entry);
    LocalDate counted = undone == null ? corrections.get(entry) : undone.date();
    if (counted == null) {
      reasons.when(true, RefusalCode.JOURNAL_ENTRY_NOT_FOUND);
      return;
    }
    reasons
        .when(reversed.contains(entry), RefusalCode.ENTRY_ALREADY_REVERSED)
        .when(date.isBefore(counted), RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY);
    if (undone == null) {
      reasons.when(true, RefusalCode.REVERSAL_NOT_REVERSIBLE);
    } else if (!reversed.contains(entry)) {
      boolean nothing = book.effects().get(entry).isEmpty() && undone.kind() != Kind.RECOVERY;
      reasons
          .when(nothing && !isSoldForMoney(undone), RefusalCode.REVERSAL_NOT_REVERSIBLE)
          .when(
              left(undone) < undone.minor() || without(entry).isOverdrawn(),
              RefusalCode.BALANCE_WOULD_BE_NEGATIVE);
    }
  }

  /** A fee that comes with the return of a payment counts after the payment was taken out. */
  void objectToFeeOfReturn(Reasons reasons, Asked fee, UUID payment) {
    objectToExit(reasons, book, fee.date());
    reasons
        .when(!fee.currency().equals(opening.currency()), RefusalCode.CURRENCY_MISMATCH)
        .when(fee.date().isBefore(opening.openedOn()), RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING);
    if (reasons.first().isEmpty() && payment != null) {
      objectToExit(reasons, without(payment), fee.date());
      List<Asked> then =
          new ArrayList<>(history().stream().filter(it -> !it.entry().equals(payment)).toList());
      then.add(fee);
      reasons.when(ModelBook.of(then).isOverdrawn(), RefusalCode.BALANCE_WOULD_BE_NEGATIVE);
    }
  }
}
