package io.cascadeledger.account.state;

import io.cascadeledger.account.entry.EntryDigest;
import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.matching.EntryPlace;
import io.cascadeledger.matching.OpenEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How entries are remembered, and what they come to. */
final class EntryStates {

  /** What a fee is called whose type nobody gave. */
  private static final String FEE = "FEE";

  private EntryStates() {}

  /** What is remembered of an entry when it arrives. */
  static EntryState of(LedgerEntryPosted posted, long arrival) {
    LedgerEntry entry = posted.ledgerEntry();
    EntryEffect effect = posted.effect();
    boolean opens = entry.reference().equals(effect.reference());
    boolean pays = entry instanceof LedgerEntry.Payment;
    Instant createdAt = entry.createdAt() == null ? posted.postedAt() : entry.createdAt();
    return new EntryState(
        entry.reference(),
        EntryKind.of(entry),
        EntryDigest.of(entry),
        claim(entry),
        pays ? entry.target() : null,
        entry.productReference(),
        entry instanceof LedgerEntry.Fee fee ? fee.type() : null,
        dueDate(entry, posted.effectiveDate()),
        createdAt,
        arrival,
        opens ? effect.openMinor() : 0,
        pays ? -effect.openMinor() : 0,
        pays ? effect.unappliedMinor() : 0);
  }

  private static String claim(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Invoice invoice -> invoice.reference();
      case LedgerEntry.Fee fee -> fee.target();
      default -> null;
    };
  }

  /** What belongs to no invoice falls due on the day it counts, if nobody says when. */
  private static LocalDate dueDate(LedgerEntry entry, LocalDate effectiveDate) {
    return switch (entry) {
      case LedgerEntry.Invoice invoice -> invoice.dueDate();
      case LedgerEntry.Fee fee when fee.target() == null -> effectiveDate;
      case LedgerEntry.Adjustment debit when debit.target() == null && debit.amountMinor() > 0 ->
          debit.dueDate() == null ? effectiveDate : debit.dueDate();
      default -> null;
    };
  }

  static boolean isPayment(EntryState entry) {
    return entry.kind() == EntryKind.PAYMENT;
  }

  static KnownEntry known(EntryState entry) {
    return new KnownEntry(
        entry.reference(),
        entry.kind(),
        entry.digest(),
        entry.claim(),
        entry.target(),
        entry.product(),
        entry.dueDate(),
        entry.openMinor(),
        entry.paidMinor(),
        entry.unappliedMinor());
  }

  static String feeName(EntryState fee) {
    return fee.feeType() == null ? FEE : fee.feeType();
  }

  /**
   * An entry as it stands among those that are open.
   *
   * @param invoice the invoice of its claim; null if it belongs to none
   */
  static OpenEntry open(EntryState entry, EntryState invoice) {
    boolean linked = entry.isLinkedFee();
    EntryPlace place =
        linked ? invoice.place().ofFee(entry.createdAt(), entry.arrival()) : entry.place();
    return new OpenEntry(
        entry.reference(),
        place,
        entry.claim() != null,
        entry.kind() == EntryKind.FEE,
        entry.feeType(),
        linked && entry.product() == null ? invoice.product() : entry.product(),
        entry.openMinor());
  }

  /** What a claim comes to. */
  static ClaimFigures figures(ManagedClaim claim, EntryState invoice) {
    List<ClaimFee> fees =
        claim.feesMinor().entrySet().stream()
            .map(fee -> new ClaimFee(fee.getKey(), fee.getValue()))
            .toList();
    long totalFees = fees.stream().mapToLong(ClaimFee::amountMinor).sum();
    boolean paid = invoice.openMinor() == 0 && totalFees == 0;
    ClaimStatus status = ClaimStatus.ACTIVE;
    ResolutionReason resolution = null;
    if (claim.isResolvedByHand()) {
      status = ClaimStatus.RESOLVED;
      resolution = claim.told().resolution();
    } else if (paid) {
      status = ClaimStatus.RESOLVED;
      resolution = ResolutionReason.CLAIM_PAID;
    }
    return new ClaimFigures(
        invoice.openMinor(),
        totalFees,
        fees,
        invoice.dueDate(),
        status,
        resolution,
        claim.isResolvedByHand());
  }
}
