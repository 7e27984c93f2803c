package io.cascadeledger.given;

import static io.cascadeledger.given.AccountBook.EUR;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.AccountItem.TargetAmount;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.party.Score;
import io.cascadeledger.party.ScoreType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Things to do with a debtor account. What is not given is the same each time. */
public final class AccountItems {
  public static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

  private AccountItems() {}

  public static AccountItem.AddEntry invoice(String reference, long minor, LocalDate dueDate) {
    return invoice(reference, minor, dueDate, null);
  }

  public static AccountItem.AddEntry invoice(String reference, long minor) {
    return invoice(reference, minor, MARCH_1);
  }

  public static AccountItem.AddEntry invoice(
      String reference, long minor, LocalDate dueDate, String product) {
    return entry(
        new LedgerEntry.Invoice(reference, minor, dueDate, null, null, product, null, Meta.NONE));
  }

  public static AccountItem.AddEntry fee(String reference, long minor, String type, String target) {
    return fee(reference, minor, type, target, null);
  }

  public static AccountItem.AddEntry fee(
      String reference, long minor, String type, String target, String product) {
    return entry(new LedgerEntry.Fee(reference, minor, type, target, product, null, Meta.NONE));
  }

  public static AccountItem.AddEntry payment(String reference, long minor, String target) {
    return entry(
        new LedgerEntry.Payment(reference, minor, null, "bank", target, null, null, Meta.NONE));
  }

  public static AccountItem.AddEntry adjustment(String reference, long minor, String target) {
    return adjustment(reference, minor, target, null);
  }

  public static AccountItem.AddEntry adjustment(
      String reference, long minor, String target, LocalDate dueDate) {
    return entry(
        new LedgerEntry.Adjustment(
            reference, minor, "INVALID", dueDate, target, null, null, Meta.NONE));
  }

  public static AccountItem.AddEntry chargeback(String reference, long minor, String target) {
    return entry(new LedgerEntry.Chargeback(reference, minor, target, null, null, Meta.NONE));
  }

  public static AccountItem.AddEntry discount(String reference, long minor, String target) {
    return entry(new LedgerEntry.Discount(reference, minor, target, null, null, Meta.NONE));
  }

  public static AccountItem.AddEntry reporting(String reference, long minor) {
    return entry(new LedgerEntry.Reporting(reference, minor, null, null, Meta.NONE));
  }

  public static AccountItem.AddEntry entry(LedgerEntry entry) {
    return new AccountItem.AddEntry(entry, Sample.entryId(entry.reference()), TODAY);
  }

  public static AccountItem.MatchPayment match(String trackingId, long minor, MatchRule rule) {
    return new AccountItem.MatchPayment(
        id(trackingId), eur(minor), rule, "trustly", trackingId, null, Meta.NONE, TODAY);
  }

  public static AccountItem.SetAmounts setAmounts(String name, TargetAmount... targets) {
    return new AccountItem.SetAmounts(id(name), List.of(targets), TODAY);
  }

  public static TargetAmount target(String reference, long minor, String reason) {
    return new TargetAmount(reference, minor, reason, Meta.NONE);
  }

  public static AccountItem.OnClaim on(String claim, ClaimItem item) {
    return new AccountItem.OnClaim(claim, item);
  }

  public static ClaimItem.Credit credit(String name, long minor) {
    return new ClaimItem.Credit(eur(minor), Originator.DCA, null, TODAY, id(name));
  }

  public static ClaimItem.Debit debit(String name, long minor) {
    return new ClaimItem.Debit(eur(minor), Originator.CLIENT, null, TODAY, id(name));
  }

  public static ClaimItem.Resolve resolve(ResolutionReason reason) {
    return new ClaimItem.Resolve(reason);
  }

  public static ClaimItem.Promise promise(long minor, LocalDate dueDate) {
    return new ClaimItem.Promise(eur(minor), dueDate);
  }

  public static ClaimItem.ChangeJourney journey(JourneyState state) {
    return new ClaimItem.ChangeJourney(state, null, null);
  }

  public static Product product(String reference, String name) {
    return new Product(reference, null, null, name, null, Meta.NONE);
  }

  /** A debtor of whom something is known. */
  public static Debtor debtor(String reference, String known) {
    return new Debtor(reference, personal(reference, known));
  }

  /** What is known of somebody, as if it were sealed: each time it looks different. */
  public static PersonalData personal(String who, String known) {
    return new PersonalData(
        id(TENANT + who), "sealed " + System.identityHashCode(new Object()), "digest of " + known);
  }

  public static Mandate mandate(String mandateId, String provider) {
    return new Mandate(mandateId, provider, "DEBTOR", List.of("P1"), personal("DEBTOR", "IBAN"));
  }

  public static Score score(ScoreType type, String value) {
    return new Score(type, value == null ? null : new JsonText('"' + value + '"'), Meta.NONE);
  }

  public static Meta meta(String key, String json) {
    return new Meta(new TreeMap<>(Map.of(key, new JsonText(json))));
  }

  public static Money eur(long minor) {
    return new Money(minor, EUR);
  }
}
