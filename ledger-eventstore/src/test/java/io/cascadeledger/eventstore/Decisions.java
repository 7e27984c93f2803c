package io.cascadeledger.eventstore;

import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.closing.Closing;
import io.cascadeledger.loan.disbursement.Disbursement;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.FeeAssessment;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.reversal.Reversal;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanState;
import java.util.List;

/** Asks a loan's state for its decision, without changing it. */
final class Decisions {

  private Decisions() {}

  static List<LoanEvent> decide(LoanState state, Object command) {
    return switch (command) {
      case PostDisbursement disburse -> Disbursement.decide(state, disburse);
      case AssessFee fee -> FeeAssessment.decide(state, fee);
      case PostPayment payment -> Payment.decide(state, payment);
      case ReverseEntry reverse -> Reversal.decide(state, reverse);
      case CloseLoan close -> List.of(Closing.decide(state, close));
      default -> throw new IllegalArgumentException("not a command of a loan: " + command);
    };
  }
}
