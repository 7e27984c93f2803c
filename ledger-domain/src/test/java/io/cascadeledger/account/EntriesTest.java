package io.cascadeledger.account;

import static io.cascadeledger.given.AccountBook.entries;
import static io.cascadeledger.given.AccountBook.lines;
import static io.cascadeledger.given.AccountBook.told;
import static io.cascadeledger.given.AccountItems.adjustment;
import static io.cascadeledger.given.AccountItems.chargeback;
import static io.cascadeledger.given.AccountItems.discount;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.match;
import static io.cascadeledger.given.AccountItems.payment;
import static io.cascadeledger.given.AccountItems.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.ManagedClaimChanged;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind of entry does to claims and books. */
final class EntriesTest {
  private final AccountBook book = AccountBook.opened();

  @Test
  void an_invoice_raises_the_receivable_and_makes_a_claim_of_its_reference() {
    List<AccountEvent> events = book.accept(invoice("I1", 10_000));

    assertThat(lines(events)).containsExactly("1500 Dr 10000, 2300 Cr 10000");
    assertThat(told(events)).containsExactly("I1 CREATED");
    assertThat(book.claims()).containsEntry("I1", "10000 ACTIVE");
  }

  @Test
  void a_fee_of_an_invoice_stands_beside_the_amount_of_its_claim() {
    book.accept(invoice("I1", 10_000));

    List<AccountEvent> events =
        book.accept(fee("F1", 500, "COLLECTION_FEE", "I1"), fee("F2", 70, null, "I1"));

    assertThat(lines(events)).containsExactly("1510 Dr 500, 4600 Cr 500", "1510 Dr 70, 4600 Cr 70");
    assertThat(told(events)).containsExactly("I1 CHANGED");
    assertThat(book.claims()).containsEntry("I1", "10000 [COLLECTION_FEE 500, FEE 70] ACTIVE");
  }

  @Test
  void a_fee_of_the_account_belongs_to_no_claim() {
    List<AccountEvent> events = book.accept(fee("F1", 500, "LETTER", null));

    assertThat(lines(events)).containsExactly("1510 Dr 500, 4600 Cr 500");
    assertThat(told(events)).isEmpty();
    assertThat(book.state().openMinor()).isEqualTo(500);
  }

  @Test
  void a_payment_pays_its_target_and_the_last_one_resolves_the_claim() {
    book.accept(invoice("I1", 10_000), fee("F1", 500, "LETTER", "I1"));

    List<AccountEvent> first = book.accept(payment("P1", 10_000, "I1"));
    assertThat(lines(first)).containsExactly("1030 Dr 10000, 1500 Cr 10000");
    assertThat(book.claims()).containsEntry("I1", "0 [LETTER 500] ACTIVE");

    List<AccountEvent> second = book.accept(payment("P2", 500, "F1"));
    assertThat(lines(second)).containsExactly("1030 Dr 500, 1510 Cr 500");
    assertThat(told(second)).containsExactly("I1 RESOLVED");
    assertThat(book.claims()).containsEntry("I1", "0 CLAIM_PAID");
  }

  @Test
  void what_a_payment_exceeds_its_target_by_stays_with_the_account() {
    book.accept(invoice("I1", 100));

    List<AccountEvent> events = book.accept(payment("P1", 130, "I1"));

    assertThat(lines(events)).containsExactly("1030 Dr 130, 1500 Cr 100, 2200 Cr 30");
    assertThat(book.claims()).containsEntry("I1", "0 CLAIM_PAID");
    assertThat(book.state().unappliedMinor()).isEqualTo(30);
  }

  @Test
  void a_payment_without_a_target_pays_nothing_yet() {
    book.accept(invoice("I1", 100));

    List<AccountEvent> events = book.accept(payment("P1", 40, null));

    assertThat(lines(events)).containsExactly("1030 Dr 40, 2200 Cr 40");
    assertThat(told(events)).isEmpty();
    assertThat(book.claims()).containsEntry("I1", "100 ACTIVE");
  }

  @Test
  void a_discount_lowers_what_is_owed() {
    book.accept(invoice("I1", 100));

    List<AccountEvent> events = book.accept(discount("D1", 100, "I1"));

    assertThat(lines(events)).containsExactly("5500 Dr 100, 1500 Cr 100");
    assertThat(book.claims()).containsEntry("I1", "0 CLAIM_PAID");
  }

  @Test
  void an_adjustment_goes_either_way_and_reactivates_a_paid_claim() {
    book.accept(invoice("I1", 100));

    assertThat(lines(book.accept(adjustment("A1", -100, "I1"))))
        .containsExactly("5910 Dr 100, 1500 Cr 100");
    assertThat(book.claims()).containsEntry("I1", "0 CLAIM_PAID");

    List<AccountEvent> up = book.accept(adjustment("A2", 25, "I1"));
    assertThat(lines(up)).containsExactly("1500 Dr 25, 5910 Cr 25");
    assertThat(told(up)).containsExactly("I1 REACTIVATED");
    assertThat(book.claims()).containsEntry("I1", "25 ACTIVE");
  }

