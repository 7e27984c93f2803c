package io.cascadeledger.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimesTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-01", "1970-01-01", "2024-02-29", "0001-12-31", "+12345-06-07"})
  void a_date_is_what_the_jdk_reads(String text) {
    assertThat(IsoTimes.date(text)).isEqualTo(LocalDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-01T12:34:56Z",
        "2026-05-01T12:34:56.1Z",
        "2026-05-01T12:34:56.000001Z",
        "2026-05-01T23:59:59.999999999Z",
        "1969-12-31T23:59:59.999999Z",
        "0001-01-01T00:00:00Z",
        "2026-05-01T12:34:56+02:00",
        "2016-12-31T23:59:60Z",
        "2026-05-01T24:00:00Z"
      })
  void a_moment_is_what_the_jdk_reads(String text) {
    assertThat(IsoTimes.instant(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-5-01", "2026-02-30", "2026-13-01", "2026x05-01", "2026-05-0a"})
  void what_is_no_date_is_refused(String text) {
    assertThatThrownBy(() -> IsoTimes.date(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-05-01",
        "2026-05-01T12:34:56",
        "2026-05-01T12:34Z",
        "2026-05-01T12:60:56Z",
        "2026-05-01T25:00:00Z",
        "2026-02-30T12:34:56Z",
        "2026-05-01T12:34:56.1234567890Z",
        "2026-05-01T12:34:56.12x4Z"
      })
  void what_is_no_moment_is_refused(String text) {
    assertThatThrownBy(() -> IsoTimes.instant(text)).isInstanceOf(DateTimeException.class);
  }
}
