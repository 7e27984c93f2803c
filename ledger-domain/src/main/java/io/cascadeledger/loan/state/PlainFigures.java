package io.cascadeledger.loan.state;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.waterfall.Allocation;
import java.util.Objects;

/** The figures of a movement as they are given. */
record PlainFigures(long amountMinor, Lines lines, Allocation allocation) implements Figures {

  @Override
  public boolean haveLines() {
    return lines != null;
  }

  @Override
  public LoanBalance change() {
    return LoanBalance.of(lines::debitMinusCredit);
  }

  /** All in one row: the movement's amount, those of the lines, and the parts of the split. */
  long[] inOneRow() {
    int size = lines == null ? 0 : lines.list().size();
    long[] row = new long[1 + size + (allocation == null ? 0 : FigureForm.PARTS)];
    int next = 0;
    row[next++] = amountMinor;
    for (int i = 0; i < size; i++) {
      row[next++] = lines.list().get(i).amount().minorUnits();
    }
    if (allocation != null) {
      row[next++] = allocation.penaltiesMinor();
      row[next++] = allocation.feesMinor();
      row[next++] = allocation.interestMinor();
      row[next++] = allocation.principalMinor();
      row[next] = allocation.suspenseMinor();
    }
    return row;
  }

  @Override
  public boolean equals(Object other) {
    return switch (other) {
      case PlainFigures it ->
          amountMinor == it.amountMinor
              && Objects.equals(lines, it.lines)
              && Objects.equals(allocation, it.allocation);
      case PackedFigures it -> it.say(this);
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    return Long.hashCode(amountMinor);
  }
}
