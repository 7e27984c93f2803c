package io.cascadeledger.account.entry;

/**
 * What an entry changes of what is open, in minor units.
 *
 * @param reference the entry of which more or less is open than before: itself, if it is a new
 *     invoice, fee or debit; null if it changes none
 * @param openMinor by how much
 * @param unappliedMinor by how much the money changes that the account has and that pays nothing
 */
public record EntryEffect(String reference, long openMinor, long unappliedMinor) {

  /** It changes nothing. */
  public static final EntryEffect NONE = new EntryEffect(null, 0, 0);
}
