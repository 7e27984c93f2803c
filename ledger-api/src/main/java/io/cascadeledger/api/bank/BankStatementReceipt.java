package io.cascadeledger.api.bank;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.bank.BankStatementImported;
import java.time.Instant;
import java.util.UUID;

/** The answer to a bank statement that was brought in. */
record BankStatementReceipt(
    @Describe("The statement.") UUID bankStatementId,
    @Describe("How many lines it has.") int lineCount,
    @Describe("When the ledger recorded it.") Instant recordedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static BankStatementReceipt of(Posted posted) {
    BankStatementImported imported = (BankStatementImported) posted.event();
    return new BankStatementReceipt(
        imported.statement().value(),
        imported.content().lines().size(),
        imported.postedAt(),
        Rehearsed.flag(posted));
  }

  static BankStatementReceipt example() {
    return new BankStatementReceipt(
        UUID.fromString("dddddddd-dddd-dddd-dddd-dddddddddddd"),
        1,
        Instant.parse("2026-05-05T12:00:00Z"),
        null);
  }
}
