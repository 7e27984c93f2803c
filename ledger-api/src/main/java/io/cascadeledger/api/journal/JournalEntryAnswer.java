package io.cascadeledger.api.journal;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.journal.JournalItem;
import io.cascadeledger.projections.journal.ManualEntryView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** A journal entry as it is answered. */
record JournalEntryAnswer(
    @Describe("The entry.") UUID journalEntryId,
    @Describe("What kind of movement it books.") String eventType,
    @Describe("The day on which the books have it.") LocalDate effectiveAt,
    @Describe(
            value =
                "The day on which it counts for its loan, if the books were closed on that day"
                    + " when it was posted.",
            optional = true)
        LocalDate valueDate,
    @Describe(value = "When it was booked; left out of a draft.", optional = true) Instant postedAt,
    @Describe("Its lines; their debits equal their credits.") List<JournalLine> lines,
    @Describe(value = "What the request belonged to.", optional = true) String correlationId,
    @Describe(value = "The entry that this one undoes.", optional = true) UUID reversesEntryId,
    @Describe(value = "The entry that undid this one.", optional = true) UUID reversedByEntryId,
    @Describe(value = "The entry that does something else since this one.", optional = true)
        UUID restatesEntryId,
    @Describe(value = "The entry because of which it does.", optional = true) UUID causedByEntryId,
    @Describe(value = "The batch's entry of which this is a part.", optional = true)
        UUID batchEntryId,
    @Describe(value = "A sentence.", optional = true) String description,
    @Describe(value = "Who acted.", optional = true) String actor,
    @Describe(value = "Your own notes, if there are any.", optional = true) Metadata metadata,
    @Describe(value = "Of a manual entry: who wrote it, and who decided on it.", optional = true)
        ManualEntryNote manualEntry) {

  /** A line of an entry. */
  @Describe("An amount on one side of one account.")
  record JournalLine(
      @Describe("Its place in the entry, from 1.") int sequence,
      @Describe("The account.") String accountCode,
      @Describe("DR or CR.") String direction,
      @Describe("The amount, above zero.") long amountMinor,
      @Describe("Its currency.") String currency,
      @Describe("The layer of the books: SETTLED, PENDING or ENCUMBRANCE.") String layer,
      @Describe(value = "The loan it concerns; left out of a manual entry.", optional = true)
          UUID loanId,
      @Describe(value = "That loan's borrower.", optional = true) UUID borrowerId,
      @Describe(value = "The movement's name in another system.", optional = true)
          String externalRef) {

    private static JournalLine of(int sequence, Layer layer, Line line, String externalRef) {
      return new JournalLine(
          sequence,
          line.account().value(),
          line.side() == Side.DEBIT ? "DR" : "CR",
          line.amount().minorUnits(),
          line.amount().currency().getCurrencyCode(),
          layer.name(),
          null,
          null,
          externalRef);
    }

    private static JournalLine of(JournalItem.Line line) {
      return new JournalLine(
          line.sequence(),
          line.account().value(),
          line.side() == Side.DEBIT ? "DR" : "CR",
          line.amount().minorUnits(),
          line.amount().currency().getCurrencyCode(),
          line.layer().name(),
          line.loanId(),
          line.borrowerId(),
          line.externalRef());
    }
  }

  static JournalEntryAnswer of(JournalItem item) {
    return new JournalEntryAnswer(
        item.entryId(),
        item.type().name().toLowerCase(Locale.ROOT),
        item.effectiveDate(),
        item.valueDate(),
        item.postedAt(),
        item.lines().stream().map(JournalLine::of).toList(),
        item.correlationId(),
        item.reversesEntryId(),
        item.reversedByEntryId(),
        item.restatesEntryId(),
        item.causedByEntryId(),
        item.batchEntryId(),
        item.description(),
        item.actor(),
        item.metadata().entries().isEmpty() ? null : item.metadata(),
        null);
  }

  JournalEntryAnswer with(ManualEntryView manual) {
    return new JournalEntryAnswer(
        journalEntryId,
        eventType,
        effectiveAt,
        valueDate,
        postedAt,
        lines,
        correlationId,
        reversesEntryId,
        reversedByEntryId,
        restatesEntryId,
        causedByEntryId,
        batchEntryId,
        description,
        actor,
        metadata,
        ManualEntryNote.of(manual));
  }

  /** A manual entry as it was written, whether it is booked or not. */
  static JournalEntryAnswer of(ManualEntryView manual) {
    boolean posted = manual.status() == ManualEntryStatus.POSTED;
    Instant decidedAt = manual.decidedAt() == null ? manual.writtenAt() : manual.decidedAt();
    Metadata metadata = manual.text().metadata();
    return new JournalEntryAnswer(
        manual.entryId(),
        EntryType.MANUAL_ADJUSTMENT.name().toLowerCase(Locale.ROOT),
        manual.effectiveDate(),
        null,
        posted ? decidedAt : null,
        IntStream.range(0, manual.lines().size())
            .mapToObj(
                index ->
                    JournalLine.of(
                        index + 1,
                        manual.layer(),
                        manual.lines().get(index),
                        manual.text().reference()))
            .toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        manual.text().description(),
        null,
        metadata.entries().isEmpty() ? null : metadata,
        ManualEntryNote.of(manual));
  }

  static JournalEntryAnswer example() {
    return new JournalEntryAnswer(
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        "payment_received",
        LocalDate.of(2026, 5, 1),
        null,
        Instant.parse("2026-05-01T12:00:00Z"),
        List.of(line(1, "1000", "DR"), line(2, "1100", "CR")),
        "4bf92f3577b34da6a3ce929d0e0e4736",
        null,
        null,
        null,
        null,
        null,
        null,
        "acme-servicing",
        null,
        null);
  }

  private static JournalLine line(int sequence, String account, String direction) {
    return new JournalLine(
        sequence,
        account,
        direction,
        78_349,
        "USD",
        "SETTLED",
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        UUID.fromString("22222222-2222-2222-2222-222222222222"),
        "stripe_ch_xyz123");
  }
}
