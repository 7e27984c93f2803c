package io.cascadeledger.metadata;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The caller's own notes on a movement. The ledger keeps them and gives them back, and never reads
 * them.
 *
 * @param entries the notes, by key in alphabetical order
 */
public record Metadata(SortedMap<String, String> entries) {

  /** No notes. */
  public static final Metadata NONE = new Metadata(new TreeMap<>());

  public Metadata {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * Notes from a map in any order.
   *
   * @param entries the notes; neither keys nor values are null
   */
  public static Metadata of(Map<String, String> entries) {
    return entries.isEmpty() ? NONE : new Metadata(new TreeMap<>(entries));
  }
}
