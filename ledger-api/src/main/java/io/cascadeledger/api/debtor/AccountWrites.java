package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.stream.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operations that post to debtor accounts. */
final class AccountWrites {

  /** The field by which items name their account. */
  static final String ACCOUNT = "accountReference";

  private final PersonReader people;
  private final BusinessClock clock;
  private final Write.Data matched;

  /**
   * The operations.
   *
   * @param matched what is answered of payments that were matched
   */
  AccountWrites(PersonReader people, BusinessClock clock, Write.Data matched) {
    this.people = people;
    this.clock = clock;
    this.matched = matched;
  }

  /** What one item of a group asks for. */
  @FunctionalInterface
  private interface Reader {
    AccountItem read(Call call, String account, WireObject item);
  }

  List<Write> all() {
    return List.of(
        new Write(
            "create_accounts",
            null,
            false,
            this::open,
            group -> "Successfully created Account " + group.reference(),
            Write.ECHO),
        new Write(
            "update_account_meta",
            null,
            false,
            changing((_, _, item) -> new AccountItem.ChangeMeta(item.asMeta())),
            group -> "Successfully updated Account meta " + group.reference(),
            Write.ECHO),
        list(
            "add_account_ledger_entries",
            (call, _, item) -> entry(call, item),
            group ->
                "Successfully added Ledger Entries: "
                    + String.join(", ", group.texts("ledgerEntryReference")),
            Write.ECHO_LIST),
        list(
            "add_account_products",
            (_, _, item) -> new AccountItem.AddProduct(Products.read(item)),
            AccountWrites::addedProduct,
            Write.ECHO_LIST),
        list(
            "update_account_products",
            (_, _, item) -> new AccountItem.UpdateProduct(Products.read(item)),
            AccountWrites::addedProduct,
            Write.ECHO_LIST),
        list(
            "add_account_debtors",
            (call, account, item) -> new AccountItem.AddDebtor(debtor(call, account, item)),
            group -> "Successfully added Debtors to Account " + group.reference(),
            Write.ECHO_LIST),
        list(
            "update_account_debtors",
            (call, account, item) -> new AccountItem.UpdateDebtor(debtor(call, account, item)),
            group -> "Successfully updated Debtors of Account " + group.reference(),
            null),
        list(
            "set_account_scores",
            (_, _, item) -> new AccountItem.SetScore(Claims.score(item)),
            group -> "Successfully set the score of " + String.join(", ", group.texts("type")),
            Write.ECHO_LIST),
        list(
            "match_account_payment",
            (call, _, item) -> MatchedPayments.read(call, item),
            group -> "Successfully matched payments of Account " + group.reference(),
            matched),
        list(
            "update_account_ledger_entries_amounts",
            (call, _, item) -> TargetAmounts.read(call, item),
            group -> "Successfully updated Ledger Entries of Account " + group.reference(),
            Write.ECHO_LIST),
        list(
            "create_account_mandates",
            (call, _, item) -> new AccountItem.CreateMandate(people.mandate(call.tenant(), item)),
            group -> "Successfully created Mandates of Account " + group.reference(),
            Write.ECHO_LIST),
        list(
            "delete_account_mandates",
            (_, _, item) ->
                new AccountItem.DeleteMandate(item.required("mandateId", WireObject::reference)),
            group -> "Successfully deleted Mandates of Account " + group.reference(),
            null));
  }

  private static String addedProduct(Group group) {
    return "Successfully added Product " + String.join(", ", group.texts("productReference"));
  }

  private static Write list(
      String name, Reader reader, Function<Group, String> message, Write.@Nullable Data data) {
    return new Write(name, ACCOUNT, false, changing(reader), message, data);
  }

  private static Write.Maker changing(Reader reader) {
    return (call, group) -> {
      List<AccountItem> items = new ArrayList<>();
      for (JsonNode node : group.items()) {
        WireObject item = WireObject.of("", node);
        item.text(ACCOUNT);
        items.add(reader.read(call, group.reference(), item));
        item.requireNothingElse();
      }
      if (call.trigger() != null) {
        items.add(new AccountItem.FireTrigger(call.trigger()));
      }
      return new ChangeAccount(id(call.tenant(), group.reference()), items, call.time());
    };
  }

  /** The identity of an account. */
  static AccountId id(String tenant, String reference) {
    if (!Reference.isSound(reference)) {
      throw new ItemFault("The accountReference is empty, too long, or has control characters.");
    }
    return new AccountId(tenant, reference);
  }

  private OpenAccount open(Call call, Group group) {
    WireObject account = WireObject.of("", group.items().getFirst());
    AccountDetails details =
        new AccountDetails(
            account.required("currency", WireObject::currency),
            account.text("paymentReference"),
            account.text("portfolioReference"),
            account.meta("meta"));
    List<AccountItem> items = new ArrayList<>();
    add(items, account, "scores", item -> new AccountItem.SetScore(Claims.score(item)));
    add(
        items,
        account,
        "debtors",
        item -> new AccountItem.AddDebtor(debtor(call, group.reference(), item)));
    add(items, account, "products", item -> new AccountItem.AddProduct(Products.read(item)));
    add(items, account, "ledgerEntries", item -> entry(call, item));
    account.requireNothingElse();
    return new OpenAccount(id(call.tenant(), group.reference()), details, items, call.time());
  }

  private static void add(
      List<AccountItem> items,
      WireObject account,
      String name,
      Function<WireObject, AccountItem> read) {
    List<AccountItem> found =
        account.list(
            name,
            item -> {
              AccountItem made = read.apply(item);
              item.requireNothingElse();
              return made;
            });
    if (found != null) {
      items.addAll(found);
    }
  }

  private AccountItem.AddEntry entry(Call call, WireObject item) {
    LedgerEntry entry = Entries.read(item);
    return new AccountItem.AddEntry(entry, Identifiers.next(), day(call, entry.createdAt()));
  }

  /** The books have an entry on the day on which the lender created it. */
  private LocalDate day(Call call, @Nullable Instant createdAt) {
    return createdAt == null ? call.time().businessDate() : clock.dateOf(createdAt);
  }

  private Debtor debtor(Call call, String account, WireObject item) {
    return people.debtor(call.tenant(), item, DataSubjects.unnamedOfAccount(account), true);
  }
}
