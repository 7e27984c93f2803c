package io.cascadeledger.account.command;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Something that is to be done with a debtor account. */
public sealed interface AccountItem {

  /** What an account can be created with. */
  sealed interface Initial extends AccountItem {}

  /**
   * Add an entry to the ledger.
   *
   * @param entry the entry
   * @param entryId the identity of its journal entry, if it moves money
   * @param effectiveDate the day on which it counts
   */
  record AddEntry(LedgerEntry entry, UUID entryId, LocalDate effectiveDate) implements Initial {}

  /**
   * Add a product.
   *
   * @param product the product
   */
  record AddProduct(Product product) implements Initial {}

  /**
   * Add a debtor.
   *
   * @param debtor the debtor
   */
  record AddDebtor(Debtor debtor) implements Initial {}

  /**
   * Set the score of a type.
   *
   * @param score the score
   */
  record SetScore(Score score) implements Initial {}

  /**
   * Add or replace notes, key by key.
   *
   * @param changes the notes that are new
   */
  record ChangeMeta(Meta changes) implements AccountItem {}

  /**
   * Update a product that is there.
   *
   * @param product what is new of it
   */
  record UpdateProduct(Product product) implements AccountItem {}

  /**
   * Replace what is known of a debtor that is there.
   *
   * @param debtor the debtor, by its reference
   */
  record UpdateDebtor(Debtor debtor) implements AccountItem {}

  /**
   * Note a mandate.
   *
   * @param mandate the mandate
   */
  record CreateMandate(Mandate mandate) implements AccountItem {}

  /**
   * Delete a mandate.
   *
   * @param mandateId the mandate
   */
  record DeleteMandate(String mandateId) implements AccountItem {}

  /**
   * Take a payment, and split it over what is open.
   *
   * @param matchId the identity of the payment as a whole, from which those of its entries are made
   * @param amount what was paid
   * @param rule how it is split
   * @param providerName through whom it came, or null
   * @param trackingId how the provider names it, or null; with the provider it is known again
   * @param paymentReference how the debtor named what was paid, or null
   * @param meta the lender's notes
   * @param effectiveDate the day on which it counts
   */
  record MatchPayment(
      UUID matchId,
      Money amount,
      MatchRule rule,
      String providerName,
      String trackingId,
      String paymentReference,
      Meta meta,
      LocalDate effectiveDate)
      implements AccountItem {}

  /**
   * Bring what is open of invoices and fees to the amounts that are given, step by step.
   *
   * @param changeId an identity from which those of the entries are made
   * @param targets the steps, in their order; several may be about the same entry
   * @param effectiveDate the day on which they count
   */
  record SetAmounts(UUID changeId, List<TargetAmount> targets, LocalDate effectiveDate)
      implements AccountItem {

    public SetAmounts {
      targets = List.copyOf(targets);
    }
  }

  /**
   * A step of {@link SetAmounts}.
   *
   * @param reference the invoice or fee
   * @param amountMinor what is to be open of it, in minor units
   * @param reason {@code PAYMENT}, {@code CHARGEBACK}, or any other for an adjustment
   * @param meta the lender's notes, for the entry that is made
   */
  record TargetAmount(String reference, long amountMinor, String reason, Meta meta) {}

  /**
   * Do something with a claim that the account's entries manage.
   *
   * @param claimReference the claim: its invoice's reference
   * @param item what is to be done
   */
  record OnClaim(String claimReference, ClaimItem item) implements AccountItem {}

  /**
   * Pass a word on to those who follow the events.
   *
   * @param trigger the word
   */
  record FireTrigger(CustomTrigger trigger) implements AccountItem {}
}
