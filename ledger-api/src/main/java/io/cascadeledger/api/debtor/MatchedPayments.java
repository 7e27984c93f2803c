package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.debtor.AccountQueries;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments that find themselves what they pay. */
final class MatchedPayments {

  private final AccountQueries accounts;
  private final CaughtUp caughtUp;

  MatchedPayments(AccountQueries accounts, CaughtUp caughtUp) {
    this.accounts = accounts;
    this.caughtUp = caughtUp;
  }

  static AccountItem read(Call call, WireObject item) {
    WireObject context = item.object("context");
    MatchRule rule =
        new MatchRule(
            item.requiredConstant("matchStrategy", MatchStrategy.class),
            context == null ? null : context.reference("productReference"),
            context == null ? List.of() : context.texts("feeLedgerEntriesOrder"));
    if (context != null) {
      context.requireNothingElse();
    }
    return new AccountItem.MatchPayment(
        Identifiers.next(),
        new Money(
            item.required("totalAmount", WireObject::number),
            item.required("currency", WireObject::currency)),
        rule,
        item.text("providerName"),
        item.text("trackingId"),
        item.text("paymentReference"),
        item.meta("meta"),
        call.time().businessDate());
  }

  /**
   * The entries that the payments of a group have made: now, or when they came first. In a group of
   * several payments, only those that came now are known by themselves.
   */
  JsonNode entries(Call call, Group group, Posted posted) {
    List<LedgerEntry> entries = new ArrayList<>();
    posted.events().stream()
        .filter(LedgerEntryPosted.class::isInstance)
        .map(event -> ((LedgerEntryPosted) event).ledgerEntry())
        .forEach(entries::add);
    if (posted.isNothing()) {
      caughtUp.await();
      for (JsonNode item : group.items()) {
        entries.addAll(
            accounts
                .entriesOfPayment(
                    call.tenant(),
                    group.reference(),
                    item.path("providerName").asString(""),
                    item.path("trackingId").asString(""))
                .block());
      }
    }
    ArrayNode data = Wire.array();
    for (LedgerEntry entry : entries) {
      ObjectNode object = Wire.object().put(AccountWrites.ACCOUNT, group.reference());
      data.add(object.setAll(Entries.write(entry)));
    }
    return data;
  }
}
