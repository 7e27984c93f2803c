package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.AccountMetaChanged;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.account.event.DebtorAdded;
import io.cascadeledger.account.event.DebtorChanged;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.MandateCreated;
import io.cascadeledger.account.event.MandateDeleted;
import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.account.event.ProductAdded;
import io.cascadeledger.account.event.ProductChanged;
import io.cascadeledger.account.event.ScoreSet;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a chunk of events changes of debtor accounts and of what belongs to them. */
final class AccountRows {

  /** An account that was opened, and where its event stands. */
  record Opened(long position, AccountOpened event) {}

  /** The kinds of what belongs to an account beside its entries. */
  enum PartKind {
    SCORE,
    PRODUCT,
    DEBTOR,
    MANDATE
  }

  /** What tells a part from others. */
  record PartKey(AccountId account, PartKind kind, String name) {}

  /** A part as it stands; without content if it is no more. */
  record Part(PartKey key, long position, String debtorReference, Object content) {}

  /**
   * An entry, and where its event stands.
   *
   * @param bookedOn the day on which the books have it, if that is not its own; or null
   */
  record NewEntry(long position, LocalDate bookedOn, LedgerEntryPosted event) {

    EntryKind kind() {
      return EntryKind.of(event.ledgerEntry());
    }

    /** The claim that it belongs to by itself, as an invoice or a fee of one; or null. */
    String claimReference() {
      return switch (event.ledgerEntry()) {
        case LedgerEntry.Invoice invoice -> invoice.reference();
        case LedgerEntry.Fee fee -> fee.target();
        default -> null;
      };
    }
  }

  final List<Opened> opened = new ArrayList<>();
  final Map<AccountId, Meta> meta = new LinkedHashMap<>();
  final Map<PartKey, Part> parts = new LinkedHashMap<>();
  final List<NewEntry> entries = new ArrayList<>();
  final List<PaymentMatched> payments = new ArrayList<>();

  void add(RecordedEvent recorded) {
    long position = recorded.position();
    switch (recorded.event()) {
      case AccountOpened it -> opened.add(new Opened(position, it));
      case AccountMetaChanged it -> meta.merge(it.account(), it.changes(), Meta::merge);
      case ScoreSet it ->
          put(it.account(), PartKind.SCORE, it.score().type().name(), position, null, it.score());
      case ProductAdded it ->
          put(
              it.account(),
              PartKind.PRODUCT,
              it.product().reference(),
              position,
              null,
              it.product());
      case ProductChanged it ->
          put(
              it.account(),
              PartKind.PRODUCT,
              it.product().reference(),
              position,
              null,
              it.product());
      case DebtorAdded it -> put(it.account(), position, it.debtor());
      case DebtorChanged it -> put(it.account(), position, it.debtor());
      case MandateCreated it ->
          put(it.account(), PartKind.MANDATE, it.mandate().id(), position, null, it.mandate());
      case MandateDeleted it ->
          put(it.account(), PartKind.MANDATE, it.mandateId(), position, null, null);
      case LedgerEntryPosted it -> entries.add(new NewEntry(position, bookedOn(recorded), it));
      case PaymentMatched it -> payments.add(it);
      default -> {
        // It is about claims, or passes a word on.
      }
    }
  }

  /** The day on which the books have an event, if that is not its own; or null. */
  static LocalDate bookedOn(RecordedEvent recorded) {
    LocalDate day = recorded.bookedOn();
    return day.equals(recorded.event().effectiveDate()) ? null : day;
  }

  private void put(AccountId account, long position, Debtor debtor) {
    put(account, PartKind.DEBTOR, debtor.key(), position, debtor.reference(), debtor);
  }

  private void put(
      AccountId account,
      PartKind kind,
      String name,
      long position,
      String debtorReference,
      Object content) {
    PartKey key = new PartKey(account, kind, name);
    parts.merge(
        key,
        new Part(key, position, debtorReference, content),
        (before, now) ->
            before.content() == null
                ? now
                : new Part(key, before.position(), debtorReference, content));
  }
}
