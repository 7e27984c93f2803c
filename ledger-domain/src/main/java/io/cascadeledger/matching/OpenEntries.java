package io.cascadeledger.matching;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * The open entries of an account, kept in the orders in which payments look at them: so a payment
 * costs what it pays, and not what the account has.
 */
public final class OpenEntries {

  private static final Section NOTHING = new Section();

  private final Section all = new Section();
  private final Map<String, Section> byProduct = new HashMap<>();

  /** Those of the whole account, or of one product. */
  static final class Section {
    private final NavigableMap<EntryPlace, OpenEntry> ofInvoices = new TreeMap<>();
    private final NavigableMap<EntryPlace, OpenEntry> ofAccount = new TreeMap<>();
    private final Map<String, NavigableMap<EntryPlace, OpenEntry>> feesByType = new HashMap<>();

    private void put(OpenEntry entry) {
      side(entry).put(entry.place(), entry);
      if (entry.fee() && entry.feeType() != null) {
        feesByType.computeIfAbsent(entry.feeType(), _ -> new TreeMap<>()).put(entry.place(), entry);
      }
    }

    private void remove(OpenEntry entry) {
      side(entry).remove(entry.place());
      if (entry.fee() && entry.feeType() != null) {
        feesByType.computeIfPresent(
            entry.feeType(),
            (_, fees) -> {
              fees.remove(entry.place());
              return fees.isEmpty() ? null : fees;
            });
      }
    }

    private NavigableMap<EntryPlace, OpenEntry> side(OpenEntry entry) {
      return entry.ofInvoice() ? ofInvoices : ofAccount;
    }

    private boolean isEmpty() {
      return ofInvoices.isEmpty() && ofAccount.isEmpty();
    }

    /** The invoices and their fees, in order. */
    Iterable<OpenEntry> ofInvoices() {
      return ofInvoices.values();
    }

    /** What belongs to no invoice, in order. */
    Iterable<OpenEntry> ofAccount() {
      return ofAccount.values();
    }

    /** The fees of a type, in order. */
    Iterable<OpenEntry> feesOf(String type) {
      return feesByType.getOrDefault(type, Collections.emptyNavigableMap()).values();
    }

    /** All of them, in order. */
    Iterable<OpenEntry> inOrder() {
      return () -> new Merged(ofInvoices.values().iterator(), ofAccount.values().iterator());
    }
  }

  /** Two orders made one. */
  private static final class Merged implements Iterator<OpenEntry> {
    private final Iterator<OpenEntry> one;
    private final Iterator<OpenEntry> other;
    private OpenEntry nextOfOne;
    private OpenEntry nextOfOther;

    Merged(Iterator<OpenEntry> one, Iterator<OpenEntry> other) {
      this.one = one;
      this.other = other;
      nextOfOne = next(one);
      nextOfOther = next(other);
    }

    private static OpenEntry next(Iterator<OpenEntry> entries) {
      return entries.hasNext() ? entries.next() : null;
    }

    @Override
    public boolean hasNext() {
      return nextOfOne != null || nextOfOther != null;
    }

    @Override
    public OpenEntry next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no open entry is left");
      }
      boolean ofOne =
          nextOfOther == null
              || (nextOfOne != null && nextOfOne.place().compareTo(nextOfOther.place()) < 0);
      OpenEntry next = ofOne ? nextOfOne : nextOfOther;
      if (ofOne) {
        nextOfOne = next(one);
      } else {
        nextOfOther = next(other);
      }
      return next;
    }
  }

  /** Puts an entry in its place, or what is open of it now in place of what was. */
  public void put(OpenEntry entry) {
    all.put(entry);
    if (entry.product() != null) {
      byProduct.computeIfAbsent(entry.product(), _ -> new Section()).put(entry);
    }
  }

  /** Takes an entry out: nothing is open of it, or nobody collects it any more. */
  public void remove(OpenEntry entry) {
    all.remove(entry);
    if (entry.product() != null) {
      byProduct.computeIfPresent(
          entry.product(),
          (_, section) -> {
            section.remove(entry);
            return section.isEmpty() ? null : section;
          });
    }
  }

  /** The open fees of the invoice that stands at a place, in order. */
  public List<OpenEntry> feesOfInvoice(EntryPlace invoice) {
    return all.ofInvoices.headMap(invoice, false).descendingMap().values().stream()
        .takeWhile(entry -> entry.place().isOfInvoice(invoice))
        .toList()
        .reversed();
  }

  /**
   * The entries that a payment may look at.
   *
   * @param product the product that a payment is for, or null for all
   */
  Section of(String product) {
    return product == null ? all : byProduct.getOrDefault(product, NOTHING);
  }
}
