package io.cascadeledger.api.webhook;

import io.cascadeledger.api.json.Describe;
import java.util.List;

/** All subscriptions of a tenant as they are answered. */
record SubscriptionListAnswer(
    @Describe("The subscriptions, the oldest first.") List<SubscriptionAnswer> items) {

  static SubscriptionListAnswer of(List<Subscription> subscriptions) {
    return new SubscriptionListAnswer(
        subscriptions.stream().map(it -> SubscriptionAnswer.of(it, null)).toList());
  }

  static SubscriptionListAnswer example() {
    return new SubscriptionListAnswer(List.of(SubscriptionAnswer.example()));
  }
}
