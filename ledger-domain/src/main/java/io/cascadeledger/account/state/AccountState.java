package io.cascadeledger.account.state;

import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountMetaChanged;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.account.event.AccountTriggerFired;
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
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.matching.OpenEntries;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a debtor account must remember to decide on the next command: the fold of its events. Only
 * {@link #evolve} changes it, and never refuses.
 */
public final class AccountState {

  private AccountDetails details;
  private String openingDigest;
  private Map<String, Product> products = new LinkedHashMap<>();
  private Map<String, Debtor> debtors = new LinkedHashMap<>();
  private Map<String, Score> scores = new LinkedHashMap<>();
  private Map<String, Mandate> mandates = new LinkedHashMap<>();

  /** Mandates that were there, so that a repeated deletion is known. */
  private Map<String, Boolean> deletedMandates = new LinkedHashMap<>();

  /** The digests of matched payments, by provider and tracking id. */
  private Map<String, String> payments = new LinkedHashMap<>();

  private AccountLedger ledger = new AccountLedger();
  private final transient UndoLog undo = new UndoLog();

  /**
   * Tries something on this state, after which it is again what it was before.
   *
   * @param trial what is tried; it may evolve the state
   * @return what the trial returns
   */
  public <T> T tentatively(Supplier<T> trial) {
    ledger.open(); // derived from what is, not from what is tried
    undo.begin();
    try {
      return trial.get();
    } finally {
      undo.takeBack();
    }
  }

  /**
   * Takes one event of the account into account.
   *
   * @param event the event, which has happened
   */
  public void evolve(AccountEvent event) {
    switch (event) {
      case AccountOpened opened -> {
        openingDigest = set(openingDigest, opened.digest(), it -> openingDigest = it);
        details = set(details, opened.details(), it -> details = it);
      }
      case AccountMetaChanged changed ->
          details = set(details, withMeta(changed.changes()), it -> details = it);
      case ProductAdded it -> undo.put(products, it.product().reference(), it.product());
      case ProductChanged it -> undo.put(products, it.product().reference(), it.product());
      case DebtorAdded it -> undo.put(debtors, it.debtor().key(), it.debtor());
      case DebtorChanged it -> undo.put(debtors, it.debtor().key(), it.debtor());
      case ScoreSet it -> undo.put(scores, it.score().type().name(), it.score());
      case MandateCreated it -> {
        undo.put(mandates, it.mandate().id(), it.mandate());
        undo.put(deletedMandates, it.mandate().id(), false);
      }
      case MandateDeleted it -> undo.put(deletedMandates, it.mandateId(), true);
      case PaymentMatched it when it.trackingId() != null ->
          undo.put(payments, paymentKey(it.providerName(), it.trackingId()), it.digest());
      case LedgerEntryPosted posted -> ledger.post(posted, undo);
      case ManagedClaimCreated it -> ledger.tell(it.claimReference(), it.figures(), undo);
      case ManagedClaimChanged it -> ledger.tell(it.claimReference(), it.figures(), undo);
      case ManagedClaimPromised it ->
          ledger.changeClaim(
              it.claimReference(),
              claim -> claim.promised(it.promise().dueDate(), it.promise().amountMinor()),
              undo);
      case ManagedClaimJourneyChanged it ->
          ledger.changeClaim(it.claimReference(), claim -> claim.inState(it.state()), undo);
      case PaymentMatched _, AccountTriggerFired _ -> {
        // There is nothing to remember of it.
      }
    }
  }

  private <T> T set(T before, T after, Consumer<T> back) {
    undo.add(() -> back.accept(before));
    return after;
  }

  private AccountDetails withMeta(Meta changes) {
    return new AccountDetails(
        details.currency(),
        details.paymentReference(),
        details.portfolioReference(),
        details.meta().merge(changes));
  }

  private static String paymentKey(String providerName, String trackingId) {
    return (providerName == null ? "" : providerName) + "\t" + trackingId;
  }

  /** Whether the account was created. */
  public boolean exists() {
    return details != null;
  }

  /** What is said of it as such; null before it was created. */
  public AccountDetails details() {
    return details;
  }

  /** The digest of what it was created with. */
  public String openingDigest() {
    return openingDigest;
  }

  /** A product, if it has it. */
  public Optional<Product> product(String reference) {
    return Optional.ofNullable(products.get(reference));
  }

  /** A debtor by its {@link Debtor#key}, if it has it. */
  public Optional<Debtor> debtor(String key) {
    return Optional.ofNullable(debtors.get(key));
  }

  /** The score of a type, if it has one. */
  public Optional<Score> score(Score like) {
    return Optional.ofNullable(scores.get(like.type().name()));
  }

  /** A mandate that is not deleted, if it has it. */
  public Optional<Mandate> mandate(String id) {
    return wasDeleted(id) ? Optional.empty() : Optional.ofNullable(mandates.get(id));
  }

  /** Whether a mandate was there and is deleted. */
  public boolean wasDeleted(String mandateId) {
    return deletedMandates.getOrDefault(mandateId, false);
  }

  /** The digest of a matched payment, if it has taken one of that provider and tracking id. */
  public Optional<String> payment(String providerName, String trackingId) {
    return Optional.ofNullable(payments.get(paymentKey(providerName, trackingId)));
  }

  /** What it remembers of an entry, if it has it. */
  public Optional<KnownEntry> entry(String reference) {
    return Optional.ofNullable(ledger.entry(reference)).map(EntryStates::known);
  }

  /** What is open, but for claims that the lender has resolved. */
  public OpenEntries open() {
    return ledger.open();
  }

  /** The sum of what is open, in minor units. */
  public long openMinor() {
    return ledger.openMinor();
  }

  /** The money that it has and that pays nothing, in minor units. */
  public long unappliedMinor() {
    return ledger.unappliedMinor();
  }

  /** Whether its entries manage a claim of this reference. */
  public boolean hasClaim(String reference) {
    return ledger.claim(reference) != null;
  }

  /** What a claim comes to after all entries, told of or not. */
  public ClaimFigures figures(String claimReference) {
    return ledger.figures(claimReference);
  }

  /** The figures of a claim that were last told of, if any were. */
  public Optional<ClaimFigures> told(String claimReference) {
    return Optional.ofNullable(ledger.claim(claimReference).told());
  }

  /** Where the collection of a claim stands. */
  public JourneyState journey(String claimReference) {
    return ledger.claim(claimReference).journey();
  }

  /** What was promised on a claim for a day, in minor units; null if nothing was. */
  public Long promisedMinor(String claimReference, LocalDate dueDate) {
    return ledger.claim(claimReference).promises().get(dueDate);
  }

  /** All that belongs to it, for reading. */
  public AccountContents contents() {
    return new AccountContents(
        List.copyOf(products.values()),
        List.copyOf(debtors.values()),
        List.copyOf(scores.values()),
        mandates.values().stream().filter(it -> !wasDeleted(it.id())).toList(),
        ledger.knownEntries(),
        ledger.knownClaims());
  }
}
