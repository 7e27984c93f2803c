package io.cascadeledger.claim;

import static io.cascadeledger.given.AccountItems.credit;
import static io.cascadeledger.given.AccountItems.journey;
import static io.cascadeledger.given.AccountItems.promise;
import static io.cascadeledger.given.AccountItems.resolve;
import static io.cascadeledger.given.ClaimBook.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.claim.command.AmountCheck;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimCreated;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimReactivated;
import io.cascadeledger.claim.event.ClaimResolved;
import io.cascadeledger.claim.event.ClaimUpdated;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.given.ClaimBook;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.refusal.ItemRefusalCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a claim that no account's entries manage. */
final class UnmanagedClaimTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Test
  void a_claim_is_placed_with_its_amount_and_fees() {
    ClaimBook book = new ClaimBook();

    List<ClaimEvent> events = book.accept(book.create(1_000, 40));

    assertThat(lines(events)).containsExactly("1500 Dr 1000, 1510 Dr 40, 2300 Cr 1000, 4600 Cr 40");
    assertThat(book.standing()).isEqualTo("1000 + 40 ACTIVE");
  }

  @Test
  void creating_a_claim_again_with_the_same_content_changes_nothing() {
    ClaimBook book = ClaimBook.of(1_000, 0);
    book.accept(book.update(500, null, AmountCheck.NORMAL));

    assertThat(book.accept(book.create(1_000, 0))).isEmpty();
    assertRefused(book, ItemRefusalCode.CLAIM_EXISTS, book.create(500, 0));
  }

  @Test
  void a_deleted_claim_is_off_the_books_and_can_only_be_recreated() {
    ClaimBook book = ClaimBook.of(1_000, 40);
    book.accept(credit("c", 300));

    assertThat(lines(book.accept(book.delete())))
        .containsExactly("2300 Dr 700, 4600 Dr 40, 1500 Cr 700, 1510 Cr 40");
    assertThat(book.standing()).isEqualTo("700 + 40 DELETED");

    assertThat(book.accept(book.delete())).isEmpty();
    assertRefused(book, ItemRefusalCode.CLAIM_DELETED, book.create(1_000, 40));
    assertRefused(book, ItemRefusalCode.CLAIM_DELETED, book.importing(1_000, 40));
    assertRefused(book, ItemRefusalCode.CLAIM_DELETED, credit("c2", 1));
    assertThat(lines(book.accept(book.recreate(50, 0)))).containsExactly("1500 Dr 50, 2300 Cr 50");
    assertThat(book.standing()).isEqualTo("50 + 0 ACTIVE");
  }

  @Test
  void recreating_restarts_the_life_of_a_claim() {
    ClaimBook book = ClaimBook.of(1_000, 0);
    book.accept(
        promise(10, MAY), journey(JourneyState.STOPPED), resolve(ResolutionReason.CLAIM_SOLD));
    assertRefused(book, ItemRefusalCode.CLAIM_NOT_DELETED, book.recreate(1_000, 0));

    book.accept(book.delete());
    book.accept(book.recreate(1_000, 0));

    assertThat(book.accept(book.recreate(1_000, 0))).isEmpty();
    assertThat(book.state().journey()).isEqualTo(JourneyState.RUNNING);
    assertThat(book.state().promises()).isEmpty();
    assertThat(book.standing()).isEqualTo("1000 + 0 ACTIVE");
  }

  @Test
  void an_update_says_only_what_is_new() {
    ClaimBook book = ClaimBook.of(1_000, 40);
    ClaimPatch patch =
        new ClaimPatch(
            null,
            null,
            null,
            List.of(new ClaimFee("Interest", 25), new ClaimFee("Letter", 5)),
            MAY,
            null,
            null,
            "CARD",
            null,
            null,
            null,
            null,
            null,
            Meta.NONE);

    List<ClaimEvent> events = book.accept(book.update(patch, null, AmountCheck.NORMAL));

    assertThat(lines(events)).containsExactly("5910 Dr 10, 1510 Cr 10");
    ClaimDetails now = book.state().details();
    assertThat(now.totalFeesMinor()).isEqualTo(30);
    assertThat(now.currentDueDate()).isEqualTo(MAY);
    assertThat(now.originalDueDate()).isEqualTo(LocalDate.of(2019, 9, 9));
    assertThat(now.productReference()).isEqualTo("CARD");
    assertThat(book.accept(book.update(patch, null, AmountCheck.NORMAL))).isEmpty();
  }

  @Test
  void a_sum_of_fees_replaces_fees_that_were_listed() {
    ClaimBook book = ClaimBook.of(0, 40);
    ClaimPatch sum =
        new ClaimPatch(
            null, null, 50L, null, null, null, null, null, null, null, null, null, null, Meta.NONE);

    assertThat(lines(book.accept(book.update(sum, null, AmountCheck.NORMAL))))
        .containsExactly("1510 Dr 10, 4600 Cr 10");
    assertThat(book.state().details().fees()).isEmpty();
  }

  @Test
  void an_update_to_zero_because_it_was_paid_is_money_and_resolves_the_claim() {
    ClaimBook book = ClaimBook.of(1_000, 0);

    List<ClaimEvent> events = book.accept(book.update(0, "CLAIM_PAID", AmountCheck.NORMAL));

    assertThat(lines(events)).containsExactly("1030 Dr 1000, 1500 Cr 1000");
    assertThat(events).hasExactlyElementsOfTypes(ClaimUpdated.class, ClaimResolved.class);
    assertThat(book.standing()).isEqualTo("0 + 0 CLAIM_PAID");
  }

  @Test
  void an_update_for_another_reason_is_an_adjustment() {
    ClaimBook book = ClaimBook.of(1_000, 0);

    assertThat(lines(book.accept(book.update(400, "agreed", AmountCheck.NORMAL))))
        .containsExactly("5910 Dr 600, 1500 Cr 600");
    assertThat(lines(book.accept(book.update(450, "CLAIM_PAID", AmountCheck.NORMAL))))
        .containsExactly("1500 Dr 50, 5910 Cr 50");
    book.accept(book.update(0, "FRAUDULENT", AmountCheck.NORMAL));
    assertThat(book.standing()).isEqualTo("0 + 0 FRAUDULENT");
  }

  @Test
  void a_resolved_claim_stays_resolved_when_its_amount_rises_unless_that_is_to_be_looked_at() {
    ClaimBook book = ClaimBook.of(1_000, 0);
    book.accept(resolve(ResolutionReason.CLAIM_SOLD));

    book.accept(book.update(1_100, null, AmountCheck.NORMAL));
    assertThat(book.standing()).isEqualTo("1100 + 0 CLAIM_SOLD");

    assertThat(book.accept(book.update(1_100, null, AmountCheck.RECOMPUTE)))
        .hasExactlyElementsOfTypes(ClaimReactivated.class);
    assertThat(book.standing()).isEqualTo("1100 + 0 ACTIVE");
  }

  @Test
  void an_update_can_leave_the_status_whatever_the_amount() {
    ClaimBook book = ClaimBook.of(1_000, 0);

    book.accept(book.update(0, null, AmountCheck.KEEP));
    assertThat(book.standing()).isEqualTo("0 + 0 ACTIVE");

    book.accept(book.update(ClaimPatch.of(book.state().details()), null, AmountCheck.RECOMPUTE));
    assertThat(book.standing()).isEqualTo("0 + 0 CLAIM_PAID");
    assertRefused(
        book,
        ItemRefusalCode.AMOUNT_CHECK_CONTRADICTS,
        book.update(1, null, AmountCheck.of(true, true)));
  }

  @Test
  void an_import_creates_a_claim_or_says_all_of_it_anew() {
    ClaimBook book = new ClaimBook();

    assertThat(book.accept(book.importing(3_002, 40)))
        .hasExactlyElementsOfTypes(ClaimCreated.class);
    assertThat(book.accept(book.importing(3_002, 40))).isEmpty();
    assertThat(lines(book.accept(book.importing(3_000, 50))))
        .containsExactly("1510 Dr 10, 5910 Dr 2, 1500 Cr 2, 4600 Cr 10");
  }

  @Test
  void a_claim_without_an_account_needs_its_own_currency_and_debtor() {
    ClaimBook book = new ClaimBook();
    ClaimDetails whole = ClaimBook.details(1, 0, AccountBook.EUR);
    ClaimDetails alone =
        new ClaimDetails(
            1,
            AccountBook.EUR,
            0,
            List.of(),
            MAY,
            MAY,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            Meta.NONE);

    assertRefused(book, ItemRefusalCode.DEBTOR_MISSING, new ClaimItem.Create(alone, null));
    assertRefused(
        book,
        ItemRefusalCode.CURRENCY_MISSING,
        new ClaimItem.Create(ClaimBook.details(1, 0, null), null));
    assertThat(book.refuse(new ClaimItem.Create(whole, UUID.randomUUID()))).isEmpty();
  }

  private static void assertRefused(ClaimBook book, ItemRefusalCode code, ClaimItem item) {
    assertThat(book.refuse(item))
        .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
