package io.cascadeledger.eventstore.json;

import static io.cascadeledger.waterfall.Component.FEES;
import static io.cascadeledger.waterfall.Component.INTEREST;
import static io.cascadeledger.waterfall.Component.PENALTIES;
import static io.cascadeledger.waterfall.Component.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.Slot;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WaterfallJsonTest {

  private static final JsonMapper MAPPER = EventJson.mapper();

  @Test
  void a_target_says_which_kind_it_is() {
    assertJson(
        PaymentTarget.class,
        new PaymentTarget.OneComponent(PRINCIPAL),
        """
        {"type":"component","component":"principal"}""");
    assertJson(
        PaymentTarget.class,
        new PaymentTarget.OneCharge(new UUID(0, 7)),
        """
        {"type":"charge","charge_id":"00000000-0000-0000-0000-000000000007"}""");
    assertJson(
        PaymentTarget.class,
        new PaymentTarget.Split(new Allocation(1, 2, 3, 4, 0)),
        """
        {"type":"split","allocation":{"penalties_minor":"1","fees_minor":"2",\
        "interest_minor":"3","principal_minor":"4","suspense_minor":"0"}}""");
  }

  @Test
  void a_policy_is_read_back_with_all_its_orders() {
    AllocationPolicy policy =
        new AllocationPolicy(
            new InstalmentOrder(
                List.of(new Slot(DueBucket.PAST_DUE, FEES), new Slot(DueBucket.DUE, PRINCIPAL)),
                InstalmentOrder.Direction.HORIZONTAL,
                FutureInstalments.LAST_FIRST),
            Map.of(
                PaymentKind.GOODWILL_CREDIT,
                new ComponentOrder(List.of(PRINCIPAL, INTEREST, FEES, PENALTIES))),
            Excess.NEXT_INSTALMENTS,
            List.of(PRINCIPAL, INTEREST, FEES, PENALTIES));

    assertJson(
        AllocationPolicy.class,
        policy,
        """
        {"rule":{"type":"instalment_order","order":[\
        {"bucket":"past_due","component":"fees"},{"bucket":"due","component":"principal"}],\
        "direction":"horizontal","future":"last_first"},\
        "rules":{"goodwill_credit":{"type":"component_order",\
        "order":["principal","interest","fees","penalties"]}},\
        "excess":"next_instalments",\
        "chargeback_order":["principal","interest","fees","penalties"]}""");
  }

  @Test
  void an_allocation_without_penalties_says_nothing_of_them() {
    assertJson(
        Allocation.class,
        new Allocation(2, 3, 4, 5),
        """
        {"fees_minor":"2","interest_minor":"3","principal_minor":"4","suspense_minor":"5"}""");
  }

  @Test
  void nothing_else_of_an_allocation_may_be_missing() {
    assertThatThrownBy(
            () ->
                MAPPER.readValue(
                    """
                    {"interest_minor":"3","principal_minor":"4","suspense_minor":"5"}""",
                    Allocation.class))
        .isInstanceOf(RuntimeException.class);
  }

  private static <T> void assertJson(Class<T> type, T value, String json) {
    assertThat(MAPPER.writeValueAsString(value)).isEqualTo(json);
    assertThat(MAPPER.readValue(json, type)).isEqualTo(value);
  }
}
