package io.cascadeledger.matching;

import static io.cascadeledger.given.AccountBook.entries;
import static io.cascadeledger.given.AccountBook.lines;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.match;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.given.AccountItems;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The four strategies, on one account of two products:
 *
 * <pre>
 *   entry  kind              amount  due        product
 *   I1     invoice           1000    1 March    LOAN
 *   I2     invoice           2000    1 April    CARD
 *   F1     LETTER fee of I1    50               (LOAN, by its invoice)
 *   F2     INTEREST fee of I2  70               (CARD)
 *   F3     INTEREST fee of I1  30               (LOAN)
 *   A1     LETTER fee of the account  90, on 31 March
 * </pre>
 */
final class MatchingExamplesTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  private final AccountBook book = AccountBook.opened();

  @BeforeEach
  void owe() {
    book.accept(
        invoice("I2", 2_000, APRIL, "CARD"),
        invoice("I1", 1_000, MARCH, "LOAN"),
        fee("F1", 50, "LETTER", "I1"),
        fee("F2", 70, "INTEREST", "I2"),
        fee("F3", 30, "INTEREST", "I1"),
        fee("A1", 90, "LETTER", null));
  }

  @Test
  void ordered_ledger_entries_are_paid_by_due_date_with_fees_before_their_invoice() {
    List<AccountEvent> events = pay(2_000, MatchStrategy.ORDERED_LEDGER_ENTRIES);

    assertThat(entries(events))
        .containsExactly(
            "payment 50 > F1",
            "payment 30 > F3",
            "payment 1000 > I1",
            "payment 90 > A1",
            "payment 70 > F2",
            "payment 760 > I2");
    assertThat(lines(events))
        .containsExactly(
            "1030 Dr 50, 1510 Cr 50",
            "1030 Dr 30, 1510 Cr 30",
            "1030 Dr 1000, 1500 Cr 1000",
            "1030 Dr 90, 1510 Cr 90",
            "1030 Dr 70, 1510 Cr 70",
            "1030 Dr 760, 1500 Cr 760");
    assertThat(book.claims())
        .containsEntry("I1", "0 CLAIM_PAID")
        .containsEntry("I2", "1240 ACTIVE");
  }

  @Test
  void invoices_with_their_fees_come_before_entries_of_the_account() {
    List<AccountEvent> events =
        pay(3_200, MatchStrategy.ORDERED_INVOICES_WITH_FEES_THEN_ACCOUNT_ENTRIES);

    assertThat(entries(events))
        .containsExactly(
            "payment 50 > F1",
            "payment 30 > F3",
            "payment 1000 > I1",
            "payment 70 > F2",
            "payment 2000 > I2",
            "payment 50 > A1");
    assertThat(book.claims())
        .containsEntry("I1", "0 CLAIM_PAID")
        .containsEntry("I2", "0 CLAIM_PAID");
    assertThat(book.state().openMinor()).isEqualTo(40);
  }

  @Test
  void entries_of_the_account_come_before_invoices_with_their_fees() {
    List<AccountEvent> events =
        pay(200, MatchStrategy.ACCOUNT_ENTRIES_THEN_ORDERED_INVOICES_WITH_FEES);

    assertThat(entries(events))
        .containsExactly(
            "payment 90 > A1", "payment 50 > F1", "payment 30 > F3", "payment 30 > I1");
    assertThat(book.claims())
        .containsEntry("I1", "970 ACTIVE")
        .containsEntry("I2", "2000 [INTEREST 70] ACTIVE");
  }

  @Test
  void fees_in_an_order_of_their_own_come_before_all_else() {
    MatchRule rule =
        new MatchRule(
            MatchStrategy.CUSTOM_ORDERED_FEES, null, List.of("INTEREST", "UNHEARD_OF", "LETTER"));

    List<AccountEvent> events = book.accept(match("T1", 300, rule));

    assertThat(entries(events))
        .containsExactly(
            "payment 30 > F3",
            "payment 70 > F2",
            "payment 50 > F1",
            "payment 90 > A1",
            "payment 60 > I1");
  }

  @Test
  void fees_that_the_order_does_not_name_are_paid_with_all_else() {
    MatchRule rule = new MatchRule(MatchStrategy.CUSTOM_ORDERED_FEES, null, List.of("INTEREST"));

    assertThat(entries(book.accept(match("T1", 1_160, rule))))
        .containsExactly(
            "payment 30 > F3",
            "payment 70 > F2",
            "payment 50 > F1",
            "payment 1000 > I1",
            "payment 10 > A1");
  }

  @Test
  void the_order_of_fees_is_ignored_by_the_other_strategies() {
    MatchRule rule =
        new MatchRule(MatchStrategy.ORDERED_LEDGER_ENTRIES, null, List.of("INTEREST", "LETTER"));

    assertThat(entries(book.accept(match("T1", 60, rule))))
        .containsExactly("payment 50 > F1", "payment 10 > F3");
  }

  @Test
  void a_payment_for_a_product_pays_nothing_else_and_the_rest_stays_with_the_account() {
    MatchRule rule = new MatchRule(MatchStrategy.ORDERED_LEDGER_ENTRIES, "LOAN", List.of());

    List<AccountEvent> events = book.accept(match("T1", 1_500, rule));

    assertThat(entries(events))
        .containsExactly("payment 50 > F1", "payment 30 > F3", "payment 1000 > I1", "payment 420");
    assertThat(lines(events)).endsWith("1030 Dr 420, 2200 Cr 420");
    assertThat(book.claims())
        .containsEntry("I1", "0 CLAIM_PAID")
        .containsEntry("I2", "2000 [INTEREST 70] ACTIVE");
    assertThat(book.state().unappliedMinor()).isEqualTo(420);
  }

  @Test
  void an_excess_payment_pays_all_and_leaves_the_rest_as_an_entry_without_a_target() {
    List<AccountEvent> events = pay(4_000, MatchStrategy.ORDERED_LEDGER_ENTRIES);

    assertThat(entries(events)).hasSize(7).endsWith("payment 760");
    assertThat(book.state().openMinor()).isZero();
    assertThat(book.state().unappliedMinor()).isEqualTo(760);
  }

  @Test
  void a_payment_for_a_product_of_which_nothing_is_open_stays_whole() {
    MatchRule rule = new MatchRule(MatchStrategy.CUSTOM_ORDERED_FEES, "BOAT", List.of("LETTER"));

    assertThat(entries(book.accept(match("T1", 10, rule)))).containsExactly("payment 10");
  }

  @Test
  void the_next_payment_goes_on_where_the_last_one_ended() {
    pay(1_030, MatchStrategy.ORDERED_LEDGER_ENTRIES);

    assertThat(entries(book.accept(match("T2", 60, ordered()))))
        .containsExactly("payment 50 > I1", "payment 10 > A1");
  }

  @Test
  void a_claim_that_the_lender_has_resolved_is_matched_no_more() {
    book.accept(
        AccountItems.on("I1", AccountItems.resolve(ResolutionReason.CLAIM_SOLD)),
        fee("F4", 5, "LETTER", "I1"));

    assertThat(entries(pay(100, MatchStrategy.ORDERED_LEDGER_ENTRIES)))
        .containsExactly("payment 90 > A1", "payment 10 > F2");
  }

  @Test
  void a_match_says_what_it_is_of_and_its_entries_name_it() {
    List<AccountEvent> events = pay(60, MatchStrategy.ORDERED_LEDGER_ENTRIES);

    PaymentMatched matched = (PaymentMatched) events.getFirst();
    assertThat(matched.amount()).isEqualTo(AccountItems.eur(60));
    assertThat(matched.trackingId()).isEqualTo("T1");
    assertThat(events.subList(1, 3))
        .allSatisfy(
            event ->
                assertThat(((LedgerEntryPosted) event).matchId()).isEqualTo(matched.matchId()));
  }

  private List<AccountEvent> pay(long minor, MatchStrategy strategy) {
    return book.accept(match("T1", minor, MatchRule.of(strategy)));
  }

  private static MatchRule ordered() {
    return MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES);
  }
}
