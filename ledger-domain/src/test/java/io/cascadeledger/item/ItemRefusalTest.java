package io.cascadeledger.item;

import static io.cascadeledger.given.AccountItems.adjustment;
import static io.cascadeledger.given.AccountItems.chargeback;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.mandate;
import static io.cascadeledger.given.AccountItems.match;
import static io.cascadeledger.given.AccountItems.on;
import static io.cascadeledger.given.AccountItems.payment;
import static io.cascadeledger.given.AccountItems.product;
import static io.cascadeledger.given.AccountItems.setAmounts;
import static io.cascadeledger.given.AccountItems.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.given.AccountItems;
import io.cascadeledger.given.ClaimBook;
import io.cascadeledger.given.Sample;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals whose order is not shown elsewhere, and that no reason is without a case. */
final class ItemRefusalTest {

  /** The reasons that have their cases with the order of reasons, or with the life of a claim. */
  private static final Set<ItemRefusalCode> SHOWN_ELSEWHERE =
      EnumSet.of(
          ItemRefusalCode.AMOUNT_NEGATIVE,
          ItemRefusalCode.AMOUNT_TOO_LARGE,
          ItemRefusalCode.DATE_OUT_OF_RANGE,
          ItemRefusalCode.DATE_IN_FUTURE,
          ItemRefusalCode.AMOUNT_CHECK_CONTRADICTS,
          ItemRefusalCode.CURRENCY_MISSING,
          ItemRefusalCode.DEBTOR_MISSING,
          ItemRefusalCode.ACCOUNT_NOT_FOUND,
          ItemRefusalCode.CLAIM_EXISTS,
          ItemRefusalCode.CLAIM_DELETED,
          ItemRefusalCode.CLAIM_NOT_DELETED,
          ItemRefusalCode.ENTRY_EXISTS,
          ItemRefusalCode.PAYMENT_EXISTS,
          ItemRefusalCode.PRODUCT_EXISTS,
          ItemRefusalCode.DEBTOR_EXISTS,
          ItemRefusalCode.DEBTOR_NOT_FOUND,
          ItemRefusalCode.MANDATE_EXISTS,
          ItemRefusalCode.CLAIM_RESOLVED,
          ItemRefusalCode.PROMISE_EXISTS,
          ItemRefusalCode.JOURNEY_STOPPED,
          ItemRefusalCode.TARGET_NOT_FOUND,
          ItemRefusalCode.EXCEEDS_OPEN,
          ItemRefusalCode.BALANCE_TOO_LARGE);

  /** What is tried, and why it cannot be. */
  record Case(ItemRefusalCode code, String story, Supplier<Optional<ItemRefused>> attempt) {
    @Override
    public String toString() {
      return code + ": " + story;
    }
  }

  static List<Case> cases() {
    return Stream.of(wholes(), entries(), belongings(), claims()).flatMap(List::stream).toList();
  }

  private static List<Case> wholes() {
    AccountItem[] many =
        Collections.nCopies(Limits.ITEMS_PER_COMMAND + 1, invoice("I1", 1))
            .toArray(AccountItem[]::new);
    return List.of(
        of(ItemRefusalCode.ITEM_COUNT_OUT_OF_RANGE, "nothing to do", new AccountItem[0]),
        of(ItemRefusalCode.ITEM_COUNT_OUT_OF_RANGE, "too much to do", many),
        new Case(
            ItemRefusalCode.ITEM_COUNT_OUT_OF_RANGE,
            "nothing to do with a claim",
            () -> ClaimBook.of(1, 0).refuse()),
        new Case(
            ItemRefusalCode.ACCOUNT_EXISTS,
            "an account of another content",
            () -> {
              AccountBook book = AccountBook.opened();
              try {
                book.handle(AccountBook.opening(invoice("I1", 1)));
                return Optional.empty();
              } catch (ItemRefused refused) {
                return Optional.of(refused);
              }
            }));
  }