  @Test
  void an_adjustment_of_the_account_is_a_debit_that_can_be_paid_or_a_credit() {
    assertThat(lines(book.accept(adjustment("A1", 80, null))))
        .containsExactly("1500 Dr 80, 5910 Cr 80");
    assertThat(lines(book.accept(payment("P1", 80, "A1"))))
        .containsExactly("1030 Dr 80, 1500 Cr 80");

    assertThat(lines(book.accept(adjustment("A2", -15, null))))
        .containsExactly("5910 Dr 15, 2200 Cr 15");
    assertThat(book.state().openMinor()).isZero();
    assertThat(book.state().unappliedMinor()).isEqualTo(15);
  }

  @Test
  void an_adjustment_of_nothing_moves_the_due_date_of_an_invoice_and_of_its_fees() {
    LocalDate april = LocalDate.of(2026, 4, 1);
    LocalDate may = LocalDate.of(2026, 5, 1);
    book.accept(
        invoice("I1", 100, april), fee("F1", 10, "LETTER", "I1"), invoice("I2", 100, april));

    List<AccountEvent> events = book.accept(adjustment("A1", 0, "I1", may));

    assertThat(lines(events)).isEmpty();
    assertThat(events.getLast())
        .isInstanceOfSatisfying(
            ManagedClaimChanged.class,
            changed -> assertThat(changed.figures().currentDueDate()).isEqualTo(may));
    assertThat(entries(book.accept(match("T1", 105, ordered()))))
        .containsExactly("payment 100 > I2", "payment 5 > F1");
  }

  @Test
  void a_reporting_entry_is_a_memo() {
    List<AccountEvent> events = book.accept(reporting("R1", 99));

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            LedgerEntryPosted.class, posted -> assertThat(posted.entry()).isNull());
    assertThat(book.state().openMinor()).isZero();
  }

  @Test
  void a_chargeback_of_a_payment_restores_what_it_paid_after_what_it_paid_nothing_with() {
    book.accept(invoice("I1", 100), payment("P1", 130, "I1"));

    List<AccountEvent> events = book.accept(chargeback("C1", 50, "P1"));

    assertThat(lines(events)).containsExactly("1500 Dr 20, 2200 Dr 30, 1030 Cr 50");
    assertThat(told(events)).containsExactly("I1 REACTIVATED");
    assertThat(book.claims()).containsEntry("I1", "20 ACTIVE");
    assertThat(book.state().unappliedMinor()).isZero();
    assertThat(book.refuse(chargeback("C2", 81, "P1"))).isPresent();
    assertThat(book.refuse(chargeback("C2", 80, "P1"))).isEmpty();
  }

  @Test
  void a_chargeback_of_an_invoice_or_fee_takes_back_what_was_paid_on_it() {
    book.accept(invoice("I1", 100), fee("F1", 10, "LETTER", "I1"));
    book.accept(payment("P1", 60, "I1"), payment("P2", 10, "F1"), discount("D1", 40, "I1"));

    assertThat(book.refuse(chargeback("C1", 61, "I1"))).isPresent();
    assertThat(lines(book.accept(chargeback("C1", 60, "I1"), chargeback("C2", 10, "F1"))))
        .containsExactly("1500 Dr 60, 1030 Cr 60", "1510 Dr 10, 1030 Cr 10");
    assertThat(book.claims()).containsEntry("I1", "60 [LETTER 10] ACTIVE");
  }

  @Test
  void a_claim_is_told_of_once_however_many_entries_change_it() {
    List<AccountEvent> events =
        book.accept(invoice("I1", 100), fee("F1", 10, "LETTER", "I1"), payment("P1", 30, "I1"));

    assertThat(told(events)).containsExactly("I1 CREATED");
    assertThat(book.claims()).containsEntry("I1", "70 [LETTER 10] ACTIVE");
  }

  @Test
  void an_invoice_of_nothing_makes_a_claim_of_which_nothing_is_owed() {
    List<AccountEvent> events = book.accept(invoice("I1", 0));

    assertThat(lines(events)).isEmpty();
    assertThat(book.claims()).containsEntry("I1", "0 CLAIM_PAID");
    assertThat(told(book.accept(fee("F1", 10, "LETTER", "I1")))).containsExactly("I1 REACTIVATED");
  }

  @Test
  void nothing_of_a_command_happens_if_one_of_its_items_cannot() {
    book.accept(invoice("I1", 100));
    List<AccountItem.AddEntry> items =
        List.of(
            payment("P1", 40, "I1"),
            fee("F1", 10, "LETTER", "I1"),
            adjustment("A0", 0, "I1", LocalDate.of(2027, 1, 1)),
            invoice("I2", 7),
            chargeback("C1", 41, "I1"));

    assertThat(book.refuse(items.toArray(AccountItem[]::new)))
        .hasValueSatisfying(refused -> assertThat(refused.index()).isEqualTo(4));

    assertThat(book.state().entry("P1")).isEmpty();
    assertThat(book.state().openMinor()).isEqualTo(100);
    assertThat(book.state().hasClaim("I2")).isFalse();
    assertThat(entries(book.accept(match("T1", 200, ordered()))))
        .containsExactly("payment 100 > I1", "payment 100");
  }

  private static MatchRule ordered() {
    return MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES);
  }
}
