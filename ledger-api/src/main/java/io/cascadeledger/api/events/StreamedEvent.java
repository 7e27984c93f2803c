package io.cascadeledger.api.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event of a stream, as the description shows it; {@code StoredEventJson} writes it. */
@Describe("An event as it is stored. Each type and revision has a schema at /v1/event-schemas.")
record StreamedEvent(
    @Describe("Its place in the order of all events.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long position,
    String tenant,
    @Describe("What its stream is of: `loan` or `accrual_batch`.") String streamType,
    UUID streamId,
    @Describe("Its place in the stream, from 0.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long sequence,
    UUID eventId,
    @Describe("What has happened.") String type,
    @Describe("The revision of the payload's shape.") int revision,
    @Describe("When it counts.") LocalDate effectiveDate,
    @Describe("When it was recorded.") Instant postedAt,
    @Describe(value = "That of the request, on its first event.", optional = true)
        String idempotencyKey,
    @Describe(value = "SHA-256 of the request, in hexadecimal digits.", optional = true)
        String fingerprint,
    @Describe("SHA-256 of all of this but the position, in hexadecimal digits.") String hash,
    @Describe("Who acted, what belongs together, and what caused it.") Map<String, String> metadata,
    @Describe("What the schema of its type and revision says.") JsonNode payload) {

  static StreamedEvent example() {
    return new StreamedEvent(
        4711,
        "acme",
        "loan",
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        12,
        UUID.fromString("0190c1a0-0000-7000-8000-000000000001"),
        "loan_closed",
        1,
        LocalDate.of(2026, 5, 1),
        Instant.parse("2026-05-01T12:00:00.123456Z"),
        "close:loan_42",
        "3f0a".repeat(16),
        "9c1b".repeat(16),
        Map.of("actor", "acme-servicing"),
        JsonMapper.shared()
            .readTree(
                """
                {"loan": "loan/acme/11111111-1111-1111-1111-111111111111",
                 "effective_date": "2026-05-01", "posted_at": "2026-05-01T12:00:00.123456Z"}"""));
  }
}
