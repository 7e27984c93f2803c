package io.cascadeledger.item;

import static io.cascadeledger.given.AccountBook.EUR;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.match;
import static io.cascadeledger.given.AccountItems.on;
import static io.cascadeledger.given.AccountItems.payment;
import static io.cascadeledger.given.AccountItems.promise;
import static io.cascadeledger.given.AccountItems.resolve;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;

/** An item and the account it meets, before either is made; faults are put into it. */
final class ItemDraft {
  static final LocalDate DUE = LocalDate.of(2026, 5, 1);

  long minor = 10;
  LocalDate date = TODAY;
  String reference = "NEW";
  String target = "I1";
  Currency currency = EUR;
  String claim = "I1";
  boolean full;
  boolean resolved;
  boolean promised;
  boolean opened = true;
  boolean taken;

  /** I1 of 100, a fee of it, P1 that paid 30 of I1; "TAKEN" and "T0" are used. */
  AccountBook account() {
    if (!opened) {
      return new AccountBook();
    }
    MatchRule rule = rule();
    AccountBook book = AccountBook.opened(invoice("I1", 100), fee("F1", 5, "LETTER", "I1"));
    book.accept(payment("P1", 30, "I1"), payment("TAKEN", 1, null), match("T0", 1, rule));
    long room = full ? Limits.BALANCE_MINOR - book.state().openMinor() : 0;
    for (int number = 0; room > 0; number++) {
      long part = Math.min(room, Limits.AMOUNT_MINOR);
      book.accept(invoice("full " + number, part));
      room -= part;
    }
    if (promised) {
      book.accept(on("I1", promise(7, DUE)));
    }
    if (resolved) {
      book.accept(on("I1", resolve(ResolutionReason.CLAIM_SOLD)));
    }
    return book;
  }

  static MatchRule rule() {
    return MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES);
  }

  AccountItem chargeback() {
    return add(new LedgerEntry.Chargeback(reference, minor, target, null, null, Meta.NONE));
  }

  AccountItem discount() {
    return add(new LedgerEntry.Discount(reference, minor, target, null, null, Meta.NONE));
  }

  AccountItem payTarget() {
    return add(
        new LedgerEntry.Payment(reference, minor, null, null, target, null, null, Meta.NONE));
  }

  AccountItem lower() {
    return add(
        new LedgerEntry.Adjustment(reference, -minor, null, null, target, null, null, Meta.NONE));
  }

  AccountItem charge() {
    String invoice = target;
    return add(new LedgerEntry.Fee(reference, minor, "LETTER", invoice, null, null, Meta.NONE));
  }

  private AccountItem add(LedgerEntry entry) {
    return new AccountItem.AddEntry(entry, entryId(entry.reference()), date);
  }

  AccountItem matched() {
    return new AccountItem.MatchPayment(
        id("match"), money(), rule(), "trustly", taken ? "T0" : "T1", null, Meta.NONE, date);
  }

  AccountItem credited() {
    return new AccountItem.OnClaim(
        claim, new ClaimItem.Credit(money(), Originator.DCA, null, date, id("credit")));
  }

  AccountItem promiseMade() {
    return new AccountItem.OnClaim(claim, new ClaimItem.Promise(money(), DUE));
  }

  private Money money() {
    return new Money(minor, currency);
  }
}
