package io.cascadeledger.eventstore.json;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Figures;
import io.cascadeledger.waterfall.Allocation;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** The figures of a movement in a loan's snapshot: the same, however the loan keeps them. */
final class FiguresJson {

  private FiguresJson() {}

  @JsonSerialize(converter = ToStored.class)
  @JsonDeserialize(converter = ToFigures.class)
  interface Converted {}

  /** The figures as they are stored. */
  record StoredFigures(long amountMinor, Lines lines, Allocation allocation) {}

  private static final class ToStored extends StdConverter<Figures, StoredFigures> {
    @Override
    public StoredFigures convert(Figures figures) {
      return new StoredFigures(figures.amountMinor(), figures.lines(), figures.allocation());
    }
  }

  private static final class ToFigures extends StdConverter<StoredFigures, Figures> {
    @Override
    public Figures convert(StoredFigures stored) {
      return Figures.of(stored.amountMinor(), stored.lines(), stored.allocation());
    }
  }
}
