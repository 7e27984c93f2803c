package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;
import static io.cascadeledger.eventstore.json.ExampleEvents.entry;
import static io.cascadeledger.eventstore.json.ExampleEvents.id;
import static io.cascadeledger.eventstore.json.ExampleEvents.usd;

import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.AccountMetaChanged;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.account.event.AccountTriggerFired;
import io.cascadeledger.account.event.ClaimChange;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.event.DebtorAdded;
import io.cascadeledger.account.event.DebtorChanged;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.ManagedClaimChanged;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.account.event.ManagedClaimJourneyChanged;
import io.cascadeledger.account.event.ManagedClaimPromised;
import io.cascadeledger.account.event.MandateCreated;
import io.cascadeledger.account.event.MandateDeleted;
import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.account.event.ProductAdded;
import io.cascadeledger.account.event.ProductChanged;
import io.cascadeledger.account.event.ScoreSet;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.party.Score;
import io.cascadeledger.party.ScoreType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What can happen to a debtor account, with nothing left out. */
final class ExampleAccounts {

  static final Meta META =
      new Meta(
          new TreeMap<>(
              Map.of(
                  "city", new JsonText("\"Zürich\""),
                  "tags", new JsonText("[true,null,{\"deep\":\"er\"}]"))));
  static final Currency USD = Currency.getInstance("USD");
  static final LocalDate DUE = LocalDate.of(2026, 4, 30);
  static final Score SCORE = new Score(ScoreType.BEHAVIORAL, new JsonText("\"A+\""), META);
  static final PersonalData PERSONAL = new PersonalData(id(0xda7a), "c2VhbGVk", "9f86d081884c7d65");
  static final Debtor DEBTOR = new Debtor("DEBTOR-1", PERSONAL);
  static final PromiseToPay PROMISE = new PromiseToPay(5_000, DUE);
  static final CustomTrigger TRIGGER =
      new CustomTrigger("callDebtor", new JsonText("{\"at\":\"noon\"}"));

  private static final AccountId ACCOUNT = new AccountId("acme", "ACCOUNT/002 Zürich");
  private static final Instant CREATED_AT = Instant.parse("2026-03-30T12:00:00.250Z");
  private static final Product PRODUCT =
      new Product("PRODUCT-1", "PAY-1", "Computer", "Laptop", "2022", META);

  private ExampleAccounts() {}

  static Stream<LedgerEvent> all() {
    return Stream.concat(
        belongings(),
        Stream.of(
            posted(),
            matched(),
            new ManagedClaimCreated(
                ACCOUNT,
                "INVOICE-1",
                USD,
                DUE,
                "PRODUCT-1",
                "DEBTOR-1",
                "PAY-1",
                "PORTFOLIO-1",
                META,
                figures(ClaimStatus.ACTIVE, null),
                DAY,
                POSTED_AT),
            new ManagedClaimChanged(
                ACCOUNT,
                "INVOICE-1",
                ClaimChange.RESOLVED,
                figures(ClaimStatus.RESOLVED, ResolutionReason.CLAIM_SOLD),
                DAY,
                POSTED_AT),
            new ManagedClaimPromised(ACCOUNT, "INVOICE-1", PROMISE, DAY, POSTED_AT),
            new ManagedClaimJourneyChanged(
                ACCOUNT,
                "INVOICE-1",
                JourneyState.STOPPED,
                "CLAIM_PAID",
                "Paid at the desk.",
                DAY,
                POSTED_AT),
            new AccountTriggerFired(ACCOUNT, "INVOICE-1", TRIGGER, DAY, POSTED_AT)));
  }

  private static Stream<LedgerEvent> belongings() {
    AccountDetails details = new AccountDetails(USD, "PAY-ME", "PORTFOLIO-1", META);
    Mandate mandate =
        new Mandate("MANDATE-1", "trustly", "DEBTOR-1", List.of("PRODUCT-1"), PERSONAL);
    return Stream.of(
        new AccountOpened(ACCOUNT, details, "60303ae22b998861", DAY, POSTED_AT),
        new AccountMetaChanged(ACCOUNT, META, DAY, POSTED_AT),
        new ProductAdded(ACCOUNT, PRODUCT, DAY, POSTED_AT),
        new ProductChanged(ACCOUNT, PRODUCT, DAY, POSTED_AT),
        new DebtorAdded(ACCOUNT, DEBTOR, DAY, POSTED_AT),
        new DebtorChanged(ACCOUNT, DEBTOR, DAY, POSTED_AT),
        new ScoreSet(ACCOUNT, SCORE, DAY, POSTED_AT),
        new MandateCreated(ACCOUNT, mandate, DAY, POSTED_AT),
        new MandateDeleted(ACCOUNT, "MANDATE-1", DAY, POSTED_AT));
  }

  private static LedgerEntryPosted posted() {
    Lines lines =
        Lines.builder()
            .debit(ChartOfAccounts.COLLECTIONS_CLEARING, usd(13_025))
            .credit(ChartOfAccounts.CLAIMS_RECEIVABLE, usd(10_000))
            .credit(ChartOfAccounts.UNAPPLIED_CREDIT, usd(3_025))
            .build();
    return new LedgerEntryPosted(
        ACCOUNT,
        new LedgerEntry.Payment(
            "PAYMENT-1", 13_025, "PAY-1", "bank", "INVOICE-1", "PRODUCT-1", CREATED_AT, META),
        id(0x3a7c),
        new EntryEffect("INVOICE-1", -10_000, 3_025),
        entry(0x21, EntryType.PAYMENT_RECEIVED, lines),
        DAY,
        POSTED_AT);
  }

  /** The other kinds of entries, which one golden file cannot show. */
  static Stream<LedgerEntry> otherEntries() {
    return Stream.of(
        new LedgerEntry.Invoice("I", 1, DUE, "PAY", "DEBTOR", "PRODUCT", CREATED_AT, META),
        new LedgerEntry.Fee("F", 1, "LETTER", "I", "PRODUCT", CREATED_AT, META),
        new LedgerEntry.Adjustment("A", -1, "INVALID", DUE, "I", "PRODUCT", CREATED_AT, META),
        new LedgerEntry.Chargeback("C", 1, "I", "PRODUCT", CREATED_AT, META),
        new LedgerEntry.Discount("D", 1, "I", "PRODUCT", CREATED_AT, META),
        new LedgerEntry.Reporting("R", 1, "PRODUCT", CREATED_AT, META));
  }

  private static PaymentMatched matched() {
    return new PaymentMatched(
        ACCOUNT,
        id(0x3a7c),
        usd(13_025),
        new MatchRule(MatchStrategy.CUSTOM_ORDERED_FEES, "PRODUCT-1", List.of("LETTER")),
        "trustly",
        "TRACK-1",
        "PAY-1",
        META,
        "fd61a03af4f77d87",
        DAY,
        POSTED_AT);
  }

  private static ClaimFigures figures(ClaimStatus status, ResolutionReason resolution) {
    return new ClaimFigures(
        10_000,
        550,
        List.of(new ClaimFee("INTEREST", 50), new ClaimFee("LETTER", 500)),
        DUE,
        status,
        resolution,
        resolution != null);
  }
}
