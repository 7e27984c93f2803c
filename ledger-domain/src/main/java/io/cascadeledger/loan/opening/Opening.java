package io.cascadeledger.loan.opening;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;

import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.schedule.ScheduleGenerator;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.schedule.SuppliedSchedule;
import io.cascadeledger.loan.state.ServicedTerms;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Decides whether a loan may be opened. That it was opened before, the event store refuses. */
public final class Opening {

  private Opening() {}

  /**
   * Decides.
   *
   * @throws Refused if the date or the terms are unsound
   */
  public static LoanOpened decide(OpenLoan command) {
    if (command.terms() != null && command.terms().principalMinor() != null) {
      requireAmount(new Money(command.terms().principalMinor(), command.currency()));
    }
    requireEffectiveDate(command.openedOn(), command.time());
    if (command.offer() != null) {
      requireOffered(command);
    }
    if (command.terms() != null) {
      requireSound(command.terms(), command.openedOn());
    }

    return new LoanOpened(
        command.loan(),
        command.borrowerId(),
        command.currency(),
        command.programId(),
        command.offer() == null ? command.terms() : command.terms().from(command.offer().version()),
        command.metadata(),
        command.openedOn(),
        command.time().postedAt());
  }

  /** The product that the loan is opened by allows it. */
  private static void requireOffered(OpenLoan command) {
    ProductOffer offer = command.offer();
    if (offer.retired()) {
      throw new Refused(
          RefusalCode.PRODUCT_RETIRED,
          "The product %s is retired: no loan is opened by it any more."
              .formatted(offer.version().productId()));
    }
    Optional<String> fault =
        offer.currency().equals(command.currency())
            ? offer
                .limits()
                .outside(command.terms())
                .or(() -> offer.limits().unsaid(command.terms()))
            : Optional.of("the currency is %s".formatted(offer.currency()));
    fault.ifPresent(
        it -> {
          throw new Refused(
              RefusalCode.TERMS_OUTSIDE_PRODUCT,
              "Version %d of the product %s does not allow that: %s."
                  .formatted(offer.version().version(), offer.version().productId(), it));
        });
  }

  private static void requireSound(LoanTerms terms, LocalDate openedOn) {
    if (terms.servicing() != null) {
      requireServiceable(terms, openedOn);
    } else if (terms.allocation() != null && terms.allocation().needsSchedule()) {
      throw unsound(
          "A waterfall by instalment, and one that pays the next instalments, needs a schedule,"
              + " which a loan has that the ledger services.");
    }
  }

  /** From these terms a schedule can be made and interest computed. */
  private static void requireServiceable(LoanTerms terms, LocalDate openedOn) {
    requirePart(terms.principalMinor(), "principal");
    requirePart(terms.annualInterestRate(), "annual interest rate");
    requirePart(terms.dayCountConvention(), "day count convention");
    ServicingTerms servicing = terms.servicing();
    requirePart(servicing.interestMethod(), "interest method");
    if (servicing.schedule() == null) {
      requirePart(terms.repaymentFrequency(), "repayment frequency");
      requirePart(terms.instalmentCount(), "number of instalments");
      requirePart(terms.firstDueDate(), "first due date");
      requirePart(servicing.amortization(), "amortization");
      if (!terms.firstDueDate().isAfter(openedOn)) {
        throw unsound("The first due date does not lie after the opening.");
      }
    } else {
      SuppliedSchedule.fault(servicing.schedule(), openedOn, terms.principalMinor())
          .ifPresent(
              fault -> {
                throw unsound("The schedule is unsound: " + fault + ".");
              });
    }
    TermsOfCharges.fault(servicing, openedOn)
        .ifPresent(
            fault -> {
              throw unsound("The terms are unsound: " + fault + ".");
            });
    try {
      ScheduleTerms computed = ServicedTerms.of(terms);
      if (servicing.schedule() == null) {
        ScheduleGenerator.generate(computed, openedOn, terms.principalMinor());
      }
    } catch (ArithmeticException | DateTimeException e) {
      throw unsound("The schedule would have amounts or dates that are too large.");
    } catch (IllegalArgumentException e) {
      throw unsound("The terms are unsound: " + e.getMessage() + ".");
    }
  }

  private static void requirePart(Object part, String name) {
    if (part == null) {
      throw unsound("The ledger cannot service a loan without its " + name + ".");
    }
  }

  private static Refused unsound(String message) {
    return new Refused(RefusalCode.TERMS_UNSOUND, message);
  }
}
