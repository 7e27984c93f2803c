package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.AllocationAnswer;
import io.cascadeledger.api.movement.AsPosted;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.MovementView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A movement of a loan as it is answered. */
@Describe("A movement of a loan as it counts now.")
record MovementAnswer(
    @Describe("The movement; an accrual has the identifier of its batch.") UUID movementEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("What it is.") String eventType,
    @Describe(value = "What kind of payment it is.", optional = true) String paymentType,
    @Describe("Its amount now; of a charge-off or write-off, what it takes off the books.")
        long amountMinor,
    @Describe("The currency of its amounts.") String currency,
    @Describe("The day on which it counts.") LocalDate effectiveAt,
    @Describe(value = "When a fee or penalty falls due.", optional = true) LocalDate dueDate,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = "How it is split now, if it is one that is split.", optional = true)
        AllocationAnswer allocation,
    @Describe("Whether it does something else than when it was posted.") boolean restated,
    @Describe(
            value = "What it was when it was posted, and what has restated it, if anything has.",
            optional = true)
        AsPosted asPosted,
    @Describe(value = "The entry that undid it.", optional = true) UUID reversedByEntryId,
    @Describe(value = "How it came.", optional = true) String sourceMethod,
    @Describe(value = "Its name in another system.", optional = true) String externalRef,
    @Describe("Your own notes.") Metadata metadata) {

  static MovementAnswer of(MovementView view) {
    return new MovementAnswer(
        view.movementId(),
        view.entryId(),
        lowerCase(view.type()),
        view.paymentKind() == null ? null : lowerCase(view.paymentKind()),
        view.amountMinor(),
        view.currency().getCurrencyCode(),
        view.effectiveDate(),
        view.dueDate(),
        view.postedAt(),
        AllocationAnswer.of(view.allocation()),
        view.restated(),
        AsPosted.of(view),
        view.reversedByEntryId(),
        view.sourceMethod(),
        view.externalRef(),
        view.metadata());
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static MovementAnswer example() {
    return new MovementAnswer(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        "payment_received",
        "regular",
        88_849,
        "USD",
        LocalDate.of(2026, 5, 1),
        null,
        Instant.parse("2026-05-01T12:00:00Z"),
        AllocationAnswer.example(),
        true,
        new AsPosted(
            88_849,
            new AllocationAnswer(null, 500, 0, 88_349, 0),
            List.of(
                new AsPosted.RestatedBy(
                    UUID.fromString("cccccccc-cccc-cccc-cccc-cccccccccccc"),
                    UUID.fromString("dddddddd-dddd-dddd-dddd-dddddddddddd")))),
        null,
        "ach",
        "stripe_ch_xyz123",
        Metadata.NONE);
  }
}
