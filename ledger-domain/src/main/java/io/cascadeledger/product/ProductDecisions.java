package io.cascadeledger.product;

import io.cascadeledger.loan.state.ServicedTerms;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a product may be defined, revised or retired. */
final class ProductDecisions {

  /** Stands for a first due date where a template has none; that of each loan is its own. */
  private static final LocalDate SOME_DATE = LocalDate.of(2000, 1, 1);

  private ProductDecisions() {}

  /**
   * Decides on a new product.
   *
   * @throws Refused if there is one of that name, or the content is unsound
   */
  static LoanProductDefined decide(ProductState product, DefineProduct command) {
    if (product.exists()) {
      throw new Refused(
          RefusalCode.PRODUCT_ALREADY_EXISTS,
          "A product named %s was defined before.".formatted(command.product().value()));
    }
    requireSound(command.content());
    return new LoanProductDefined(
        command.product(),
        command.content(),
        command.metadata(),
        command.time().businessDate(),
        command.time().postedAt());
  }

  /**
   * Decides on a further version.
   *
   * @throws Refused if there is no such product, it is retired, or the content is unsound
   */
  static LoanProductRevised decide(ProductState product, ReviseProduct command) {
    requireOffered(product);
    requireSound(command.content());
    return new LoanProductRevised(
        command.product(),
        product.versions().getLast().number() + 1,
        command.content(),
        command.metadata(),
        command.time().businessDate(),
        command.time().postedAt());
  }

  /**
   * Decides on the end of a product.
   *
   * @throws Refused if there is no such product, or it was retired before
   */
  static LoanProductRetired decide(ProductState product, RetireProduct command) {
    requireOffered(product);
    return new LoanProductRetired(
        command.product(),
        product.versions().getLast().number(),
        command.reason(),
        command.metadata(),
        command.time().businessDate(),
        command.time().postedAt());
  }

  private static void requireOffered(ProductState product) {
    product.requireDefined();
    if (product.isRetired()) {
      throw new Refused(
          RefusalCode.PRODUCT_RETIRED,
          "The product %s was retired on %s.".formatted(product.id().value(), product.retiredOn()));
    }
  }

  private static void requireSound(ProductContent content) {
    content
        .limits()
        .contradiction()
        .or(() -> content.limits().outside(content.terms()))
        .or(() -> fault(content.terms()))
        .or(() -> Optional.ofNullable(content.accounts()).flatMap(PostingAccounts::fault))
        .ifPresent(
            fault -> {
              throw new Refused(
                  RefusalCode.PRODUCT_UNSOUND, "The product is unsound: " + fault + ".");
            });
  }

  /** What no loan could be opened with, whatever it says besides. */
  private static Optional<String> fault(LoanTerms terms) {
    if (terms.servicing() == null) {
      return terms.allocation() != null && terms.allocation().needsSchedule()
          ? Optional.of("a waterfall by instalment needs the terms of servicing")
          : Optional.empty();
    }
    if (terms.servicing().schedule() != null) {
      return Optional.of("a schedule has the dates of one loan, and is no template");
    }
    return isComplete(terms) ? computed(terms) : Optional.empty();
  }

  /** Whether all is there that the shape of a schedule follows from, but its dates. */
  private static boolean isComplete(LoanTerms terms) {
    ServicingTerms servicing = terms.servicing();
    return Stream.of(
            terms.annualInterestRate(),
            terms.dayCountConvention(),
            terms.repaymentFrequency(),
            terms.instalmentCount(),
            servicing.interestMethod(),
            servicing.amortization())
        .allMatch(part -> part != null);
  }

  private static Optional<String> computed(LoanTerms terms) {
    try {
      ServicedTerms.of(
          new LoanTerms(
              terms.principalMinor(),
              terms.annualInterestRate(),
              terms.dayCountConvention(),
              terms.repaymentFrequency(),
              terms.instalmentCount(),
              SOME_DATE,
              terms.servicing(),
              terms.allocation(),
              null));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
