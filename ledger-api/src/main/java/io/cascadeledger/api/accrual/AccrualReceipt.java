package io.cascadeledger.api.accrual;

import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import java.time.Instant;
import java.util.UUID;

/** The answer to a batch of accruals. */
record AccrualReceipt(
    @Describe("The batch.") UUID accrualEventId,
    @Describe("The entry that all lines of the batch form.") UUID journalEntryId,
    @Describe("How many loans it has.") int loanCount,
    @Describe("The interest of all its loans, in minor units.") long totalAccruedMinor,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static AccrualReceipt of(Posted posted) {
    AccrualBatchPosted event = (AccrualBatchPosted) posted.event();
    return new AccrualReceipt(
        event.batch().value(),
        event.entryId(),
        event.loans().size(),
        event.totalMinor(),
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static AccrualReceipt example() {
    return new AccrualReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        1,
        10_000,
        Instant.parse("2026-04-15T12:00:00Z"),
        null);
  }
}
