package io.cascadeledger.metadata;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a lender notes on an account, an entry or a claim: an object of whatever the lender likes.
 * The ledger keeps it, merges it key by key, and gives it back.
 *
 * @param entries the values by key, in alphabetical order
 */
public record Meta(SortedMap<String, JsonText> entries) {

  /** No notes. */
  public static final Meta NONE = new Meta(new TreeMap<>());

  public Meta {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * These notes with others added, which win where both have a key.
   *
   * @param changes the others
   * @return the sum, never null
   */
  public Meta merge(Meta changes) {
    if (changes.entries.isEmpty()) {
      return this;
    }
    SortedMap<String, JsonText> merged = new TreeMap<>(entries);
    merged.putAll(changes.entries);
    return new Meta(merged);
  }
}
