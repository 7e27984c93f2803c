package io.cascadeledger.account.entry;

import io.cascadeledger.stream.Digest;
import java.util.Arrays;

/** By what an entry is known again: two entries of one digest say the same. */
public final class EntryDigest {

  private EntryDigest() {}

  /** The digest of all that an entry says. */
  public static String of(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Invoice it ->
          digest(it, it.dueDate(), it.paymentReference(), it.debtorReference());
      case LedgerEntry.Fee it -> digest(it, it.type());
      case LedgerEntry.Payment it -> digest(it, it.paymentReference(), it.paymentProvider());
      case LedgerEntry.Adjustment it -> digest(it, it.reason(), it.dueDate());
      case LedgerEntry.Chargeback it -> digest(it);
      case LedgerEntry.Discount it -> digest(it);
      case LedgerEntry.Reporting it -> digest(it);
    };
  }

  private static String digest(LedgerEntry entry, Object... parts) {
    return Digest.of(
        EntryKind.of(entry),
        entry.reference(),
        entry.amountMinor(),
        entry.target(),
        entry.productReference(),
        entry.createdAt(),
        entry.meta().entries(),
        Arrays.asList(parts));
  }
}
