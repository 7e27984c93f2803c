package io.cascadeledger.loan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.loan.accrual.Accrual;
import io.cascadeledger.loan.accrual.AccrueInterest;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.closing.Closing;
import io.cascadeledger.loan.disbursement.Disbursement;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.FeeAssessment;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.opening.Opening;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.loan.reversal.Reversal;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * A loan: the consistency boundary of the ledger. Each command is decided by the use case of its
 * package on the loan's state; what was decided becomes one event, which changes the state.
 */
@AggregateRoot(type = LoanId.STREAM_TYPE)
public class Loan {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private LoanId id;

  private LoanState state = new LoanState();

  /** For the event store, which fills it by replaying events. */
  protected Loan() {}

  /** Opens a loan. */
  @CommandHandler
  public Loan(OpenLoan command) {
    apply(Opening.decide(command));
  }

  /** Pays out principal. */
  @CommandHandler
  public void handle(PostDisbursement command) {
    apply(Disbursement.decide(state, command));
  }

  /** Charges a fee. */
  @CommandHandler
  public void handle(AssessFee command) {
    apply(FeeAssessment.decide(state, command));
  }

  /** Books earned interest. */
  @CommandHandler
  public void handle(AccrueInterest command) {
    apply(Accrual.decide(state, command));
  }

  /** Takes a payment. */
  @CommandHandler
  public void handle(PostPayment command) {
    apply(Payment.decide(state, command));
  }

  /** Takes some payments, each on what the ones before it have left, or none of them. */
  @CommandHandler
  public void handle(PostPayments command) {
    for (int i = 0; i < command.payments().size(); i++) {
      try {
        handle(command.payments().get(i));
      } catch (Refused e) {
        throw new Refused(
            RefusalCode.BATCH_REFUSED,
            "The loan refuses a payment of the batch, so none was posted: " + e.getMessage(),
            List.of(new Refused.Item(i, e.code(), e.getMessage())));
      }
    }
  }

  /** Undoes an entry. */
  @CommandHandler
  public void handle(ReverseEntry command) {
    apply(Reversal.decide(state, command));
  }

  /** Closes the loan. */
  @CommandHandler
  public void handle(CloseLoan command) {
    apply(Closing.decide(state, command));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(LoanEvent event) {
    id = event.loan();
    state.evolve(event);
  }

  /** What the loan remembers, for reading. */
  public LoanState state() {
    return state;
  }
}
