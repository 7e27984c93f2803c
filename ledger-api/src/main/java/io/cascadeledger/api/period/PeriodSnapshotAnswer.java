package io.cascadeledger.api.period;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.period.TrialBalance;
import io.cascadeledger.journal.period.TrialBalance.AccountTotal;
import io.cascadeledger.projections.journal.PeriodChangeView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A trial balance that was kept, as it is answered. */
record PeriodSnapshotAnswer(
    @Describe("The last day of the period.") LocalDate lastDay,
    @Describe("Which closing of the books it is of, counted from 1.") int closing,
    @Describe("When it was kept.") Instant takenAt,
    @Describe("Its SHA-256, in hexadecimal, as it is in the event.") String sha256,
    @Describe("The text of which that is the SHA-256.") String text,
    @Describe(
            value =
                "The key that verifies the note, as signed notes (C2SP) write it: the log's name,"
                    + " the key's identifier, the key. Left out if the note is.",
            optional = true)
        String verifier,
    @Describe(
            value =
                "Tenant, last day, closing, SHA-256 and time, signed with the key of the"
                    + " checkpoints: a signed note (C2SP). Left out of what was kept by a release"
                    + " that did not sign it.",
            optional = true)
        String note,
    @Describe("The accounts that were booked to, by code and currency.") List<SnapshotLine> lines) {

  /** An account in one currency. */
  @Describe("What was booked to an account in one currency, up to the last day.")
  record SnapshotLine(
      @Describe("The account.") String accountCode,
      @Describe("The currency.") String currency,
      @Describe("The sum of its debits, in minor units.") String drBalanceMinor,
      @Describe("The sum of its credits, in minor units.") String crBalanceMinor) {

    private static SnapshotLine of(AccountTotal total) {
      return new SnapshotLine(
          total.account().value(),
          total.currency().getCurrencyCode(),
          total.debitMinor().toString(),
          total.creditMinor().toString());
    }
  }

  static PeriodSnapshotAnswer of(String tenant, PeriodChangeView kept, TrialBalance balance) {
    return new PeriodSnapshotAnswer(
        kept.lastDay(),
        kept.closing(),
        kept.recordedAt(),
        kept.sha256(),
        balance.text(tenant, kept.lastDay()),
        kept.verifier(),
        kept.note(),
        balance.accounts().stream().map(SnapshotLine::of).toList());
  }

  static PeriodSnapshotAnswer example() {
    return new PeriodSnapshotAnswer(
        LocalDate.of(2026, 4, 30),
        4,
        Instant.parse("2026-05-04T12:00:00Z"),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "acme\n2026-04-30\n1010 USD 0 1000000\n1100 USD 1000000 0\n",
        "cascade-ledger/5f0c…+9c1b3f0a+AQ…",
        """
        cascade-ledger trial balance
        tenant acme
        last_day 2026-04-30
        closing 4
        sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
        time 2026-05-04T12:00:00Z

        — cascade-ledger/5f0c… nBs/Cg…
        """,
        List.of(
            new SnapshotLine("1010", "USD", "0", "1000000"),
            new SnapshotLine("1100", "USD", "1000000", "0")));
  }
}
