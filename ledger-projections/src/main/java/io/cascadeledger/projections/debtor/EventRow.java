package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What happened, in the words of those who follow it.
 *
 * @param tenant whose books it is about
 * @param position where the event stands
 * @param type its kind, such as {@code event.claim.created}
 * @param postedAt when the ledger recorded it
 * @param messageId the request's, or null
 * @param accountReference of a payment that paid something: its account; else null
 * @param paidReference what it paid; else null
 * @param matchId the matched payment it is a part of; else null
 * @param details what else is to be said of it, as JSON
 */
record EventRow(
    String tenant,
    long position,
    String type,
    Instant postedAt,
    String messageId,
    String accountReference,
    String paidReference,
    UUID matchId,
    String details) {

  /** The kind of event that tells of a payment on a claim. */
  static final String PAYMENT = "event.claimDebtPayment.processing";

  /** The day on which the ledger recorded it, in UTC. */
  LocalDate postedOn() {
    return LocalDate.ofInstant(postedAt, ZoneOffset.UTC);
  }

  /** What an event tells: a payment of a claim tells of the entry and of the payment. */
  static Stream<EventRow> of(RecordedEvent recorded) {
    LedgerEvent event = recorded.event();
    Stream<EventRow> told =
        Stream.of(
            row(recorded, EventDetails.typeOf(event), null, EventDetails.of(event).toString()));
    return event instanceof LedgerEntryPosted posted
            && EntryKind.of(posted.ledgerEntry()) == EntryKind.PAYMENT
            && posted.effect().reference() != null
        ? Stream.concat(told, Stream.of(payment(recorded, posted)))
        : told;
  }

  private static EventRow payment(RecordedEvent recorded, LedgerEntryPosted posted) {
    LedgerEntry.Payment payment = (LedgerEntry.Payment) posted.ledgerEntry();
    return row(recorded, PAYMENT, posted, EventDetails.ofPayment(posted, payment).toString());
  }

  private static EventRow row(
      RecordedEvent recorded, String type, LedgerEntryPosted payment, String details) {
    return new EventRow(
        recorded.event().tenant(),
        recorded.position(),
        type,
        recorded.event().postedAt(),
        recorded.correlationId(),
        payment == null ? null : payment.account().reference(),
        payment == null ? null : payment.effect().reference(),
        payment == null ? null : payment.matchId(),
        details);
  }
}
