package io.cascadeledger.api.period;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.journal.PeriodChangeView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The journal of closings and re-openings, as it is answered. */
record PeriodJournalAnswer(
    @Describe("What has happened to periods, in its order.") List<PeriodJournalItem> items) {

  /** One thing that has happened. */
  @Describe("Something that has happened to a period.")
  record PeriodJournalItem(
      @Describe(
              "close_requested, close_rejected, closed, snapshot_taken, reopen_requested,"
                  + " reopen_rejected or reopened.")
          String event,
      @Describe("The last day of the period.") LocalDate lastDay,
      @Describe(value = "Which closing of the books it is.", optional = true) Integer closing,
      @Describe(value = "Who has done it, or asked for it.", optional = true) String actor,
      @Describe(value = "Who has approved it.", optional = true) String approvedBy,
      @Describe(value = "Why.", optional = true) String reason,
      @Describe(value = "What the approver said.", optional = true) String approvalReason,
      @Describe(value = "The SHA-256 of the trial balance that was kept.", optional = true)
          String trialBalanceSha256,
      @Describe("When the ledger recorded it.") Instant recordedAt) {}

  static PeriodJournalAnswer of(List<PeriodChangeView> changes) {
    return new PeriodJournalAnswer(
        changes.stream()
            .map(
                it ->
                    new PeriodJournalItem(
                        it.kind().name().toLowerCase(Locale.ROOT),
                        it.lastDay(),
                        it.closing(),
                        it.actor(),
                        it.approvedBy(),
                        it.reason(),
                        it.approvalReason(),
                        it.sha256(),
                        it.recordedAt()))
            .toList());
  }

  static PeriodJournalAnswer example() {
    return new PeriodJournalAnswer(
        List.of(
            new PeriodJournalItem(
                "closed",
                LocalDate.of(2026, 4, 30),
                4,
                "acme-accounting",
                "acme-controlling",
                "Month end.",
                "Agreed with the auditors.",
                null,
                Instant.parse("2026-05-04T12:00:00Z"))));
  }
}
