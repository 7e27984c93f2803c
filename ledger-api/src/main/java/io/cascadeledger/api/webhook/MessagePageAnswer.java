package io.cascadeledger.api.webhook;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of messages as it is answered. */
record MessagePageAnswer(
    @Describe("The messages, in their order.") List<MessageAnswer> items,
    @Describe(
            value = "Send it as page_token to read on; left out on the last page.",
            optional = true)
        @Nullable String nextPageToken) {

  /** A message as it is answered. */
  @Describe("A message that was not acknowledged.")
  record MessageAnswer(
      @Describe("Its number among all messages.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long messageNumber,
      @Describe("The webhook-id that it is sent with.") String webhookId,
      @Describe("Of what it tells.") String type,
      @Describe("The position of the event that it tells of.")
          @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long position,
      @Describe("What the event's stream is of; its messages are sent one after the other.")
          String streamType,
      @Describe("The event's stream.") UUID streamId,
      @Describe("How often it was sent.") int attempts,
      @Describe(value = "When it was sent first.", optional = true)
          @Nullable Instant firstAttemptAt,
      @Describe(
              value = "When it is sent next, once it is the first of its stream.",
              optional = true)
          @Nullable Instant nextAttemptAt,
      @Describe(value = "Why the last attempt failed.", optional = true)
          @Nullable String lastFailure,
      @Describe(value = "Since when it is not sent by itself any more.", optional = true)
          @Nullable Instant deadAt) {

    private static MessageAnswer of(Message message) {
      return new MessageAnswer(
          message.number(),
          message.id(),
          message.type(),
          message.position(),
          message.streamType(),
          message.streamId(),
          message.attempts(),
          message.firstAttemptAt(),
          message.deadAt() == null ? message.nextAttemptAt() : null,
          message.lastFailure(),
          message.deadAt());
    }
  }

  /**
   * A page.
   *
   * @param found the messages, and one more if there are more
   * @param size how many a page has at most
   */
  static MessagePageAnswer of(List<Message> found, int size) {
    List<Message> page = found.subList(0, Math.min(size, found.size()));
    return new MessagePageAnswer(
        page.stream().map(MessageAnswer::of).toList(),
        found.size() > size ? Long.toString(page.getLast().number()) : null);
  }

  static MessagePageAnswer example() {
    return new MessagePageAnswer(
        List.of(
            new MessageAnswer(
                815,
                "journalEntryPosted_0190c1a0-0000-7000-8000-000000000001",
                Subscription.JOURNAL_ENTRY_POSTED,
                4711,
                "loan",
                UUID.fromString("11111111-1111-1111-1111-111111111111"),
                3,
                Instant.parse("2026-05-01T12:00:00Z"),
                Instant.parse("2026-05-01T12:00:35Z"),
                "It was answered with status 500.",
                null)),
        "815");
  }
}
