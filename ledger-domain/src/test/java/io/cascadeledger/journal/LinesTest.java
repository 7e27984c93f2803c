package io.cascadeledger.journal;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.journal.Side.CREDIT;
import static io.cascadeledger.journal.Side.DEBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinesTest {
  private static final Line DEBIT_100 = usd(DEBIT, 100);
  private static final Line CREDIT_100 = usd(CREDIT, 100);

  @Test
  void debits_equal_to_credits_make_an_entry() {
    List<Line> lines = List.of(usd(DEBIT, 100), usd(CREDIT, 30), usd(CREDIT, 70));
    assertThat(new Lines(lines).list()).isEqualTo(lines);
  }

  @Test
  void debits_above_or_below_credits_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lines(List.of(usd(DEBIT, 101), CREDIT_100)))
        .withMessage("debits exceed credits by 1 USD");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lines(List.of(usd(DEBIT, 99), CREDIT_100)))
        .withMessage("debits exceed credits by -1 USD");
  }

  @Test
  void each_currency_balances_by_itself() {
    List<Line> lines =
        List.of(DEBIT_100, line(CREDIT, 5, "JPY"), CREDIT_100, line(DEBIT, 5, "JPY"));
    assertThat(new Lines(lines).list()).isEqualTo(lines);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lines(List.of(DEBIT_100, line(CREDIT, 100, "JPY"))));
  }

  @Test
  void an_entry_has_two_lines_at_least() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Lines(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Lines(List.of(DEBIT_100)));
  }

  @Test
  void an_entry_has_no_more_lines_than_the_limit() {
    List<Line> most = new ArrayList<>();
    most.addAll(Collections.nCopies(Limits.LINES_PER_ENTRY / 2, usd(DEBIT, Limits.AMOUNT_MINOR)));
    most.addAll(Collections.nCopies(Limits.LINES_PER_ENTRY / 2, usd(CREDIT, Limits.AMOUNT_MINOR)));
    assertThat(new Lines(most).list()).hasSize(Limits.LINES_PER_ENTRY);

    most.add(DEBIT_100);
    most.add(CREDIT_100);
    assertThatIllegalArgumentException().isThrownBy(() -> new Lines(most));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Limits.AMOUNT_MINOR + 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void the_amount_of_a_line_is_positive_and_within_the_limit(long minor) {
    assertThatIllegalArgumentException().isThrownBy(() -> usd(DEBIT, minor));
  }

  @Test
  void mirrored_lines_have_the_other_sides_in_the_same_order() {
    Lines lines = new Lines(List.of(usd(DEBIT, 100), usd(CREDIT, 30), usd(CREDIT, 70)));
    assertThat(lines.mirrored().list())
        .containsExactly(usd(CREDIT, 100), usd(DEBIT, 30), usd(DEBIT, 70));
    assertThat(lines.mirrored().mirrored()).isEqualTo(lines);
  }

  @Test
  void lines_do_not_change_with_the_list_they_came_from() {
    List<Line> list = new ArrayList<>(List.of(DEBIT_100, CREDIT_100));
    Lines lines = new Lines(list);
    list.clear();
    assertThat(lines.list()).containsExactly(DEBIT_100, CREDIT_100);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> lines.list().clear());
  }

  @Test
  void amounts_of_zero_are_left_out_when_lines_are_collected() {
    Lines lines =
        Lines.builder()
            .debit(CASH_CLEARING, Money.ofMinor(70, "USD"))
            .credit(FEES_RECEIVABLE, Money.ofMinor(0, "USD"))
            .credit(PRINCIPAL_RECEIVABLE, Money.ofMinor(70, "USD"))
            .debit(INTEREST_RECEIVABLE, Money.ofMinor(0, "USD"))
            .build();
    assertThat(lines.list())
        .containsExactly(
            new Line(CASH_CLEARING, DEBIT, Money.ofMinor(70, "USD")),
            new Line(PRINCIPAL_RECEIVABLE, CREDIT, Money.ofMinor(70, "USD")));
  }

  @Test
  void negative_amounts_are_not_left_out_but_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lines.builder().debit(CASH_CLEARING, Money.ofMinor(-1, "USD")));
  }

  @Test
  void an_account_is_summed_over_all_its_lines() {
    Lines lines =
        new Lines(
            List.of(
                new Line(CASH_CLEARING, DEBIT, Money.ofMinor(100, "USD")),
                new Line(CASH_CLEARING, CREDIT, Money.ofMinor(30, "USD")),
                new Line(FEES_RECEIVABLE, CREDIT, Money.ofMinor(70, "USD"))));
    assertThat(lines.debitMinusCredit(CASH_CLEARING)).isEqualTo(70);
    assertThat(lines.debitMinusCredit(FEES_RECEIVABLE)).isEqualTo(-70);
    assertThat(lines.debitMinusCredit(PRINCIPAL_RECEIVABLE)).isZero();
  }

  @Test
  void the_reversal_of_an_entry_mirrors_it_on_its_own_day() {
    JournalEntry entry =
        new JournalEntry(
            new UUID(0, 1),
            EntryType.FEE_ASSESSED,
            LocalDate.of(2026, 3, 1),
            new Lines(List.of(DEBIT_100, CREDIT_100)));
    assertThat(entry.reversal(new UUID(0, 2), LocalDate.of(2026, 3, 31)))
        .isEqualTo(
            new JournalEntry(
                new UUID(0, 2),
                EntryType.REVERSAL,
                LocalDate.of(2026, 3, 31),
                new Lines(List.of(CREDIT_100, DEBIT_100))));
  }

  private static Line usd(Side side, long minor) {
    return line(side, minor, "USD");
  }

  private static Line line(Side side, long minor, String currency) {
    return new Line(CASH_CLEARING, side, Money.ofMinor(minor, currency));
  }
}