  private static List<Case> entries() {
    return List.of(
        of(ItemRefusalCode.AMOUNT_ZERO, "an adjustment of nothing", adjustment("A", 0, "I1")),
        of(
            ItemRefusalCode.AMOUNT_ZERO,
            "a due date of nothing",
            adjustment("A", 0, null, AccountItems.MARCH_1)),
        of(
            ItemRefusalCode.AMOUNT_TOO_LARGE,
            "a large credit",
            adjustment("A", -Limits.AMOUNT_MINOR - 1, null)),
        of(
            ItemRefusalCode.TARGET_UNSUITABLE,
            "the due date of a fee",
            fee("F", 1, "LETTER", "I1"),
            adjustment("A", 1, "F", AccountItems.MARCH_1)),
        of(
            ItemRefusalCode.TARGET_UNSUITABLE,
            "a fee of a fee",
            fee("F", 1, "LETTER", "I1"),
            fee("G", 1, "LETTER", "F")),
        of(
            ItemRefusalCode.TARGET_UNSUITABLE,
            "a chargeback of a chargeback",
            payment("P", 9, "I1"),
            chargeback("C", 9, "P"),
            chargeback("D", 9, "C")),
        of(
            ItemRefusalCode.TARGET_AMOUNT_AGAINST_REASON,
            "a payment that raises",
            setAmounts("s", target("I1", 101, "PAYMENT"))),
        of(
            ItemRefusalCode.EXCEEDS_PAID,
            "a payment whose money was reclaimed from its invoice",
            payment("P", 60, "I1"),
            chargeback("C", 50, "I1"),
            chargeback("D", 11, "P")),
        of(
            ItemRefusalCode.BALANCE_TOO_LARGE,
            "more money than an account may have",
            Stream.iterate(0, it -> it + 1)
                .limit(101)
                .map(it -> payment("P" + it, Limits.AMOUNT_MINOR, null))
                .toArray(AccountItem[]::new)),
        of(
            ItemRefusalCode.CURRENCY_MISMATCH,
            "dollars",
            new AccountItem.MatchPayment(
                UUID.randomUUID(),
                Money.ofMinor(1, "USD"),
                ItemDraft.rule(),
                null,
                null,
                null,
                Meta.NONE,
                Sample.TODAY)),
        of(
            ItemRefusalCode.EXCEEDS_OPEN,
            "a lower amount than nothing, after a match",
            match("T", 100, ItemDraft.rule()),
            adjustment("A", -1, "I1")));
  }

  private static List<Case> belongings() {
    return List.of(
        of(
            ItemRefusalCode.PRODUCT_NOT_FOUND,
            "an unknown product",
            new AccountItem.UpdateProduct(product("P", "x"))),
        of(
            ItemRefusalCode.MANDATE_NOT_FOUND,
            "an unknown mandate",
            new AccountItem.CreateMandate(mandate("M", "trustly")),
            new AccountItem.DeleteMandate("N")));
  }

  private static List<Case> claims() {
    ClaimBook book = new ClaimBook();
    return List.of(
        of(ItemRefusalCode.CLAIM_NOT_FOUND, "no claim of the account", on("F", book.delete())),
        of(ItemRefusalCode.CLAIM_MANAGED, "creating", on("I1", book.create(1, 0))),
        of(ItemRefusalCode.CLAIM_MANAGED, "recreating", on("I1", book.recreate(1, 0))),
        of(ItemRefusalCode.CLAIM_MANAGED, "importing", on("I1", book.importing(1, 0))),
        of(ItemRefusalCode.CLAIM_MANAGED, "deleting", on("I1", book.delete())),
        of(ItemRefusalCode.CLAIM_MANAGED, "updating", on("I1", book.update(1, null, null))),
        unknown("crediting", AccountItems.credit("c", 1)),
        unknown("updating", book.update(1, null, null)),
        unknown("deleting", book.delete()),
        unknown("recreating", book.recreate(1, 0)));
  }

  private static Case unknown(String story, ClaimItem item) {
    return new Case(ItemRefusalCode.CLAIM_NOT_FOUND, story, () -> new ClaimBook().refuse(item));
  }

  /** An account with an invoice I1 of 100 refuses the last of some items. */
  private static Case of(ItemRefusalCode code, String story, AccountItem... items) {
    return new Case(code, story, () -> AccountBook.opened(invoice("I1", 100)).refuse(items));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void an_item_is_refused_with_a_sentence(Case refusal) {
    assertThat(refusal.attempt().get())
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code()).isEqualTo(refusal.code());
              assertThat(refused).hasMessageEndingWith(".").hasMessageMatching("[A-Z0-9].+");
              assertThat(refused.getStackTrace()).isEmpty();
            });
  }

  @Test
  void every_reason_has_a_case() {
    Set<ItemRefusalCode> shown = cases().stream().map(Case::code).collect(Collectors.toSet());
    shown.addAll(SHOWN_ELSEWHERE);

    assertThat(shown).containsExactlyInAnyOrder(ItemRefusalCode.values());
  }
}
