package io.cascadeledger.api.schedule;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.view.PayoffQuote;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The answer to a question for what settles a loan. */
public record PayoffAnswer(
    @Describe("The loan.") UUID loanId,
    @Describe("The currency of the amounts.") String currency,
    @Describe("What settles the loan on the day that was asked for.") Quote quote,
    @Describe("The same for each of the ten days after it.") List<Quote> daysAhead) {

  private static final int DAYS = 10;

  /** What settles the loan on one day, in minor units. */
  public record Quote(
      @Describe("The day.") LocalDate date,
      @Describe("Open penalties.") long penaltiesMinor,
      @Describe("Open fees.") long feesMinor,
      @Describe("Interest that is booked and not paid.") long interestMinor,
      @Describe("Interest that is earned before the day and not booked yet.")
          long unbookedInterestMinor,
      @Describe("Open principal.") long principalMinor,
      @Describe("What is kept for the borrower and taken off.") long suspenseMinor,
      @Describe("What must be paid.") long totalMinor,
      @Describe("What each further day costs.") long perDiemMinor) {

    private static Quote of(PayoffQuote quote) {
      return new Quote(
          quote.date(),
          quote.penaltiesMinor(),
          quote.feesMinor(),
          quote.interestMinor(),
          quote.unbookedInterestMinor(),
          quote.principalMinor(),
          quote.suspenseMinor(),
          quote.totalMinor(),
          quote.perDiemMinor());
    }
  }

  static PayoffAnswer of(UUID loanId, LoanState loan, LocalDate date) {
    return new PayoffAnswer(
        loanId,
        loan.currency().getCurrencyCode(),
        Quote.of(PayoffQuote.of(loan, date)),
        IntStream.rangeClosed(1, DAYS)
            .mapToObj(day -> Quote.of(PayoffQuote.of(loan, date.plusDays(day))))
            .toList());
  }

  static PayoffAnswer example() {
    LocalDate day = LocalDate.of(2026, 3, 31);
    return new PayoffAnswer(
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        "USD",
        new Quote(day, 0, 500, 10_000, 66, 921_651, 0, 932_217, 33),
        List.of(new Quote(day.plusDays(1), 0, 500, 10_000, 99, 921_651, 0, 932_250, 33)));
  }
}
