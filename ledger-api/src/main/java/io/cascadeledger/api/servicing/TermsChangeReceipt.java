package io.cascadeledger.api.servicing;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.TermsChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The answer to a change of terms. */
record TermsChangeReceipt(
    @Describe("The change.") UUID termsChangeId,
    @Describe("The day from which the new terms count.") LocalDate effectiveAt,
    @Describe("The entries that do something else since, because they count later.")
        List<RestatedEntry> restated,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static TermsChangeReceipt of(Posted posted) {
    TermsChanged event = (TermsChanged) posted.event();
    return new TermsChangeReceipt(
        event.changeId(),
        event.effectiveDate(),
        RestatedEntry.allOf(posted),
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static TermsChangeReceipt example() {
    return new TermsChangeReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        LocalDate.of(2026, 5, 1),
        List.of(),
        Instant.parse("2026-05-01T12:00:00Z"),
        null);
  }
}
