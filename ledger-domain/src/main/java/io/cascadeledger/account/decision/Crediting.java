package io.cascadeledger.account.decision;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.state.KnownEntry;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

/** Decides on credits and debits of managed claims: they are adjustments of the invoice. */
final class Crediting {

  private Crediting() {}

  static void credit(AccountDecision decision, String claim, ClaimItem.Credit item) {
    requireTaken(decision, claim, item.amount(), item.effectiveDate());
    adjust(
        decision,
        claim,
        "credit",
        -item.amount().minorUnits(),
        item.originator(),
        item.description(),
        item.effectiveDate(),
        item.entryId());
  }

  static void debit(AccountDecision decision, String claim, ClaimItem.Debit item) {
    requireTaken(decision, claim, item.amount(), item.effectiveDate());
    adjust(
        decision,
        claim,
        "debit",
        item.amount().minorUnits(),
        item.originator(),
        item.description(),
        item.effectiveDate(),
        item.entryId());
  }

  private static void requireTaken(
      AccountDecision decision, String claim, Money amount, LocalDate date) {
    ItemRules.requirePositive(amount.minorUnits());
    ItemRules.requireDate(date, decision.time());
    ManagedClaims.requireActive(decision.state(), claim);
    ItemRules.requireCurrency(decision.state().details().currency(), amount);
  }

  private static void adjust(
      AccountDecision decision,
      String claim,
      String kind,
      long minor,
      Originator originator,
      String description,
      LocalDate date,
      UUID entryId) {
    KnownEntry invoice = decision.state().entry(claim).orElseThrow();
    TreeMap<String, JsonText> meta = new TreeMap<>();
    meta.put("originator", new JsonText('"' + originator.name() + '"'));
    EntryPosting.post(
        decision,
        new LedgerEntry.Adjustment(
            kind + "-" + entryId,
            minor,
            description == null ? kind.toUpperCase(Locale.ROOT) : description,
            null,
            claim,
            invoice.product(),
            null,
            new Meta(meta)),
        null,
        entryId,
        date);
  }
}
