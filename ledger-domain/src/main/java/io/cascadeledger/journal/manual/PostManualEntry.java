package io.cascadeledger.journal.manual;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Side;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.List;

/**
 * Write an entry of the general ledger that no movement of a loan brings. It is booked at once, or
 * waits for another's approval if the tenant asks for four eyes.
 *
 * @param manualEntry the identity of the entry
 * @param author who writes it
 * @param layer the layer of the books in which it is to be
 * @param effectiveDate the day on which it counts
 * @param lines what it books, in any number of currencies
 * @param text what is written on it
 * @param time when the command was received
 */
public record PostManualEntry(
    ManualEntryId manualEntry,
    String author,
    Layer layer,
    LocalDate effectiveDate,
    List<GivenLine> lines,
    ManualEntryText text,
    PostingTime time) {

  public PostManualEntry {
    lines = List.copyOf(lines);
  }

  /**
   * A line as it was given, perhaps wrongly.
   *
   * @param account the account
   * @param side debit or credit
   * @param amount the amount
   */
  public record GivenLine(AccountCode account, Side side, Money amount) {}
}
