package io.cascadeledger.api.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.eventstore.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Which event it was. */
@Describe("An event, without what it says; GET /v1/streams/{type}/{id}/events has all.")
record HistoryEventAnswer(
    @Describe("Its place in the stream, from 0.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long sequence,
    @Describe("Its place in the order of all events.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long position,
    @Describe("The event.") UUID eventId,
    @Describe("What has happened.") String type,
    @Describe("When it counts.") LocalDate effectiveAt,
    @Describe("When it was recorded.") Instant postedAt) {

  static HistoryEventAnswer of(StoredEvent event) {
    return new HistoryEventAnswer(
        event.sequence(),
        event.position(),
        event.eventId(),
        event.name(),
        event.effectiveDate(),
        event.postedAt());
  }

  static HistoryEventAnswer example() {
    return new HistoryEventAnswer(
        12,
        4711,
        UUID.fromString("0190c1a0-0000-7000-8000-000000000001"),
        "payment_posted",
        LocalDate.of(2026, 2, 15),
        Instant.parse("2026-02-15T12:00:00.123456Z"));
  }
}
