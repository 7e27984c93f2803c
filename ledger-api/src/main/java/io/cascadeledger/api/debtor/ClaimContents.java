package io.cascadeledger.api.debtor;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.claim.command.AmountCheck;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.projections.debtor.AccountView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import tools.jackson.databind.JsonNode;

/** What is said of claims when they are created, updated, credited or debited. */
final class ClaimContents {

  private final People people;
  private final AccountQueries accounts;
  private final BusinessClock clock;

  ClaimContents(People people, AccountQueries accounts, BusinessClock clock) {
    this.people = people;
    this.accounts = accounts;
    this.clock = clock;
  }

  ClaimItem create(Call call, String claim, JsonNode node) {
    return new ClaimItem.Create(said(call, claim, node).details(), Identifiers.next());
  }

  ClaimItem recreate(Call call, String claim, JsonNode node) {
    return new ClaimItem.Recreate(said(call, claim, node).details(), Identifiers.next());
  }

  ClaimItem imported(Call call, String claim, JsonNode node) {
    Said said = said(call, claim, node);
    return new ClaimItem.Import(
        said.details(), said.reason(), said.check(call), Identifiers.next());
  }

  ClaimItem update(Call call, String claim, JsonNode node) {
    Said said = said(call, claim, node);
    return new ClaimItem.Update(said.patch(), said.reason(), said.check(call), Identifiers.next());
  }

  /** What is said, why, and whether the status is to be kept. */
  private record Said(ClaimPatch patch, String reason, boolean keep, AccountView account) {

    AmountCheck check(Call call) {
      return AmountCheck.of(call.recompute(), keep);
    }

    /** All of it at once; the account's currency holds if no other is said. */
    ClaimDetails details() {
      ClaimDetails details = Claims.details(patch);
      return account == null || details.currency() != null
          ? details
          : details.patched(ofCurrency(account.currency()));
    }

    private static ClaimPatch ofCurrency(Currency currency) {
      return new ClaimPatch(
          null, currency, null, null, null, null, null, null, null, null, null, null, null,
          Meta.NONE);
    }
  }

  private Said said(Call call, String claim, JsonNode node) {
    WireObject item = WireObject.of("", node);
    ClaimPatch patch = Claims.patch(call.tenant(), claim, item, people);
    String reason = item.text("reason");
    WireObject options = item.object("options");
    boolean keep = options != null && options.flag("forceAmountCheck");
    if (options != null) {
      options.requireNothingElse();
    }
    item.requireNothingElse();
    AccountView account =
        patch.accountReference() == null
            ? null
            : accounts.withoutEntries(call.tenant(), patch.accountReference()).block();
    if (account != null
        && patch.currency() != null
        && !patch.currency().equals(account.currency())) {
      throw new ItemFault(
          "The currency is %s, but that of the account is %s."
              .formatted(patch.currency(), account.currency()));
    }
    return new Said(patch, reason, keep, account);
  }

  ClaimItem delete(Call call, String claim, JsonNode node) {
    WireObject item = WireObject.of("", node);
    item.text(ClaimWrites.REF);
    String reason = item.text("reason");
    item.requireNothingElse();
    return new ClaimItem.Delete(reason, Identifiers.next());
  }

  ClaimItem credit(Call call, String claim, JsonNode node) {
    Change change = change(call, node);
    return new ClaimItem.Credit(
        change.amount(),
        change.originator(),
        change.description(),
        change.day(),
        Identifiers.next());
  }

  ClaimItem debit(Call call, String claim, JsonNode node) {
    Change change = change(call, node);
    return new ClaimItem.Debit(
        change.amount(),
        change.originator(),
        change.description(),
        change.day(),
        Identifiers.next());
  }

  private record Change(Money amount, Originator originator, String description, LocalDate day) {}

  private Change change(Call call, JsonNode node) {
    WireObject item = WireObject.of("", node);
    Instant at = item.moment("date");
    Change change =
        new Change(
            new Money(
                item.required("amount", WireObject::number),
                item.required("currency", WireObject::currency)),
            item.requiredConstant("originator", Originator.class),
            item.text("descriptionText"),
            at == null ? call.time().businessDate() : clock.dateOf(at));
    item.requireNothingElse();
    return change;
  }
}
