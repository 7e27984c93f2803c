package io.cascadeledger.api.export;

import io.cascadeledger.journal.Side;
import io.cascadeledger.projections.journal.JournalItem;

/** Amounts as the plain-text tools count them: debits are positive, credits negative. */
final class Amounts {

  private Amounts() {}

  static String signed(JournalItem.Line line) {
    long minor = line.amount().minorUnits();
    return ExportedBooks.decimal(
        line.side() == Side.DEBIT ? minor : -minor, line.amount().currency());
  }
}
