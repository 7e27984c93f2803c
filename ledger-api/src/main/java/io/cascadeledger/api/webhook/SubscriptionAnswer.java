package io.cascadeledger.api.webhook;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription as it is answered. */
@Describe("Somebody who is told of what happens.")
record SubscriptionAnswer(
    @Describe("The subscription.") UUID webhookSubscriptionId,
    @Describe("Where messages are sent.") String url,
    @Describe("Of what they tell.") List<String> eventTypes,
    @Describe(value = "Your own words.", optional = true) @Nullable String description,
    @Describe(
            value =
                "What signs the messages, as Standard Webhooks has it; shown only when the"
                    + " subscription is created.",
            optional = true)
        @Nullable String secret,
    @Describe("The client that has created it.") String createdBy,
    @Describe("When it was created.") Instant createdAt,
    @Describe("Events up to this position have become messages.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long position,
    @Describe("How many messages were not acknowledged yet.") int waitingMessageCount,
    @Describe("How many messages are not sent by themselves any more.") int deadMessageCount,
    @Describe(value = "When the last message was acknowledged.", optional = true)
        @Nullable Instant lastSuccessAt,
    @Describe(value = "When the last attempt failed.", optional = true)
        @Nullable Instant lastFailureAt,
    @Describe(value = "Why it did.", optional = true) @Nullable String lastFailure) {

  /**
   * Answers with a subscription.
   *
   * @param secret null unless it was created just now
   */
  static SubscriptionAnswer of(Subscription subscription, @Nullable WebhookSecret secret) {
    return new SubscriptionAnswer(
        subscription.id(),
        subscription.url().toString(),
        subscription.eventTypes(),
        subscription.description(),
        secret == null ? null : secret.text(),
        subscription.createdBy(),
        subscription.createdAt(),
        subscription.position(),
        subscription.waiting(),
        subscription.dead(),
        subscription.lastSuccessAt(),
        subscription.lastFailureAt(),
        subscription.lastFailure());
  }

  static SubscriptionAnswer example() {
    return new SubscriptionAnswer(
        UUID.fromString("0190c1a0-0000-7000-8000-000000000009"),
        "https://erp.example.com/ledger",
        List.of(Subscription.JOURNAL_ENTRY_POSTED),
        "The general ledger of the group.",
        null,
        "acme-servicing",
        Instant.parse("2026-05-01T12:00:00Z"),
        4711,
        0,
        0,
        Instant.parse("2026-05-01T12:05:00Z"),
        null,
        null);
  }
}
