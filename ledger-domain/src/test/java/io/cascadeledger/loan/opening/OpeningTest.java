package io.cascadeledger.loan.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class OpeningTest {
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void an_opened_loan_owes_nothing() {
    loan.givenNoPriorActivity()
        .when(LoanCommands.inUsd().open())
        .expectEvents(LoanFacts.inUsd().opened())
        .expectState(
            opened -> {
              assertThat(opened.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(opened.state().isClosed()).isFalse();
              assertThat(opened.state().disbursableMinor()).isEmpty();
            });
  }

  @Test
  void terms_program_and_notes_are_kept_as_they_came() {
    LoanTerms terms =
        new LoanTerms(
            1_000_000L,
            "0.0725",
            DayCountConvention.ACT_365,
            RepaymentFrequency.MONTHLY,
            12,
            LocalDate.of(2026, 2, 5));
    Metadata notes = Metadata.of(Map.of("branch", "12"));

    loan.givenNoPriorActivity()
        .when(
            new OpenLoan(
                Sample.LOAN,
                Sample.BORROWER,
                Sample.USD,
                "prog_7",
                terms,
                Sample.OPENED,
                notes,
                Sample.NOW))
        .expectEvents(
            new LoanOpened(
                Sample.LOAN,
                Sample.BORROWER,
                Sample.USD,
                "prog_7",
                terms,
                notes,
                Sample.OPENED,
                Sample.NOW.postedAt()))
        .expectState(it -> assertThat(it.state().disbursableMinor()).contains(1_000_000L));
  }

  @Test
  void terms_need_not_name_a_principal() {
    LoanTerms rateOnly = new LoanTerms(null, "0.0725", null, null, null, null);
    loan.givenNoPriorActivity()
        .when(LoanCommands.inUsd().open(Sample.OPENED, rateOnly))
        .expectEvents(LoanFacts.inUsd().opened(rateOnly))
        .expectState(it -> assertThat(it.state().disbursableMinor()).isEmpty());
  }

  @Test
  void a_loan_may_be_opened_with_effect_from_an_earlier_day_or_from_the_business_date() {
    for (LocalDate day : new LocalDate[] {LocalDate.of(1970, 1, 1), Sample.TODAY}) {
      new AggregateTestFixture<>(Loan.class)
          .givenNoPriorActivity()
          .when(LoanCommands.inUsd().open(day, null))
          .expectEvents(LoanFacts.inUsd().openedOn(day, null));
    }
  }
}
