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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said of claims when they are created, updated, credited or debited. */
final class ClaimContents {

  private final PersonReader people;
  private final Currencies currencies;
  private final BusinessClock clock;

  ClaimContents(PersonReader people, Currencies currencies, BusinessClock clock) {
    this.people = people;
    this.currencies = currencies;
    this.clock = clock;
  }

  /** Knows in which currency an account is kept; it may block. */
  @FunctionalInterface
  interface Currencies {

    /** The currency of an account; null if there is no such account. */
    @Nullable Currency ofAccount(String tenant, String account);
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
  private record Said(ClaimPatch patch, String reason, boolean keep, Currency ofAccount) {

    AmountCheck check(Call call) {
      return AmountCheck.of(call.recompute(), keep);
    }

    /** All of it at once; the account's currency holds if no other is said. */
    ClaimDetails details() {
      ClaimDetails details = Claims.details(patch);
      return ofAccount == null || details.currency() != null
          ? details
          : details.patched(ofCurrency(ofAccount));
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
    Currency ofAccount =
        patch.accountReference() == null
            ? null
            : currencies.ofAccount(call.tenant(), patch.accountReference());
    if (ofAccount != null && patch.currency() != null && !patch.currency().equals(ofAccount)) {
      throw new ItemFault(
          "The currency is %s, but that of the account is %s."
              .formatted(patch.currency(), ofAccount));
    }
    return new Said(patch, reason, keep, ofAccount);
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
