package io.cascadeledger.loan.posting;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.state.Figures;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.state.Standings;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.Slot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies other than the default do with a payment or a chargeback. */
final class PostingRulesTest {
  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private static final List<Component> DOWN = List.of(Component.values());

  /** It places only interest that is due. */
  private static final AllocationRule DUE_INTEREST =
      new InstalmentOrder(
          List.of(new Slot(DueBucket.DUE, Component.INTEREST)),
          InstalmentOrder.Direction.HORIZONTAL,
          FutureInstalments.NEXT_FIRST);

  @ParameterizedTest(
      name = "{0}: of {1} go {2} to penalties, {3} fees, {4} interest, {5} principal")
  @CsvSource({
    // excess,          payment, penalties, fees, interest, principal, kept
    "SUSPENSE,               60,         0,    0,       30,         0,   30",
    "REFUSE,                 60,         0,    0,       30,         0,   30",
    "PRINCIPAL,              60,         0,    0,       30,        30,    0",
    "PRINCIPAL,             200,         0,    0,       30,       100,   70",
    "NEXT_INSTALMENTS,       60,        20,   10,       30,         0,    0",
    "NEXT_INSTALMENTS,      210,        20,   50,       30,       100,   10"
  })
  void what_the_order_does_not_place_goes_where_the_policy_says(
      Excess excess,
      long payment,
      long penalties,
      long fees,
      long interest,
      long principal,
      long kept) {
    AllocationPolicy policy = new AllocationPolicy(DUE_INTEREST, Map.of(), excess, DOWN.reversed());
    assertThat(PostingRules.effect(owing(policy), payment(PaymentKind.REGULAR, payment)))
        .extracting(Effect::allocation)
        .isEqualTo(new Allocation(penalties, fees, interest, principal, kept));
  }

  @Test
  void a_kind_of_payment_may_have_an_order_of_its_own() {
    AllocationPolicy policy =
        new AllocationPolicy(
            ComponentOrder.DEFAULT,
            Map.of(PaymentKind.MERCHANT_REFUND, new ComponentOrder(DOWN.reversed())),
            Excess.SUSPENSE,
            DOWN.reversed());
    assertThat(PostingRules.effect(owing(policy), payment(PaymentKind.REGULAR, 110)).allocation())
        .isEqualTo(new Allocation(20, 50, 30, 10, 0));
    assertThat(
            PostingRules.effect(owing(policy), payment(PaymentKind.MERCHANT_REFUND, 110))
                .allocation())
        .isEqualTo(new Allocation(0, 0, 10, 100, 0));
  }

  @Test
  void what_a_waived_charge_does_not_take_pays_on_by_instalments() {
    AllocationRule byInstalment =
        new InstalmentOrder(
            List.of(
                new Slot(DueBucket.DUE, Component.FEES),
                new Slot(DueBucket.DUE, Component.PRINCIPAL)),
            InstalmentOrder.Direction.HORIZONTAL,
            FutureInstalments.NEXT_FIRST);
    AllocationPolicy policy =
        new AllocationPolicy(byInstalment, Map.of(), Excess.SUSPENSE, DOWN.reversed());
    Instruction fee =
        new Instruction(PaymentKind.WAIVER, new PaymentTarget.OneCharge(id("fee")), null);
    assertThat(PostingRules.effect(owing(policy), movement(EntryType.WAIVER, 60, fee)).allocation())
        .isEqualTo(new Allocation(0, 50, 0, 10, 0));
  }

  @Test
  void a_chargeback_opens_in_the_order_of_the_policy() {
    AllocationPolicy policy =
        new AllocationPolicy(ComponentOrder.DEFAULT, Map.of(), Excess.SUSPENSE, DOWN);
    Standing loan = owing(policy);
    loan.apply(Movement.of(FACTS.paid("payment", 50, 30, 20, 0), 4));
    Instruction claim = new Instruction(null, null, entryId("payment"));
    assertThat(PostingRules.effect(loan, movement(EntryType.CHARGEBACK, 60, claim)).allocation())
        .isEqualTo(new Allocation(50, 10, 0, 0));
  }

  @Test
  void what_a_disbursement_does_is_not_worked_out_anew() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PostingRules.effect(
                    owing(AllocationPolicy.DEFAULT),
                    movement(EntryType.DISBURSEMENT, 1, Instruction.PLAIN)));
  }

  private static Standing owing(AllocationPolicy policy) {
    return Standings.after(
        policy,
        FACTS.disbursed("principal", 100),
        FACTS.accrued("interest", 30),
        FACTS.feeAssessed("fee", 50),
        new ServicingFacts(FACTS).penaltyAssessed("penalty", 20));
  }

  private static Movement payment(PaymentKind kind, long minor) {
    return movement(EntryType.PAYMENT_RECEIVED, minor, new Instruction(kind, null, null));
  }

  private static Movement movement(EntryType type, long minor, Instruction instruction) {
    return new Movement(
        id("asked"),
        entryId("asked"),
        type,
        TODAY,
        9,
        instruction,
        null,
        Figures.of(minor, null, null),
        null);
  }
}
