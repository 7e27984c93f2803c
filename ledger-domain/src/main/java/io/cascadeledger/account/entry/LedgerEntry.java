package io.cascadeledger.account.entry;

import io.cascadeledger.metadata.Meta;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry of a debtor account's ledger, as the lender has written it. All kinds share one
 * namespace of references, because entries target each other by them. Amounts are in minor units of
 * the account's currency.
 */
public sealed interface LedgerEntry {

  /** The lender's reference, unique in the account. */
  String reference();

  /** The amount; which way it moves, the kind says. Only an adjustment's may be negative. */
  long amountMinor();

  /** The product it belongs to, or null. */
  String productReference();

  /** When the lender created it; null if the lender does not say. */
  Instant createdAt();

  /** The lender's notes. */
  Meta meta();

  /** The reference of the entry that it is about; null if there is none. */
  default String target() {
    return null;
  }

  /**
   * Something to be paid by a day. It makes a claim of its own reference.
   *
   * @param dueDate when it falls due
   * @param paymentReference how the debtor names it when paying, or null
   * @param debtorReference which of the account's debtors owes it, or null
   */
  record Invoice(
      String reference,
      long amountMinor,
      LocalDate dueDate,
      String paymentReference,
      String debtorReference,
      String productReference,
      Instant createdAt,
      Meta meta)
      implements LedgerEntry {}

  /**
   * What is expected beside invoices.
   *
   * @param type what it is for, or null
   * @param target the invoice it belongs to; null if it belongs to the account
   */
  record Fee(
      String reference,
      long amountMinor,
      String type,
      String target,
      String productReference,
      Instant createdAt,
      Meta meta)
      implements LedgerEntry {}

  /**
   * Money that came in.
   *
   * @param paymentReference how the debtor named what was paid, or null
   * @param paymentProvider through whom it came, or null
   * @param target the invoice, fee or debit that it pays; null if it pays nothing yet
   */
  record Payment(
      String reference,
      long amountMinor,
      String paymentReference,
      String paymentProvider,
      String target,
      String productReference,
      Instant createdAt,
      Meta meta)
      implements LedgerEntry {}

  /**
   * A change of what is owed, up or down; or, of zero, of its due date alone.
   *
   * @param reason why, or null
   * @param dueDate when the invoice that is its target falls due from now on; null to leave that
   * @param target the invoice, fee or debit that it changes; null for a debit or credit of the
   *     account
   */
  record Adjustment(
      String reference,
      long amountMinor,
      String reason,
      LocalDate dueDate,
      String target,
      String productReference,
      Instant createdAt,
      Meta meta)
      implements LedgerEntry {}

  /**
   * Money that was reclaimed.
   *
   * @param target the payment it was, or the invoice, fee or debit that it had paid
   */
  record Chargeback(
      String reference,
      long amountMinor,
      String target,
      String productReference,
      Instant createdAt,
      Meta meta)
      implements LedgerEntry {}

  /**
   * What is let off.
   *
   * @param target the invoice, fee or debit that is owed no more
   */
  record Discount(
      String reference,
      long amountMinor,
      String target,
      String productReference,
      Instant createdAt,
      Meta meta)
      implements LedgerEntry {}

  /** A figure for reports. It moves nothing. */
  record Reporting(
      String reference, long amountMinor, String productReference, Instant createdAt, Meta meta)
      implements LedgerEntry {}
}
