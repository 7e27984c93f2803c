package io.cascadeledger.api.past;

import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.projections.loan.LoanStatus;
import java.time.LocalDate;

/** A loan as its events make it, one after the other: the same fold as that of the loan itself. */
public final class LoanHistory {

  private final LoanState state = new LoanState();
  private LoanOpened opened;
  private LocalDate closedOn;

  /** Takes the next event into account. */
  public void evolve(LoanEvent event) {
    state.evolve(event);
    if (event instanceof LoanOpened it) {
      opened = it;
    }
    if (event instanceof LoanClosed) {
      closedOn = event.effectiveDate();
    } else if (!state.isClosed()) {
      closedOn = null;
    }
  }

  /** How the loan was opened; null before. */
  public LoanOpened opened() {
    return opened;
  }

  /** The day from which the loan is closed; null if it is not. */
  public LocalDate closedOn() {
    return closedOn;
  }

  /** Whether the loan takes movements. */
  public LoanStatus status() {
    if (state.isClosed()) {
      return LoanStatus.CLOSED;
    }
    return switch (state.standing().exit()) {
      case NONE -> LoanStatus.OPEN;
      case CHARGED_OFF -> LoanStatus.CHARGED_OFF;
      case WRITTEN_OFF -> LoanStatus.WRITTEN_OFF;
      case SOLD -> LoanStatus.SOLD;
    };
  }

  /** What the loan is after all that was taken. */
  public LoanState state() {
    return state;
  }
}
