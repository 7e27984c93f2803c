package io.cascadeledger.account;

import static io.cascadeledger.given.AccountItems.debtor;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.mandate;
import static io.cascadeledger.given.AccountItems.match;
import static io.cascadeledger.given.AccountItems.meta;
import static io.cascadeledger.given.AccountItems.product;
import static io.cascadeledger.given.AccountItems.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.ScoreType;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import org.junit.jupiter.api.Test;

/** What belongs to an account, and what happens when it comes twice. */
final class BelongingsTest {
  private final AccountBook book = AccountBook.opened();

  @Test
  void an_account_is_created_with_all_it_has_and_once() {
    OpenAccount opening =
        AccountBook.opening(
            new AccountItem.AddProduct(product("P1", "Loan")),
            new AccountItem.AddDebtor(debtor("D1", "Ann")),
            new AccountItem.SetScore(score(ScoreType.INTERNAL, "V1")),
            invoice("I1", 100));
    AccountBook created = new AccountBook();

    assertThat(created.handle(opening)).hasSize(6);
    assertThat(created.handle(opening)).isEmpty();
    assertThat(created.claims()).containsEntry("I1", "100 ACTIVE");
    assertThat(created.refuse(invoice("I1", 101)))
        .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(ItemRefusalCode.ENTRY_EXISTS));
  }

  @Test
  void an_account_is_not_created_at_all_if_a_part_of_it_cannot_be() {
    AccountBook created = new AccountBook();

    assertThatThrownBy(
            () -> created.handle(AccountBook.opening(invoice("I1", 1), fee("F", 1, "A", "no"))))
        .isInstanceOf(ItemRefused.class);

    assertThat(created.state().exists()).isFalse();
    assertThat(created.handle(AccountBook.opening(invoice("I1", 1)))).hasSize(3);
  }

  @Test
  void the_same_entry_twice_is_one_entry() {
    assertThat(book.accept(invoice("I1", 100), invoice("I1", 100))).hasSize(2);
    assertThat(book.accept(invoice("I1", 100))).isEmpty();
    assertRefused(ItemRefusalCode.ENTRY_EXISTS, invoice("I1", 99));
    assertRefused(ItemRefusalCode.ENTRY_EXISTS, fee("I1", 100, "LETTER", null));
  }

  @Test
  void a_payment_of_one_provider_and_tracking_id_is_taken_once() {
    MatchRule rule = MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES);
    book.accept(invoice("I1", 100));

    assertThat(book.accept(match("T1", 40, rule))).isNotEmpty();
    assertThat(book.accept(match("T1", 40, rule))).isEmpty();
    assertRefused(ItemRefusalCode.PAYMENT_EXISTS, match("T1", 41, rule));
    assertThat(book.accept(match("T2", 40, rule))).isNotEmpty();
    assertThat(book.claims()).containsEntry("I1", "20 ACTIVE");
  }

  @Test
  void a_product_is_added_once_and_updated_part_by_part() {
    Product laptop = new Product("P1", "PAY", "Computer", "Laptop", null, meta("a", "1"));
    assertThat(book.accept(new AccountItem.AddProduct(laptop))).hasSize(1);
    assertThat(book.accept(new AccountItem.AddProduct(laptop))).isEmpty();
    assertRefused(
        ItemRefusalCode.PRODUCT_EXISTS, new AccountItem.AddProduct(product("P1", "Tablet")));

    Product changes = new Product("P1", null, null, "Tablet", "2022", meta("b", "2"));
    assertThat(book.accept(new AccountItem.UpdateProduct(changes))).hasSize(1);
    assertThat(book.accept(new AccountItem.UpdateProduct(changes))).isEmpty();
    assertThat(book.state().product("P1"))
        .contains(
            new Product(
                "P1", "PAY", "Computer", "Tablet", "2022", meta("a", "1").merge(meta("b", "2"))));
    assertRefused(
        ItemRefusalCode.PRODUCT_NOT_FOUND, new AccountItem.UpdateProduct(product("P2", "x")));
  }

  @Test
  void a_debtor_is_known_by_reference_and_compared_by_digest() {
    assertThat(book.accept(new AccountItem.AddDebtor(debtor("D1", "Ann")))).hasSize(1);
    assertThat(book.accept(new AccountItem.AddDebtor(debtor("D1", "Ann")))).isEmpty();
    assertRefused(ItemRefusalCode.DEBTOR_EXISTS, new AccountItem.AddDebtor(debtor("D1", "Bob")));
    assertThat(book.accept(new AccountItem.UpdateDebtor(debtor("D1", "Bob")))).hasSize(1);
    assertThat(book.accept(new AccountItem.UpdateDebtor(debtor("D1", "Bob")))).isEmpty();
    assertRefused(
        ItemRefusalCode.DEBTOR_NOT_FOUND, new AccountItem.UpdateDebtor(debtor("D2", "Bob")));
  }

  @Test
  void debtors_without_a_reference_are_told_apart_by_what_is_known_of_them() {
    assertThat(
            book.accept(
                new AccountItem.AddDebtor(debtor(null, "Ann")),
                new AccountItem.AddDebtor(debtor(null, "Bob")),
                new AccountItem.AddDebtor(debtor(null, "Ann"))))
        .hasSize(2);
    assertRefused(
        ItemRefusalCode.DEBTOR_NOT_FOUND, new AccountItem.UpdateDebtor(debtor(null, "Eve")));
  }

  @Test
  void a_score_replaces_the_one_of_its_type() {
    assertThat(book.accept(new AccountItem.SetScore(score(ScoreType.EXTERNAL, "A")))).hasSize(1);
    assertThat(book.accept(new AccountItem.SetScore(score(ScoreType.EXTERNAL, "A")))).isEmpty();
    assertThat(book.accept(new AccountItem.SetScore(score(ScoreType.EXTERNAL, null)))).hasSize(1);
    assertThat(book.accept(new AccountItem.SetScore(score(ScoreType.INTERNAL, null)))).hasSize(1);
  }

  @Test
  void notes_are_merged() {
    assertThat(book.accept(new AccountItem.ChangeMeta(meta("a", "1")))).hasSize(1);
    assertThat(book.accept(new AccountItem.ChangeMeta(meta("b", "2")))).hasSize(1);
    assertThat(book.accept(new AccountItem.ChangeMeta(meta("a", "1")))).isEmpty();
    assertThat(book.accept(new AccountItem.ChangeMeta(Meta.NONE))).isEmpty();
    assertThat(book.state().details().meta()).isEqualTo(meta("a", "1").merge(meta("b", "2")));
  }

  @Test
  void a_mandate_can_be_deleted_twice_and_created_anew() {
    AccountItem create = new AccountItem.CreateMandate(mandate("M1", "trustly"));
    AccountItem delete = new AccountItem.DeleteMandate("M1");
    assertRefused(ItemRefusalCode.MANDATE_NOT_FOUND, delete);
    assertThat(book.accept(create)).hasSize(1);
    assertThat(book.accept(new AccountItem.CreateMandate(mandate("M1", "trustly")))).isEmpty();
    assertRefused(
        ItemRefusalCode.MANDATE_EXISTS, new AccountItem.CreateMandate(mandate("M1", "split")));
    assertThat(book.accept(delete)).hasSize(1);
    assertThat(book.accept(delete)).isEmpty();
    assertThat(book.accept(new AccountItem.CreateMandate(mandate("M1", "split")))).hasSize(1);
    assertThat(book.state().mandate("M1")).isPresent();
  }

  @Test
  void the_state_is_the_fold_of_the_events() {
    book.accept(invoice("I1", 100), fee("F1", 10, "LETTER", "I1"));
    book.accept(match("T1", 60, MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES)));
    AccountState replayed = new AccountState();

    book.events().forEach(replayed::evolve);

    assertThat(replayed)
        .usingRecursiveComparison()
        .ignoringFields("undo", "ledger.open")
        .isEqualTo(book.state());
  }

  private void assertRefused(ItemRefusalCode code, AccountItem item) {
    assertThat(book.refuse(item))
        .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
