package io.cascadeledger.journal.period;

import static io.cascadeledger.given.PeriodCommands.FEBRUARY;
import static io.cascadeledger.given.PeriodCommands.JANUARY;
import static io.cascadeledger.given.PeriodCommands.PERIODS;
import static io.cascadeledger.given.PeriodCommands.SIGNATURE;
import static io.cascadeledger.given.PeriodCommands.approve;
import static io.cascadeledger.given.PeriodCommands.balanced;
import static io.cascadeledger.given.PeriodCommands.close;
import static io.cascadeledger.given.PeriodCommands.reject;
import static io.cascadeledger.given.PeriodCommands.reopen;
import static io.cascadeledger.given.PeriodCommands.rules;
import static io.cascadeledger.given.PeriodCommands.snapshot;
import static io.cascadeledger.given.PeriodCommands.total;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccountingPeriodsTest {

  private final InMemoryLedger ledger = new InMemoryLedger();

  private LedgerEvent last() {
    return ledger.events().getLast();
  }

  @Test
  void a_period_begins_on_the_day_after_the_one_before_it() {
    ledger.accept(close(JANUARY));
    assertThat(last())
        .isEqualTo(
            new PeriodClosed(
                PERIODS,
                1,
                null,
                JANUARY,
                "alice",
                null,
                "Month end.",
                null,
                TODAY,
                NOW.postedAt()));

    ledger.accept(close(FEBRUARY));

    assertThat((PeriodClosed) last())
        .extracting(PeriodClosed::closing, PeriodClosed::firstDay)
        .containsExactly(2, JANUARY.plusDays(1));
  }

  @Test
  void a_period_is_opened_and_closed_again_with_the_reasons() {
    ledger.accept(close(JANUARY), close(FEBRUARY), reopen(FEBRUARY), reopen(JANUARY));
    assertThat((PeriodReopened) last())
        .extracting(PeriodReopened::firstDay, PeriodReopened::reason)
        .containsExactly(null, "A bill was found.");

    ledger.accept(close(FEBRUARY));

    assertThat((PeriodClosed) last())
        .extracting(PeriodClosed::closing, PeriodClosed::firstDay)
        .containsExactly(3, null);
  }

  @Test
  void with_four_eyes_another_lets_it_happen() {
    ledger.accept(rules(true, LatePostings.REFUSED), close(JANUARY));
    assertThat(last()).isInstanceOf(PeriodChangeRequested.class);

    ledger.accept(approve(JANUARY, "bob"), reopen(JANUARY));
    assertThat(((PeriodChangeRequested) last()).change()).isEqualTo(PeriodChange.REOPEN);

    ledger.accept(approve(JANUARY, "bob"));
    assertThat((PeriodReopened) last())
        .extracting(
            PeriodReopened::reopenedBy, PeriodReopened::approvedBy, PeriodReopened::approvalReason)
        .containsExactly("alice", "bob", "Seen.");
  }

  @Test
  void what_was_turned_down_can_be_asked_for_again() {
    ledger.accept(rules(true, LatePostings.REFUSED), close(JANUARY), reject(JANUARY));
    assertThat(last()).isInstanceOf(PeriodChangeRejected.class);

    ledger.accept(close(JANUARY), approve(JANUARY, "bob"));

    assertThat(last()).isInstanceOf(PeriodClosed.class);
  }

  @Test
  void each_closing_has_its_own_trial_balance() {
    ledger.accept(close(JANUARY), snapshot(1, JANUARY), reopen(JANUARY), close(JANUARY));

    assertThat(ledger.send(snapshot(1, JANUARY))).isPresent();
    assertThat(ledger.send(snapshot(2, JANUARY))).isEmpty();
    assertThat((PeriodSnapshotTaken) last())
        .extracting(
            PeriodSnapshotTaken::trialBalance,
            PeriodSnapshotTaken::sha256,
            PeriodSnapshotTaken::signature)
        .containsExactly(balanced(500), "5ha", SIGNATURE);
  }

  @Test
  void a_trial_balance_is_a_text_that_anyone_can_write() {
    assertThat(balanced(500).text("acme", JANUARY))
        .isEqualTo("acme\n2026-01-31\n1000 USD 500 0\n1100 USD 0 500\n");
  }

  @Test
  void a_trial_balance_whose_sides_differ_is_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrialBalance(List.of(total("1000", 5, 4))));
  }

  @Test
  void the_books_are_closed_up_to_the_end_of_the_last_closed_period() {
    ledger.accept(close(JANUARY), close(FEBRUARY));
    assertThat(books().closedThrough()).isEqualTo(FEBRUARY);

    ledger.accept(reopen(FEBRUARY));
    assertThat(books().closedThrough()).isEqualTo(JANUARY);

    ledger.accept(reopen(JANUARY));
    assertThat(books().closedThrough()).isNull();
  }

  @Test
  void an_entry_of_a_closed_day_is_refused_or_booked_on_the_first_open_one() {
    LocalDate day = LocalDate.of(2026, 1, 5);
    LoanCommands it = LoanCommands.inUsd();
    InMemoryLedger loans = new InMemoryLedger().accept(it.open(), it.assessFee("fee", 500));
    LedgerEvent opened = loans.events().getFirst();
    LedgerEvent fee = loans.events().getLast();
    ledger.accept(close(TODAY.minusDays(1)));
    assertThat(books().bookedOn(fee)).isEqualTo(fee.effectiveDate());
    ClosedBooks refusing = new ClosedBooks(fee.effectiveDate(), LatePostings.REFUSED);
    ClosedBooks moving = new ClosedBooks(fee.effectiveDate(), LatePostings.FIRST_OPEN_DAY);

    assertThatThrownBy(() -> refusing.bookedOn(fee))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("closed up to " + fee.effectiveDate());
    assertThat(refusing.bookedOn(opened)).isEqualTo(opened.effectiveDate());
    assertThat(moving.bookedOn(fee)).isEqualTo(fee.effectiveDate().plusDays(1));
    assertThat(moving.isClosed(day)).isTrue();
    assertThat(ClosedBooks.OPEN.isClosed(day)).isFalse();
  }

  @Test
  void what_becomes_of_late_postings_is_a_setting() {
    ledger.accept(rules(false, LatePostings.FIRST_OPEN_DAY), close(JANUARY));

    assertThat(books()).isEqualTo(new ClosedBooks(JANUARY, LatePostings.FIRST_OPEN_DAY));
  }

  private ClosedBooks books() {
    ClosedBooks books = ClosedBooks.OPEN;
    for (LedgerEvent event : ledger.events()) {
      books = books.after(event);
    }
    return books;
  }
}
