package io.cascadeledger.api.statement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.statement.StatementLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** A line of a statement as it is answered. */
@Describe("A journal entry of the loan: what it changes, and where the loan stands after it.")
record StatementLineAnswer(
    @Describe("The journal entry.") UUID journalEntryId,
    @Describe("What kind of movement it books.") String eventType,
    @Describe("The day on which it counts.") LocalDate effectiveAt,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = "A sentence.", optional = true) String description,
    @Describe(value = "The movement's name in another system.", optional = true) String externalRef,
    @Describe("By how much it changes the principal owed.") long principalMinor,
    @Describe("By how much it changes the interest owed.") long interestMinor,
    @Describe("By how much it changes the fees owed.") long feesMinor,
    @Describe("By how much it changes the penalties owed.") long penaltiesMinor,
    @Describe("By how much it changes what is kept for the borrower.") long suspenseMinor,
    @Describe("All that is owed after it.") long balanceOwedMinor,
    @Describe("What is kept for the borrower after it.") long balanceSuspenseMinor,
    @Describe(value = "The entry that it undoes or restates.", optional = true)
        CorrectedEntry corrects,
    @Describe(
            value = "The entry, or the change of terms, because of which it restates another.",
            optional = true)
        UUID causedByEntryId,
    @Describe(value = "The entry that undid it.", optional = true) UUID reversedByEntryId) {

  /** An entry that another one corrects. */
  @Describe("An entry that another one undoes or restates.")
  record CorrectedEntry(
      @Describe("The entry.") UUID journalEntryId,
      @Describe("What kind of movement it books.") String eventType,
      @Describe("The day on which it counts.") LocalDate effectiveAt) {}

  static StatementLineAnswer of(StatementLine line) {
    LoanBalance change = line.change();
    StatementLine.Corrected corrected = line.corrects();
    return new StatementLineAnswer(
        line.entryId(),
        lowerCase(line.type()),
        line.effectiveDate(),
        line.postedAt(),
        line.description(),
        line.externalRef(),
        change.principalMinor(),
        change.interestMinor(),
        change.feesMinor(),
        change.penaltiesMinor(),
        change.suspenseMinor(),
        line.balance().owedMinor(),
        line.balance().suspenseMinor(),
        corrected == null
            ? null
            : new CorrectedEntry(
                corrected.entryId(), lowerCase(corrected.type()), corrected.effectiveDate()),
        line.causedById(),
        line.reversedByEntryId());
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
