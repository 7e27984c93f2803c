package io.cascadeledger.api.request;

import io.cascadeledger.api.json.JsonObjects;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Moments as RFC 3339 writes them. */
final class Instants {

  private static final int YEAR_DIGITS = 4;

  private static final String EXPECTED = "must be an instant such as \"2026-05-01T12:00:00Z\"";

  static final ScalarType<Instant> TYPE =
      ScalarType.string(
          EXPECTED,
          Instants::parse,
          Instant::toString,
          JsonObjects.of("type", "string", "format", "date-time"));

  private Instants() {}

  /** Years have four digits: nothing else can be compared with what PostgreSQL holds. */
  private static Instant parse(String text, Reading reading) {
    boolean year =
        text.length() > YEAR_DIGITS
            && Texts.areDigits(text, 0, YEAR_DIGITS)
            && text.charAt(YEAR_DIGITS) == '-';
    if (!year) {
      return reading.reject(FieldErrorCode.INVALID_FORMAT, EXPECTED);
    }
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      return reading.reject(FieldErrorCode.INVALID_FORMAT, EXPECTED);
    }
  }
}
