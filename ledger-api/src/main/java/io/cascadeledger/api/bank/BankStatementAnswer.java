package io.cascadeledger.api.bank;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.bank.StatementLine;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.bank.BankLineView;
import io.cascadeledger.projections.bank.BankStatementView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A bank statement as it is answered. */
@Describe("A bank's statement, held against the payments as they are now.")
record BankStatementAnswer(
    @Describe("The statement.") UUID bankStatementId,
    @Describe("The account at the bank.") String bankAccountRef,
    @Describe("The bank's name for the statement.") String statementRef,
    @Describe("The currency of the account.") String currency,
    @Describe("The first day that it is about.") LocalDate fromDate,
    @Describe("The last day that it is about.") LocalDate toDate,
    @Describe(value = "What the account stood at before.", optional = true)
        Long openingBalanceMinor,
    @Describe(value = "What it stands at.", optional = true) Long closingBalanceMinor,
    @Describe("When it was imported.") Instant importedAt,
    @Describe("How many lines it has.") int lineCount,
    @Describe("How many of them are payments of the books.") int matchedCount,
    @Describe("How many are not.") int unmatchedCount,
    @Describe("What those sum to.") long unmatchedMinor,
    @Describe(value = "The lines wanted; left out of a list of statements.", optional = true)
        List<BankLine> lines,
    @Describe(
            value = "Send it as page_token to read on; left out on the last page.",
            optional = true)
        String nextPageToken) {

  /** A line of a statement. */
  @Describe("A movement on the account at the bank.")
  record BankLine(
      @Describe("Its place in the statement, from 1.") int sequence,
      @Describe("The day on which the bank booked it.") LocalDate bookedOn,
      @Describe(value = "The day from which it counts at the bank.", optional = true)
          LocalDate valueDate,
      @Describe("What came, or went if below zero.") long amountMinor,
      @Describe(value = "What the payer's system calls it.", optional = true) String reference,
      @Describe(value = "What the bank calls it.", optional = true) String bankReference,
      @Describe("matched or unmatched.") String status,
      @Describe(value = "The payment that it is, or whose return it is.", optional = true)
          UUID paymentEventId,
      @Describe(value = "That payment's loan.", optional = true) UUID loanId) {

    private static BankLine of(BankLineView view) {
      StatementLine line = view.line();
      return new BankLine(
          view.sequence(),
          line.bookedOn(),
          line.valueDate(),
          line.amountMinor(),
          line.reference(),
          line.bankReference(),
          view.movementId() == null ? "unmatched" : "matched",
          view.movementId(),
          view.loanId());
    }
  }

  static BankStatementAnswer of(BankStatementView view, Page<BankLineView> lines) {
    return new BankStatementAnswer(
        view.id(),
        view.content().bankAccountRef(),
        view.content().statementRef(),
        view.content().currency().getCurrencyCode(),
        view.content().from(),
        view.content().to(),
        view.content().openingMinor(),
        view.content().closingMinor(),
        view.importedAt(),
        view.lines(),
        view.matched(),
        view.lines() - view.matched(),
        view.unmatchedMinor(),
        lines == null ? null : lines.items().stream().map(BankLine::of).toList(),
        lines == null || lines.next() == null ? null : Long.toString(lines.next()));
  }

  static BankStatementAnswer example() {
    LocalDate day = LocalDate.of(2026, 5, 4);
    BankLine line =
        new BankLine(1, day, day, 88_849, "stripe_ch_xyz123", null, "unmatched", null, null);
    return new BankStatementAnswer(
        UUID.fromString("dddddddd-dddd-dddd-dddd-dddddddddddd"),
        "DE02120300000000202051",
        "2026-05/1",
        "USD",
        day,
        day,
        null,
        null,
        Instant.parse("2026-05-05T12:00:00Z"),
        1,
        0,
        1,
        88_849,
        List.of(line),
        null);
  }
}
