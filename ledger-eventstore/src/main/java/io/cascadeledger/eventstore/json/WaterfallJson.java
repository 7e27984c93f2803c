package io.cascadeledger.eventstore.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.PaymentTarget;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.StdConverter;

/**
 * How payments are split, as JSON: of things of which there are several kinds, {@code type} says
 * which it is.
 */
final class WaterfallJson {

  private WaterfallJson() {}

  /** Penalties are rare, and older events know nothing of them: none is written as nothing. */
  @JsonDeserialize(converter = ToAllocation.class)
  abstract static class AllocationParts {
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long penaltiesMinor;
  }

  /** The parts as they are stored, of which the first may be missing. */
  record StoredAllocation(
      Long penaltiesMinor,
      long feesMinor,
      long interestMinor,
      long principalMinor,
      long suspenseMinor) {}

  private static final class ToAllocation extends StdConverter<StoredAllocation, Allocation> {
    @Override
    public Allocation convert(StoredAllocation stored) {
      return new Allocation(
          stored.penaltiesMinor() == null ? 0 : stored.penaltiesMinor(),
          stored.feesMinor(),
          stored.interestMinor(),
          stored.principalMinor(),
          stored.suspenseMinor());
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentTarget.OneComponent.class, name = "component"),
    @JsonSubTypes.Type(value = PaymentTarget.OneCharge.class, name = "charge"),
    @JsonSubTypes.Type(value = PaymentTarget.Split.class, name = "split")
  })
  interface Target {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ComponentOrder.class, name = "component_order"),
    @JsonSubTypes.Type(value = InstalmentOrder.class, name = "instalment_order")
  })
  interface Rule {}
}
