package io.cascadeledger.loan.state;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.Side;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the figures of many movements have in common: the accounts and sides of their lines, whether
 * they are split, which figures are zero and which are equal. A payment of interest and principal
 * has nine figures in one row (its amount, those of three lines, five parts of its split), of which
 * three differ: the form says where each stands, and a movement need only keep the three.
 */
final class FigureForm {

  /** How many parts a split has. */
  static final int PARTS = 5;

  private static final int ZERO = -1;

  /** The lines of the movement that was the first of this form; none if it books nothing. */
  private final List<Line> pattern;

  private final boolean split;

  /** For each figure of the row the place of its value among those that differ, or zero. */
  private final int[] places;

  private final int differing;

  private FigureForm(List<Line> pattern, boolean split, int[] places, int differing) {
    this.pattern = pattern;
    this.split = split;
    this.places = places;
    this.differing = differing;
  }

  /**
   * The form of a movement's figures.
   *
   * @param row all of them {@linkplain PlainFigures#inOneRow in one row}
   */
  static FigureForm of(PlainFigures figures, long[] row) {
    int[] places = new int[row.length];
    long[] values = new long[row.length];
    int differing = 0;
    for (int i = 0; i < row.length; i++) {
      int place = row[i] == 0 ? ZERO : 0;
      while (place != ZERO && place < differing && values[place] != row[i]) {
        place++;
      }
      if (place == differing) {
        values[differing++] = row[i];
      }
      places[i] = place;
    }
    return new FigureForm(
        figures.haveLines() ? figures.lines().list() : List.of(),
        figures.allocation() != null,
        places,
        differing);
  }

  /**
   * The figures that a movement of this form must keep.
   *
   * @param row all of them in one row
   * @return the values that differ, in the order in which they first stand in the row; null if the
   *     figures are of another form
   */
  long[] values(PlainFigures figures, long[] row) {
    if (row.length != places.length
        || split != (figures.allocation() != null)
        || !isPatternOf(figures.lines())) {
      return null;
    }
    long[] values = new long[differing];
    for (int i = 0; i < row.length; i++) {
      if (places[i] != ZERO) {
        values[places[i]] = row[i];
      }
    }
    for (int i = 0; i < row.length; i++) {
      if (figure(i, values) != row[i]) {
        return null;
      }
    }
    return values;
  }

  private boolean isPatternOf(Lines lines) {
    if (lines == null) {
      return pattern.isEmpty();
    }
    List<Line> list = lines.list();
    if (list.size() != pattern.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      Line line = list.get(i);
      Line like = pattern.get(i);
      if (line.side() != like.side()
          || !line.account().equals(like.account())
          || !line.amount().currency().equals(like.amount().currency())) {
        return false;
      }
    }
    return true;
  }

  private long figure(int index, long[] values) {
    return places[index] == ZERO ? 0 : values[places[index]];
  }

  /** The movement's amount. */
  long amountMinor(long[] values) {
    return figure(0, values);
  }

  /** Whether movements of this form book anything. */
  boolean hasLines() {
    return !pattern.isEmpty();
  }

  /** What the movement books; null if nothing. */
  Lines lines(long[] values) {
    if (pattern.isEmpty()) {
      return null;
    }
    List<Line> lines = new ArrayList<>(pattern.size());
    for (int i = 0; i < pattern.size(); i++) {
      Line like = pattern.get(i);
      Money amount = new Money(figure(1 + i, values), like.amount().currency());
      lines.add(new Line(like.account(), like.side(), amount));
    }
    return new Lines(lines);
  }

  /** The sum of an account's debits less its credits in the lines, in minor units. */
  long debitMinusCredit(AccountCode account, long[] values) {
    long sum = 0;
    for (int i = 0; i < pattern.size(); i++) {
      Line like = pattern.get(i);
      if (like.account().equals(account)) {
        long minor = figure(1 + i, values);
        sum = Math.addExact(sum, like.side() == Side.DEBIT ? minor : -minor);
      }
    }
    return sum;
  }

  /** How the movement is split; null if it is not one that is split. */
  Allocation allocation(long[] values) {
    if (!split) {
      return null;
    }
    int first = 1 + pattern.size();
    return new Allocation(
        figure(first, values),
        figure(first + 1, values),
        figure(first + 2, values),
        figure(first + 3, values),
        figure(first + 4, values));
  }
}
