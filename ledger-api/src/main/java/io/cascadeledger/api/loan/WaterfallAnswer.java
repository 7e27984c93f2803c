package io.cascadeledger.api.loan;

import static io.cascadeledger.api.loan.TermsAnswer.word;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.InstalmentOrder;
import java.util.List;

/** How payments are split, as it is answered. */
@Describe("How payments are split.")
record WaterfallAnswer(
    @Describe("The steps, first served first.") List<StepAnswer> order,
    @Describe(value = "By instalment, or component by component.", optional = true)
        String direction,
    @Describe(
            value = "Which instalment comes first of those that are not due yet.",
            optional = true)
        String future,
    @Describe("What becomes of what the steps do not place.") String excess,
    @Describe("Orders of their own for kinds of payments.") List<PaymentTypeAnswer> perPaymentType,
    @Describe("What a chargeback opens again first.") List<StepAnswer> chargebackOrder) {

  /** A step of an order. */
  @Describe("A step of an order.")
  record StepAnswer(
      @Describe(value = "Which instalments, in a waterfall by instalment.", optional = true)
          String bucket,
      @Describe("Which component.") String component) {

    private static StepAnswer of(Component component) {
      return new StepAnswer(null, word(component));
    }
  }

  /** The order of a kind of payment. */
  @Describe("The order of a kind of payment.")
  record PaymentTypeAnswer(
      @Describe("The kind of payment.") String paymentType,
      @Describe("The steps, first served first.") List<StepAnswer> order,
      @Describe(value = "By instalment, or component by component.", optional = true)
          String direction,
      @Describe(
              value = "Which instalment comes first of those that are not due yet.",
              optional = true)
          String future) {}

  static WaterfallAnswer of(AllocationPolicy policy) {
    return new WaterfallAnswer(
        order(policy.rule()),
        direction(policy.rule()),
        future(policy.rule()),
        word(policy.excess()),
        policy.rules().entrySet().stream()
            .map(
                it ->
                    new PaymentTypeAnswer(
                        word(it.getKey()),
                        order(it.getValue()),
                        direction(it.getValue()),
                        future(it.getValue())))
            .toList(),
        policy.chargebackOrder().stream().map(StepAnswer::of).toList());
  }

  private static List<StepAnswer> order(AllocationRule rule) {
    return switch (rule) {
      case ComponentOrder byComponent -> byComponent.order().stream().map(StepAnswer::of).toList();
      case InstalmentOrder byInstalment ->
          byInstalment.order().stream()
              .map(slot -> new StepAnswer(word(slot.bucket()), word(slot.component())))
              .toList();
    };
  }

  private static String direction(AllocationRule rule) {
    return rule instanceof InstalmentOrder order ? word(order.direction()) : null;
  }

  private static String future(AllocationRule rule) {
    return rule instanceof InstalmentOrder order ? word(order.future()) : null;
  }

  static WaterfallAnswer example() {
    return of(AllocationPolicy.DEFAULT);
  }
}
