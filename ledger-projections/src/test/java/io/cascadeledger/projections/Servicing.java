package io.cascadeledger.projections;

import io.cascadeledger.loan.adjustment.AdjustBalance;
import io.cascadeledger.loan.adjustment.BalanceAdjustment;
import io.cascadeledger.loan.chargeback.Chargeback;
import io.cascadeledger.loan.chargeback.PostChargeback;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.loan.fee.AssessPenalty;
import io.cascadeledger.loan.fee.PenaltyAssessment;
import io.cascadeledger.loan.loss.ChargeOff;
import io.cascadeledger.loan.loss.ChargeOffLoan;
import io.cascadeledger.loan.loss.PostRecovery;
import io.cascadeledger.loan.loss.Recovery;
import io.cascadeledger.loan.loss.WriteOff;
import io.cascadeledger.loan.loss.WriteOffLoan;
import io.cascadeledger.loan.sale.Sale;
import io.cascadeledger.loan.sale.SellLoan;
import io.cascadeledger.loan.suspense.ApplySuspense;
import io.cascadeledger.loan.suspense.CreditRefund;
import io.cascadeledger.loan.suspense.RefundCredit;
import io.cascadeledger.loan.suspense.SuspenseApplication;
import io.cascadeledger.loan.waiver.AdjustCharge;
import io.cascadeledger.loan.waiver.ChargeAdjustment;
import io.cascadeledger.loan.waiver.GrantWaiver;
import io.cascadeledger.loan.waiver.Waiver;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.UUID;

/** The rarer things that happen to a lender's loans. */
public record Servicing(Lender lender) {

  /** Charges a penalty that falls due two weeks later. */
  public PenaltyAssessed penalty(LoanId loan, long minor, LocalDate date) {
    return lender.append(
        PenaltyAssessed.class,
        PenaltyAssessment.decide(
            lender.state(loan),
            new AssessPenalty(
                loan,
                lender.nextId(),
                lender.nextId(),
                lender.money(loan, minor),
                date,
                "late_payment",
                "A month late",
                date.plusDays(14),
                Metadata.NONE,
                lender.now())));
  }

  /** Pays out of suspense. */
  public SuspenseApplied applySuspense(LoanId loan, long minor, LocalDate date) {
    return lender.append(
        SuspenseApplied.class,
        SuspenseApplication.decide(
            lender.state(loan),
            new ApplySuspense(
                loan,
                lender.nextId(),
                lender.nextId(),
                lender.money(loan, minor),
                date,
                null,
                Metadata.NONE,
                lender.now())));
  }

  /** Pays what is kept for the borrower back. */
  public CreditRefunded refund(LoanId loan, long minor, LocalDate date) {
    return lender.append(
        CreditRefunded.class,
        CreditRefund.decide(
            lender.state(loan),
            new RefundCredit(
                loan,
                lender.nextId(),
                lender.nextId(),
                lender.money(loan, minor),
                date,
                "ach",
                null,
                "Overpaid",
                Metadata.NONE,
                lender.now())));
  }

  /** Takes some of a payment back. */
  public ChargebackPosted chargeback(LoanId loan, UUID payment, long minor, LocalDate date) {
    return lender.append(
        ChargebackPosted.class,
        Chargeback.decide(
            lender.state(loan),
            new PostChargeback(
                loan,
                lender.nextId(),
                lender.nextId(),
                payment,
                lender.money(loan, minor),
                date,
                "Disputed",
                Metadata.NONE,
                lender.now())));
  }

  /** Waives something of a component. */
  public WaiverGranted waive(LoanId loan, Component component, long minor, LocalDate date) {
    return lender.append(
        WaiverGranted.class,
        Waiver.decide(
            lender.state(loan),
            new GrantWaiver(
                loan,
                lender.nextId(),
                lender.nextId(),
                lender.money(loan, minor),
                date,
                new PaymentTarget.OneComponent(component),
                "As a courtesy",
                Metadata.NONE,
                lender.now())));
  }

  /** Makes a charge smaller. */
  public ChargeAdjusted adjustCharge(LoanId loan, UUID charge, long minor, LocalDate date) {
    return lender.append(
        ChargeAdjusted.class,
        ChargeAdjustment.decide(
            lender.state(loan),
            new AdjustCharge(
                loan,
                lender.nextId(),
                lender.nextId(),
                charge,
                lender.money(loan, minor),
                date,
                "Too much",
                Metadata.NONE,
                lender.now())));
  }

  /** Sets principal right. */
  public BalanceAdjusted adjustPrincipal(LoanId loan, long minor, LocalDate date) {
    return lender.append(
        BalanceAdjusted.class,
        BalanceAdjustment.decide(
            lender.state(loan),
            new AdjustBalance(
                loan,
                lender.nextId(),
                lender.nextId(),
                Component.PRINCIPAL,
                lender.money(loan, minor),
                date,
                "Migration",
                Metadata.NONE,
                lender.now())));
  }

  /** Moves what is owed to losses. */
  public LoanChargedOff chargeOff(LoanId loan, LocalDate date) {
    return lender.append(
        LoanChargedOff.class,
        ChargeOff.decide(
            lender.state(loan),
            new ChargeOffLoan(
                loan,
                lender.nextId(),
                lender.nextId(),
                date,
                "180 days",
                Metadata.NONE,
                lender.now())));
  }

  /** Gives up what is owed. */
  public LoanWrittenOff writeOff(LoanId loan, LocalDate date) {
    return lender.append(
        LoanWrittenOff.class,
        WriteOff.decide(
            lender.state(loan),
            new WriteOffLoan(
                loan,
                lender.nextId(),
                lender.nextId(),
                date,
                "Bankrupt",
                Metadata.NONE,
                lender.now())));
  }

  /** Takes a payment for what was lost. */
  public RecoveryPosted recover(LoanId loan, long minor, LocalDate date) {
    return lender.append(
        RecoveryPosted.class,
        Recovery.decide(
            lender.state(loan),
            new PostRecovery(
                loan,
                lender.nextId(),
                lender.nextId(),
                lender.money(loan, minor),
                date,
                "agency",
                "recovery-9",
                Metadata.NONE,
                lender.now())));
  }

  /** Sells the loan. */
  public LoanSold sell(LoanId loan, long price, LocalDate date) {
    return lender.append(
        LoanSold.class,
        Sale.decide(
            lender.state(loan),
            new SellLoan(
                loan,
                lender.nextId(),
                lender.nextId(),
                "Northern Receivables",
                lender.money(loan, price),
                date,
                Metadata.NONE,
                lender.now())));
  }
}
