package io.cascadeledger.loan.state;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.waterfall.Allocation;
import java.util.Arrays;

/**
 * The figures of a movement that is remembered, in little room: those that differ, and a form,
 * which other movements have as well. Lines and split are made when they are asked for.
 */
final class PackedFigures implements Figures {

  private final FigureForm form;
  private final long[] values;

  /**
   * The figures of a form.
   *
   * @param values those that differ, as the form {@linkplain FigureForm#values has} them
   */
  PackedFigures(FigureForm form, long[] values) {
    this.form = form;
    this.values = values;
  }

  @Override
  public long amountMinor() {
    return form.amountMinor(values);
  }

  @Override
  public Lines lines() {
    return form.lines(values);
  }

  @Override
  public Allocation allocation() {
    return form.allocation(values);
  }

  @Override
  public boolean haveLines() {
    return form.hasLines();
  }

  @Override
  public LoanBalance change() {
    return LoanBalance.of(account -> form.debitMinusCredit(account, values));
  }

  private PlainFigures plain() {
    return new PlainFigures(amountMinor(), lines(), allocation());
  }

  @Override
  public boolean equals(Object other) {
    return switch (other) {
      case PackedFigures it -> form == it.form ? Arrays.equals(values, it.values) : say(it.plain());
      case PlainFigures it -> say(it);
      case null, default -> false;
    };
  }

  /** Whether these are the same figures. */
  boolean say(PlainFigures figures) {
    return Arrays.equals(values, form.values(figures, figures.inOneRow()));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(amountMinor());
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
