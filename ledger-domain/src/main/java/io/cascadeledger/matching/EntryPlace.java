package io.cascadeledger.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * The place of an open entry among those of its account: by due date, then by when it was created,
 * then by arrival. The fees of an invoice stand before it, in that order among themselves.
 *
 * @param dueDate when it falls due, or when the invoice of a linked fee does
 * @param createdAt when it was created, or the invoice of a linked fee was
 * @param arrival which entry of the account it was, or the invoice of a linked fee was
 * @param linked whether it is a fee of an invoice
 * @param ownCreatedAt when it was created itself
 * @param ownArrival which entry of the account it was itself
 */
public record EntryPlace(
    LocalDate dueDate,
    Instant createdAt,
    long arrival,
    boolean linked,
    Instant ownCreatedAt,
    long ownArrival)
    implements Comparable<EntryPlace> {

  private static final Comparator<EntryPlace> ORDER =
      Comparator.comparing(EntryPlace::dueDate)
          .thenComparing(EntryPlace::createdAt)
          .thenComparingLong(EntryPlace::arrival)
          .thenComparing(EntryPlace::linked, Comparator.reverseOrder())
          .thenComparing(EntryPlace::ownCreatedAt)
          .thenComparingLong(EntryPlace::ownArrival);

  /** The place of an invoice, or of an entry that belongs to none. */
  public static EntryPlace of(LocalDate dueDate, Instant createdAt, long arrival) {
    return new EntryPlace(dueDate, createdAt, arrival, false, createdAt, arrival);
  }

  /** The place of a fee of the invoice that stands here. */
  public EntryPlace ofFee(Instant feeCreatedAt, long feeArrival) {
    return new EntryPlace(dueDate, createdAt, arrival, true, feeCreatedAt, feeArrival);
  }

  /** Whether this is the place of a fee of the invoice that stands there. */
  boolean isOfInvoice(EntryPlace invoice) {
    return linked && arrival == invoice.arrival;
  }

  @Override
  public int compareTo(EntryPlace other) {
    return ORDER.compare(this, other);
  }
}
