package io.cascadeledger.loan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.loan.accrual.Accrual;
import io.cascadeledger.loan.accrual.AccrueInterest;
import io.cascadeledger.loan.adjustment.AdjustBalance;
import io.cascadeledger.loan.adjustment.BalanceAdjustment;
import io.cascadeledger.loan.change.ChangeOfTerms;
import io.cascadeledger.loan.change.ChangeTerms;
import io.cascadeledger.loan.change.EndDelinquencyPause;
import io.cascadeledger.loan.change.EndOfPause;
import io.cascadeledger.loan.change.PauseDelinquency;
import io.cascadeledger.loan.change.PauseOfDelinquency;
import io.cascadeledger.loan.chargeback.Chargeback;
import io.cascadeledger.loan.chargeback.PostChargeback;
import io.cascadeledger.loan.closing.CloseLoan;
import io.cascadeledger.loan.closing.Closing;
import io.cascadeledger.loan.disbursement.Disbursement;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.endofday.DayEnd;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.AssessPenalty;
import io.cascadeledger.loan.fee.FeeAssessment;
import io.cascadeledger.loan.fee.PenaltyAssessment;
import io.cascadeledger.loan.loss.ChargeOff;
import io.cascadeledger.loan.loss.ChargeOffLoan;
import io.cascadeledger.loan.loss.PostRecovery;
import io.cascadeledger.loan.loss.Recovery;
import io.cascadeledger.loan.loss.WriteOff;
import io.cascadeledger.loan.loss.WriteOffLoan;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.opening.Opening;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PaymentReturn;
import io.cascadeledger.loan.payment.PendingPaymentEnd;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.loan.payment.ReturnPayment;
import io.cascadeledger.loan.payment.SettlePayment;
import io.cascadeledger.loan.payment.VoidPayment;
import io.cascadeledger.loan.reversal.Reversal;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.sale.Sale;
import io.cascadeledger.loan.sale.SellLoan;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.suspense.ApplySuspense;
import io.cascadeledger.loan.suspense.CreditRefund;
import io.cascadeledger.loan.suspense.RefundCredit;
import io.cascadeledger.loan.suspense.SuspenseApplication;
import io.cascadeledger.loan.waiver.AdjustCharge;
import io.cascadeledger.loan.waiver.ChargeAdjustment;
import io.cascadeledger.loan.waiver.GrantWaiver;
import io.cascadeledger.loan.waiver.Waiver;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A loan: what is consistent. The use case of a command decides on the state; events change it. */
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
    Disbursement.decide(state, command).forEach(Loan::happen);
  }

  /** Charges a fee. */
  @CommandHandler
  public void handle(AssessFee command) {
    FeeAssessment.decide(state, command).forEach(Loan::happen);
  }

  /** Books earned interest. */
  @CommandHandler
  public void handle(AccrueInterest command) {
    Accrual.decide(state, command).forEach(Loan::happen);
  }

  /** Takes a payment. */
  @CommandHandler
  public void handle(PostPayment command) {
    Payment.decide(state, command).forEach(Loan::happen);
  }

  /** Takes some payments, each on what the ones before it have left, or none of them. */
  @CommandHandler
  public void handle(PostPayments command) {
    command.each(this::handle);
  }

  /** Settles a pending payment. */
  @CommandHandler
  public void handle(SettlePayment command) {
    PendingPaymentEnd.settle(state, command).forEach(Loan::happen);
  }

  /** Voids a pending payment. */
  @CommandHandler
  public void handle(VoidPayment command) {
    apply(PendingPaymentEnd.voided(state, command));
  }

  /** Undoes an entry. */
  @CommandHandler
  public void handle(ReverseEntry command) {
    Reversal.decide(state, command).forEach(Loan::happen);
  }

  /** Charges a penalty. */
  @CommandHandler
  public void handle(AssessPenalty command) {
    PenaltyAssessment.decide(state, command).forEach(Loan::happen);
  }

  /** Pays out of what is kept for the borrower. */
  @CommandHandler
  public void handle(ApplySuspense command) {
    SuspenseApplication.decide(state, command).forEach(Loan::happen);
  }

  /** Pays back what is kept for the borrower. */
  @CommandHandler
  public void handle(RefundCredit command) {
    CreditRefund.decide(state, command).forEach(Loan::happen);
  }

  /** Takes back a payment that was reclaimed. */
  @CommandHandler
  public void handle(PostChargeback command) {
    Chargeback.decide(state, command).forEach(Loan::happen);
  }

  /** Waives what is owed. */
  @CommandHandler
  public void handle(GrantWaiver command) {
    Waiver.decide(state, command).forEach(Loan::happen);
  }

  /** Makes a charge smaller. */
  @CommandHandler
  public void handle(AdjustCharge command) {
    ChargeAdjustment.decide(state, command).forEach(Loan::happen);
  }

  /** Sets a component right. */
  @CommandHandler
  public void handle(AdjustBalance command) {
    BalanceAdjustment.decide(state, command).forEach(Loan::happen);
  }

  /** Moves what is owed to losses. */
  @CommandHandler
  public void handle(ChargeOffLoan command) {
    ChargeOff.decide(state, command).forEach(Loan::happen);
  }

  /** Gives up what is owed. */
  @CommandHandler
  public void handle(WriteOffLoan command) {
    WriteOff.decide(state, command).forEach(Loan::happen);
  }

  /** Takes a payment for what was lost. */
  @CommandHandler
  public void handle(PostRecovery command) {
    Recovery.decide(state, command).forEach(Loan::happen);
  }

  /** Sells the loan. */
  @CommandHandler
  public void handle(SellLoan command) {
    Sale.decide(state, command).forEach(Loan::happen);
  }

  /** Undoes a payment that came back, and charges the fee for it. */
  @CommandHandler
  public void handle(ReturnPayment command) {
    handle(PaymentReturn.reversal(state, command));
    PaymentReturn.fee(command).ifPresent(this::handle);
  }

  /** Changes the rate or what is scheduled. */
  @CommandHandler
  public void handle(ChangeTerms command) {
    ChangeOfTerms.decide(state, command).forEach(Loan::happen);
  }

  /** Lets days not count as days past due. */
  @CommandHandler
  public void handle(PauseDelinquency command) {
    PauseOfDelinquency.decide(state, command).forEach(Loan::happen);
  }

  /** Lets a pause end earlier. */
  @CommandHandler
  public void handle(EndDelinquencyPause command) {
    EndOfPause.decide(state, command).forEach(Loan::happen);
  }

  /** Brings the loan to the end of a day. */
  @CommandHandler
  public void handle(CloseLoanDay command) {
    DayEnd.close(state, command, Loan::happen);
  }

  /** Closes the loan. */
  @CommandHandler
  public void handle(CloseLoan command) {
    apply(Closing.decide(state, command));
  }

  private static void happen(LoanEvent event) {
    apply(event);
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
