package io.cascadeledger.account;

import static io.cascadeledger.given.AccountBook.entries;
import static io.cascadeledger.given.AccountBook.lines;
import static io.cascadeledger.given.AccountBook.told;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.payment;
import static io.cascadeledger.given.AccountItems.setAmounts;
import static io.cascadeledger.given.AccountItems.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.refusal.ItemRefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What invoices and fees are brought to, step by step. */
final class TargetAmountsTest {
  private final AccountBook book =
      AccountBook.opened(invoice("I1", 10_000), invoice("I2", 500), fee("F1", 300, "LETTER", "I1"));

  @Test
  void each_step_becomes_the_entry_that_leads_from_what_is_open_to_what_is_to_be_open() {
    List<AccountEvent> events =
        book.accept(
            setAmounts(
                "first",
                target("I1", 7_000, "PAYMENT"),
                target("I1", 8_000, "CHARGEBACK"),
                target("I1", 8_500, "INTEREST_CORRECTION"),
                target("F1", 0, "WAIVED"),
                target("I1", 2_500, "PAYMENT"),
                target("I2", 0, "PAYMENT")));

    assertThat(entries(events))
        .containsExactly(
            "payment 3000 > I1",
            "chargeback 1000 > I1",
            "adjustment 500 > I1",
            "adjustment -300 > F1",
            "payment 6000 > I1",
            "payment 500 > I2");
    assertThat(lines(events))
        .containsExactly(
            "1030 Dr 3000, 1500 Cr 3000",
            "1500 Dr 1000, 1030 Cr 1000",
            "1500 Dr 500, 5910 Cr 500",
            "5910 Dr 300, 1510 Cr 300",
            "1030 Dr 6000, 1500 Cr 6000",
            "1030 Dr 500, 1500 Cr 500");
    assertThat(told(events)).containsExactly("I1 CHANGED", "I2 RESOLVED");
    assertThat(book.claims())
        .containsEntry("I1", "2500 ACTIVE")
        .containsEntry("I2", "0 CLAIM_PAID");
  }

  @Test
  void a_step_that_leads_nowhere_makes_no_entry() {
    assertThat(book.accept(setAmounts("none", target("I2", 500, "PAYMENT")))).isEmpty();
  }

  @Test
  void what_goes_up_and_comes_down_again_is_told_of_by_nothing_but_its_entries() {
    List<AccountEvent> events =
        book.accept(setAmounts("both", target("I2", 900, "ERROR"), target("I2", 500, "ERROR")));

    assertThat(entries(events)).containsExactly("adjustment 400 > I2", "adjustment -400 > I2");
    assertThat(told(events)).isEmpty();
  }

  @Test
  void a_payment_only_lowers_and_a_chargeback_only_raises() {
    assertRefused(ItemRefusalCode.TARGET_AMOUNT_AGAINST_REASON, "I2", 501, "PAYMENT");
    assertRefused(ItemRefusalCode.TARGET_AMOUNT_AGAINST_REASON, "I2", 499, "CHARGEBACK");
  }

  @Test
  void a_chargeback_raises_no_more_than_was_paid() {
    book.accept(payment("P1", 200, "I2"));

    assertRefused(ItemRefusalCode.EXCEEDS_PAID, "I2", 501, "CHARGEBACK");
    assertThat(entries(book.accept(setAmounts("c", target("I2", 500, "CHARGEBACK")))))
        .containsExactly("chargeback 200 > I2");
  }

  @Test
  void only_invoices_and_fees_have_target_amounts() {
    book.accept(payment("P1", 200, "I2"));

    assertRefused(ItemRefusalCode.TARGET_UNSUITABLE, "P1", 0, "PAYMENT");
    assertRefused(ItemRefusalCode.TARGET_NOT_FOUND, "unknown", 0, "PAYMENT");
    assertRefused(ItemRefusalCode.AMOUNT_NEGATIVE, "I1", -1, "PAYMENT");
    assertThat(book.refuse(setAmounts("empty")))
        .hasValueSatisfying(
            it -> assertThat(it.code()).isEqualTo(ItemRefusalCode.ITEM_COUNT_OUT_OF_RANGE));
  }

  private void assertRefused(ItemRefusalCode code, String reference, long minor, String reason) {
    assertThat(book.refuse(setAmounts("refused", target(reference, minor, reason))))
        .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
