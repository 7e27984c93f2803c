package io.cascadeledger.projections;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param <T> what it lists
 * @param items the items of this page, in order
 * @param next where the next page starts: the position to ask for entries after; null if this page
 *     is the last
 */
public record Page<T>(List<T> items, Long next) {

  public Page {
    items = List.copyOf(items);
  }
}
