package io.cascadeledger.api.history;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.loan.TermsAnswer;
import io.cascadeledger.api.past.LoanHistory;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.state.Charge;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.LoanTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a loan was after one of its events. */
@Describe(
    "A loan after one of its events, with all movements that were known by then, whatever days"
        + " they count on.")
record LoanStateAnswer(
    @Describe("Who owes it.") UUID borrowerId,
    @Describe("The currency of all its movements.") String currency,
    @Describe("What it was: open, closed, charged_off, written_off or sold.") String status,
    @Describe(value = "The day from which it was closed.", optional = true) LocalDate closedOn,
    @Describe("The day from which movements may count.") LocalDate effectiveAt,
    @Describe("What was agreed when it was opened.") TermsAnswer terms,
    @Describe(
            value = "The yearly rate in force; only of a loan that the ledger services.",
            optional = true)
        String annualInterestRate,
    @Describe("Principal paid out.") long disbursedMinor,
    @Describe("Principal paid out and not paid back.") long principalOutstandingMinor,
    @Describe("Interest accrued and not paid.") long interestReceivableMinor,
    @Describe("Fees charged and not paid.") long feesReceivableMinor,
    @Describe("Penalties charged and not paid.") long penaltiesReceivableMinor,
    @Describe("Principal, interest, fees and penalties together.") long totalExposureMinor,
    @Describe("Money received for which nothing was owed.") long suspenseMinor,
    @Describe("What was given up and not recovered.") long lostMinor,
    @Describe("How late it was when that was last said.") String delinquency,
    @Describe("How many instalments were said to have fallen due.") int instalmentsDue,
    @Describe("The charges of which something was open.") List<OpenChargeAnswer> charges,
    @Describe("What was scheduled and open; none without a schedule.")
        List<OpenInstalmentAnswer> instalments) {

  /** A charge of which something was open. */
  @Describe("A fee or penalty of which something was open.")
  record OpenChargeAnswer(
      @Describe("The charge.") UUID chargeId,
      @Describe("fees or penalties.") String component,
      @Describe("When it falls due.") LocalDate dueDate,
      @Describe("What was neither paid nor waived.") long openMinor) {

    private static OpenChargeAnswer of(Charge charge) {
      return new OpenChargeAnswer(
          charge.id(), word(charge.component()), charge.dueDate(), charge.openMinor());
    }
  }

  /** What was open of an instalment. */
  @Describe("What was scheduled, and what of it was open.")
  record OpenInstalmentAnswer(
      @Describe("Its number; of a down payment, its day.") String instalment,
      @Describe("When it falls due.") LocalDate dueDate,
      @Describe("Its principal as scheduled.") long principalMinor,
      @Describe("Its interest as scheduled.") long interestMinor,
      @Describe("Open principal.") long openPrincipalMinor,
      @Describe("Open interest, of what was booked.") long openInterestMinor,
      @Describe("Open fees.") long openFeesMinor,
      @Describe("Open penalties.") long openPenaltiesMinor) {

    private static OpenInstalmentAnswer of(OpenInstalment open) {
      Instalment instalment = open.instalment();
      return new OpenInstalmentAnswer(
          instalment.isDownPayment()
              ? instalment.due().toString()
              : Integer.toString(instalment.number()),
          instalment.due(),
          instalment.principalMinor(),
          instalment.interestMinor(),
          open.principalMinor(),
          open.interestMinor(),
          open.feesMinor(),
          open.penaltiesMinor());
    }
  }

  /** The loan as a history has made it so far, which has begun. */
  static LoanStateAnswer of(LoanHistory history) {
    LoanState state = history.state();
    LoanOpened opened = history.opened();
    Standing standing = state.standing();
    LoanBalance balance = standing.balance();
    return new LoanStateAnswer(
        state.borrowerId(),
        state.currency().getCurrencyCode(),
        word(history.status()),
        history.closedOn(),
        state.openedOn(),
        TermsAnswer.of(opened.terms() == null ? LoanTerms.NONE : opened.terms()),
        standing.servicing().map(it -> it.terms().annualRate().toPlainString()).orElse(null),
        standing.disbursedMinor(),
        balance.principalMinor(),
        balance.interestMinor(),
        balance.feesMinor(),
        balance.penaltiesMinor(),
        balance.owedMinor(),
        balance.suspenseMinor(),
        standing.lostMinor(),
        word(state.delinquency()),
        state.instalmentsDue(),
        standing.charges().stream().map(OpenChargeAnswer::of).toList(),
        standing.openInstalments().stream().map(OpenInstalmentAnswer::of).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static LoanStateAnswer example() {
    return new LoanStateAnswer(
        UUID.fromString("22222222-2222-2222-2222-222222222222"),
        "USD",
        "open",
        null,
        LocalDate.of(2026, 1, 15),
        TermsAnswer.example(1_000_000L),
        "0.12",
        1_000_000,
        921_651,
        0,
        500,
        0,
        922_151,
        0,
        0,
        "current",
        1,
        List.of(
            new OpenChargeAnswer(
                UUID.fromString("33333333-3333-3333-3333-333333333333"),
                "fees",
                LocalDate.of(2026, 3, 15),
                500)),
        List.of(
            new OpenInstalmentAnswer(
                "2", LocalDate.of(2026, 3, 15), 79_632, 9_217, 79_632, 0, 500, 0)));
  }
}
