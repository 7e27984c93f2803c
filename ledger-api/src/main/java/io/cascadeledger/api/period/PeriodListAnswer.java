package io.cascadeledger.api.period;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.journal.PeriodChangeView;
import io.cascadeledger.projections.journal.PeriodKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Which periods are closed, as it is answered. */
record PeriodListAnswer(
    @Describe(value = "The last day that is closed; left out if none is.", optional = true)
        LocalDate closedThrough,
    @Describe("The closed periods, the last one last.") List<ClosedPeriod> periods,
    @Describe(value = "What waits for another's approval, if anything does.", optional = true)
        WaitingChange waiting) {

  /** A closed period. */
  @Describe("A period that is closed.")
  record ClosedPeriod(
      @Describe(value = "Its first day; left out if it begins with the books.", optional = true)
          LocalDate firstDay,
      @Describe("Its last day.") LocalDate lastDay,
      @Describe("Which closing of the books it is, counted from 1.") int closing,
      @Describe("Who has closed it.") String closedBy,
      @Describe(value = "Who has approved that.", optional = true) String approvedBy,
      @Describe("Why.") String reason,
      @Describe("When the ledger recorded it.") Instant closedAt,
      @Describe(
              value =
                  "The SHA-256 of the trial balance that was kept; left out while it is still to"
                      + " be.",
              optional = true)
          String trialBalanceSha256) {}

  /** What waits for approval. */
  @Describe("A closing or re-opening that waits for another's approval.")
  record WaitingChange(
      @Describe("close or reopen.") String change,
      @Describe("The last day of the period.") LocalDate lastDay,
      @Describe("Who has asked for it.") String requestedBy,
      @Describe("Why.") String reason,
      @Describe("When.") Instant requestedAt) {}

  static PeriodListAnswer of(List<PeriodChangeView> changes) {
    PeriodHistory history = new PeriodHistory(changes);
    List<ClosedPeriod> closed =
        history.closed().stream()
            .map(
                it ->
                    new ClosedPeriod(
                        it.firstDay(),
                        it.lastDay(),
                        it.closing(),
                        it.actor(),
                        it.approvedBy(),
                        it.reason(),
                        it.recordedAt(),
                        history.keptOf(it.closing()).map(PeriodChangeView::sha256).orElse(null)))
            .toList();
    return new PeriodListAnswer(
        closed.isEmpty() ? null : closed.getLast().lastDay(), closed, waiting(history.waiting()));
  }

  private static WaitingChange waiting(PeriodChangeView it) {
    return it == null
        ? null
        : new WaitingChange(
            it.kind() == PeriodKind.CLOSE_REQUESTED ? "close" : "reopen",
            it.lastDay(),
            it.actor(),
            it.reason(),
            it.recordedAt());
  }

  static PeriodListAnswer example() {
    Instant at = Instant.parse("2026-05-04T12:00:00Z");
    return new PeriodListAnswer(
        LocalDate.of(2026, 4, 30),
        List.of(
            new ClosedPeriod(
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 4, 30),
                4,
                "acme-accounting",
                "acme-controlling",
                "Month end.",
                at,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        new WaitingChange(
            "reopen", LocalDate.of(2026, 4, 30), "acme-accounting", "A bill was found.", at));
  }
}
