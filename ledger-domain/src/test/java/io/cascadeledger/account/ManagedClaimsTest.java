package io.cascadeledger.account;

import static io.cascadeledger.claim.value.ResolutionReason.CLAIM_PAID;
import static io.cascadeledger.claim.value.ResolutionReason.CLAIM_SOLD;
import static io.cascadeledger.given.AccountBook.entries;
import static io.cascadeledger.given.AccountBook.lines;
import static io.cascadeledger.given.AccountBook.told;
import static io.cascadeledger.given.AccountItems.MARCH_1;
import static io.cascadeledger.given.AccountItems.chargeback;
import static io.cascadeledger.given.AccountItems.credit;
import static io.cascadeledger.given.AccountItems.debit;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.journey;
import static io.cascadeledger.given.AccountItems.meta;
import static io.cascadeledger.given.AccountItems.on;
import static io.cascadeledger.given.AccountItems.payment;
import static io.cascadeledger.given.AccountItems.promise;
import static io.cascadeledger.given.AccountItems.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountTriggerFired;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.account.event.ManagedClaimJourneyChanged;
import io.cascadeledger.account.event.ManagedClaimPromised;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.given.AccountItems;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.refusal.ItemRefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims that follow from entries, and what the lender can do with them. */
final class ManagedClaimsTest {
  private final AccountBook book = AccountBook.opened(invoice("I1", 1_000));

  @Test
  void a_claim_knows_its_invoice_and_inherits_the_notes_of_the_account() {
    book.accept(new AccountItem.ChangeMeta(meta("desk", "\"north\"")));
    LedgerEntry.Invoice invoice =
        new LedgerEntry.Invoice(
            "I2", 5, MARCH_1, "PAY-ME", "DEBTOR", "LOAN", null, meta("number", "111"));

    ManagedClaimCreated created =
        (ManagedClaimCreated) book.accept(AccountItems.entry(invoice)).getLast();

    assertThat(created.productReference()).isEqualTo("LOAN");
    assertThat(created.debtorReference()).isEqualTo("DEBTOR");
    assertThat(created.paymentReference()).isEqualTo("PAY-ME");
    assertThat(created.portfolioReference()).isEqualTo("PORTFOLIO");
    assertThat(created.originalDueDate()).isEqualTo(MARCH_1);
    assertThat(created.meta()).isEqualTo(meta("desk", "\"north\"").merge(meta("number", "111")));
  }

  @Test
  void credits_and_debits_are_adjustments_of_the_invoice() {
    List<AccountEvent> events = book.accept(on("I1", credit("c", 300)), on("I1", debit("d", 50)));

    assertThat(entries(events)).containsExactly("adjustment -300 > I1", "adjustment 50 > I1");
    assertThat(lines(events)).containsExactly("5910 Dr 300, 1500 Cr 300", "1500 Dr 50, 5910 Cr 50");
    assertThat(book.claims()).containsEntry("I1", "750 ACTIVE");
  }

  @Test
  void a_credit_of_all_resolves_the_claim_and_then_neither_credit_nor_debit_is_taken() {
    assertThat(told(book.accept(on("I1", credit("c", 1_000))))).containsExactly("I1 RESOLVED");

    assertRefused(ItemRefusalCode.CLAIM_RESOLVED, credit("again", 1));
    assertRefused(ItemRefusalCode.CLAIM_RESOLVED, debit("d", 1));
  }

  @Test
  void a_claim_that_the_lender_resolves_keeps_its_amount_and_stays_resolved() {
    book.accept(payment("P1", 400, "I1"));

    List<AccountEvent> events = book.accept(on("I1", resolve(CLAIM_SOLD)));
    assertThat(told(events)).containsExactly("I1 RESOLVED");
    assertThat(lines(events)).isEmpty();
    assertThat(book.claims()).containsEntry("I1", "600 CLAIM_SOLD");

    assertThat(told(book.accept(chargeback("C1", 400, "P1")))).containsExactly("I1 CHANGED");
    assertThat(book.claims()).containsEntry("I1", "1000 CLAIM_SOLD");
  }

  @Test
  void resolving_again_for_the_same_reason_changes_nothing_and_for_another_is_refused() {
    book.accept(on("I1", resolve(CLAIM_SOLD)));

    assertThat(book.accept(on("I1", resolve(CLAIM_SOLD)))).isEmpty();
    assertRefused(ItemRefusalCode.CLAIM_RESOLVED, resolve(CLAIM_PAID));
  }

  @Test
  void an_invoice_can_come_and_be_resolved_by_one_command() {
    List<AccountEvent> events =
        book.accept(invoice("I2", 5), on("I2", resolve(CLAIM_SOLD)), payment("P1", 5, "I2"));

    assertThat(told(events)).containsExactly("I2 CREATED", "I2 CHANGED");
    assertThat(book.claims()).containsEntry("I2", "0 CLAIM_SOLD");
  }

  @Test
  void promises_are_kept_by_due_date() {
    assertThat(
            book.accept(
                on("I1", promise(100, MARCH_1)), on("I1", promise(50, MARCH_1.plusDays(1)))))
        .hasSize(2)
        .hasOnlyElementsOfType(ManagedClaimPromised.class);

    assertThat(book.accept(on("I1", promise(100, MARCH_1)))).isEmpty();
    assertRefused(ItemRefusalCode.PROMISE_EXISTS, promise(101, MARCH_1));
  }

  @Test
  void a_journey_is_paused_and_resumed_until_it_is_stopped() {
    assertThat(book.accept(on("I1", journey(JourneyState.RUNNING)))).isEmpty();
    assertThat(
            book.accept(
                on("I1", journey(JourneyState.PAUSED)),
                on("I1", journey(JourneyState.RUNNING)),
                on("I1", journey(JourneyState.STOPPED))))
        .hasSize(3)
        .hasOnlyElementsOfType(ManagedClaimJourneyChanged.class);
    assertThat(book.accept(on("I1", journey(JourneyState.STOPPED)))).isEmpty();
    assertRefused(ItemRefusalCode.JOURNEY_STOPPED, journey(JourneyState.RUNNING));
  }

  @Test
  void a_trigger_is_passed_on_each_time() {
    CustomTrigger trigger = new CustomTrigger("callDebtor", new JsonText("{}"));
    AccountItem item = on("I1", new ClaimItem.FireTrigger(trigger));

    assertThat(book.accept(item, item, new AccountItem.FireTrigger(trigger)))
        .extracting(event -> ((AccountTriggerFired) event).claimReference())
        .containsExactly("I1", "I1", null);
  }

  private void assertRefused(ItemRefusalCode code, ClaimItem item) {
    assertThat(book.refuse(on("I1", item)))
        .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
