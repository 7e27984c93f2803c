package io.cascadeledger.account.state;

import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.matching.OpenEntries;
import io.cascadeledger.matching.OpenEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The entries of an account, the claims that they make, and what is open. Each change costs no more
 * than a look into sorted maps, however many entries there are.
 */
final class AccountLedger {

  private Map<String, EntryState> entries = new LinkedHashMap<>();
  private Map<String, ManagedClaim> claims = new LinkedHashMap<>();
  private long openMinor;
  private long unappliedMinor;

  /** Derived from the entries; null until somebody asks. */
  private transient OpenEntries open;

  EntryState entry(String reference) {
    return entries.get(reference);
  }

  ManagedClaim claim(String reference) {
    return claims.get(reference);
  }

  long openMinor() {
    return openMinor;
  }

  long unappliedMinor() {
    return unappliedMinor;
  }

  /** What is open, but for claims that the lender has resolved. */
  OpenEntries open() {
    if (open == null) {
      open = new OpenEntries();
      entries.values().stream().map(this::openEntry).filter(Objects::nonNull).forEach(open::put);
    }
    return open;
  }

  /** Takes an entry into account. */
  void post(LedgerEntryPosted posted, UndoLog undo) {
    LedgerEntry entry = posted.ledgerEntry();
    EntryEffect effect = posted.effect();
    EntryState self = EntryStates.of(posted, entries.size());
    if (entry instanceof LedgerEntry.Invoice) {
      undo.put(claims, entry.reference(), ManagedClaim.NEW);
    }
    set(null, self, undo);
    if (effect.reference() != null && !effect.reference().equals(entry.reference())) {
      change(
          effect.reference(), it -> it.open(effect.openMinor(), paidChange(entry, effect)), undo);
    }
    if (entry instanceof LedgerEntry.Chargeback && isPayment(entry.target())) {
      change(
          entry.target(), it -> it.chargedBack(effect.openMinor(), -effect.unappliedMinor()), undo);
    }
    if (entry instanceof LedgerEntry.Adjustment it && it.target() != null && it.dueDate() != null) {
      moveDueDate(it.target(), it.dueDate(), undo);
    }
    total(effect, undo);
  }

  private static long paidChange(LedgerEntry entry, EntryEffect effect) {
    return entry instanceof LedgerEntry.Payment || entry instanceof LedgerEntry.Chargeback
        ? -effect.openMinor()
        : 0;
  }

  private boolean isPayment(String reference) {
    return EntryStates.isPayment(entries.get(reference));
  }

  private void total(EntryEffect effect, UndoLog undo) {
    long openBefore = openMinor;
    long unappliedBefore = unappliedMinor;
    undo.add(
        () -> {
          openMinor = openBefore;
          unappliedMinor = unappliedBefore;
        });
    openMinor += effect.openMinor();
    unappliedMinor += effect.unappliedMinor();
  }

  private void change(String reference, UnaryOperator<EntryState> change, UndoLog undo) {
    EntryState before = entries.get(reference);
    set(before, change.apply(before), undo);
  }

  private void set(EntryState before, EntryState after, UndoLog undo) {
    OpenEntry openBefore = before == null ? null : openEntry(before);
    undo.put(entries, after.reference(), after);
    if (after.isLinkedFee()) {
      long change = after.openMinor() - (before == null ? 0 : before.openMinor());
      if (change != 0) {
        ManagedClaim claim = claims.get(after.claim());
        undo.put(claims, after.claim(), claim.withFee(EntryStates.feeName(after), change));
      }
    }
    reopen(openBefore, openEntry(after), undo);
  }

  private void reopen(OpenEntry before, OpenEntry after, UndoLog undo) {
    if (open == null || Objects.equals(before, after)) {
      return;
    }
    replace(before, after);
    undo.add(() -> replace(after, before));
  }

  private void replace(OpenEntry before, OpenEntry after) {
    if (before != null) {
      open.remove(before);
    }
    if (after != null) {
      open.put(after);
    }
  }

  /** The fees of an invoice move with it. */
  private void moveDueDate(String reference, LocalDate dueDate, UndoLog undo) {
    EntryState invoice = entries.get(reference);
    List<OpenEntry> fees = open().feesOfInvoice(invoice.place());
    set(invoice, invoice.dueOn(dueDate), undo);
    fees.forEach(fee -> reopen(fee, openEntry(entries.get(fee.reference())), undo));
  }

  /** Takes into account what was told of a claim. */
  void tell(String reference, ClaimFigures figures, UndoLog undo) {
    ManagedClaim claim = claims.get(reference);
    if (figures.resolvedByHand() && !claim.isResolvedByHand()) {
      EntryState invoice = entries.get(reference);
      open().feesOfInvoice(invoice.place()).forEach(fee -> reopen(fee, null, undo));
      reopen(openEntry(invoice), null, undo);
    }
    changeClaim(reference, it -> it.told(figures), undo);
  }

  void changeClaim(String reference, UnaryOperator<ManagedClaim> change, UndoLog undo) {
    undo.put(claims, reference, change.apply(claims.get(reference)));
  }

  /** The entry as it stands among those that are open; null if it does not. */
  private OpenEntry openEntry(EntryState entry) {
    if (entry.openMinor() <= 0
        || (entry.claim() != null && claims.get(entry.claim()).isResolvedByHand())) {
      return null;
    }
    return EntryStates.open(entry, entry.claim() == null ? null : entries.get(entry.claim()));
  }

  /** What a claim comes to. */
  ClaimFigures figures(String reference) {
    return EntryStates.figures(claims.get(reference), entries.get(reference));
  }

  /** All entries, in the order of arrival. */
  List<KnownEntry> knownEntries() {
    return entries.values().stream().map(EntryStates::known).toList();
  }

  /** All claims, in the order of arrival. */
  List<KnownClaim> knownClaims() {
    return claims.entrySet().stream()
        .map(
            it ->
                new KnownClaim(
                    it.getKey(),
                    figures(it.getKey()),
                    it.getValue().journey(),
                    it.getValue().promises()))
        .toList();
  }
}
