package io.cascadeledger.api.journal;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.Side;
import io.cascadeledger.projections.journal.JournalItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A journal entry as it is answered. */
record JournalEntryAnswer(
    @Describe("The entry.") UUID journalEntryId,
    @Describe("What kind of movement it books.") String eventType,
    @Describe("The day on which it counts.") LocalDate effectiveAt,
    @Describe("When the ledger recorded it.") Instant postedAt,
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
    @Describe(value = "Who acted.", optional = true) String actor) {

  /** A line of an entry. */
  @Describe("An amount on one side of one account.")
  record JournalLine(
      @Describe("Its place in the entry, from 1.") int sequence,
      @Describe("The account.") String accountCode,
      @Describe("DR or CR.") String direction,
      @Describe("The amount, above zero.") long amountMinor,
      @Describe("Its currency.") String currency,
      @Describe("The layer of the books.") String layer,
      @Describe("The loan it concerns.") UUID loanId,
      @Describe("That loan's borrower.") UUID borrowerId,
      @Describe(value = "The movement's name in another system.", optional = true)
          String externalRef) {

    private static JournalLine of(JournalItem.Line line) {
      return new JournalLine(
          line.sequence(),
          line.account().value(),
          line.side() == Side.DEBIT ? "DR" : "CR",
          line.amount().minorUnits(),
          line.amount().currency().getCurrencyCode(),
          "SETTLED",
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
        item.postedAt(),
        item.lines().stream().map(JournalLine::of).toList(),
        item.correlationId(),
        item.reversesEntryId(),
        item.reversedByEntryId(),
        item.restatesEntryId(),
        item.causedByEntryId(),
        item.batchEntryId(),
        item.description(),
        item.actor());
  }

  static JournalEntryAnswer example() {
    return new JournalEntryAnswer(
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        "payment_received",
        LocalDate.of(2026, 5, 1),
        Instant.parse("2026-05-01T12:00:00Z"),
        List.of(line(1, "1000", "DR"), line(2, "1100", "CR")),
        "4bf92f3577b34da6a3ce929d0e0e4736",
        null,
        null,
        null,
        null,
        null,
        null,
        "acme-servicing");
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
