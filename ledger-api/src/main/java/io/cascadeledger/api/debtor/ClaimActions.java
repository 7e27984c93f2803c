package io.cascadeledger.api.debtor;

import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.money.Money;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What can be done with every claim, apart from credits and debits. */
final class ClaimActions {

  private ClaimActions() {}

  private static <T> T read(JsonNode node, Function<WireObject, T> reading) {
    WireObject item = WireObject.of("", node);
    item.text(ClaimWrites.REF);
    T read = reading.apply(item);
    item.requireNothingElse();
    return read;
  }

  static ClaimItem resolve(Call call, String claim, JsonNode node) {
    return read(
        node,
        item -> new ClaimItem.Resolve(item.requiredConstant("reason", ResolutionReason.class)));
  }

  static ClaimItem pause(Call call, String claim, JsonNode node) {
    return journey(node, JourneyState.PAUSED);
  }

  static ClaimItem resume(Call call, String claim, JsonNode node) {
    return journey(node, JourneyState.RUNNING);
  }

  static ClaimItem stop(Call call, String claim, JsonNode node) {
    return journey(node, JourneyState.STOPPED);
  }

  private static ClaimItem journey(JsonNode node, JourneyState state) {
    return read(
        node,
        item -> new ClaimItem.ChangeJourney(state, item.text("reason"), item.text("description")));
  }

  static ClaimItem promise(Call call, String claim, JsonNode node) {
    return read(
        node,
        item ->
            new ClaimItem.Promise(
                new Money(
                    item.required("amount", WireObject::number),
                    item.required("currency", WireObject::currency)),
                item.required("dueDate", WireObject::date)));
  }

  static ClaimItem trigger(Call call, String claim, JsonNode node) {
    if (node.isString()) {
      return new ClaimItem.FireTrigger(new CustomTrigger(node.asString(), null));
    }
    return read(
        node,
        item ->
            new ClaimItem.FireTrigger(
                new CustomTrigger(
                    item.required("triggerName", WireObject::text), item.json("triggerContext"))));
  }
}
