package io.cascadeledger.eventstore.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Dates and moments in the one form in which events are stored, read digit by digit: the JDK's
 * parser of any form takes a tenth of the time in which an event is read. Any other form is left to
 * it.
 */
final class IsoTimes {

  private static final int DATE = "2026-05-01".length();
  private static final int SECONDS = "2026-05-01T12:00:00".length();
  private static final int NANO_DIGITS = 9;
  private static final long SECONDS_PER_DAY = 86_400;

  private IsoTimes() {}

  /** Reads both for a mapper. */
  static SimpleModule module() {
    return new SimpleModule("times")
        .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, IsoTimes::date))
        .addDeserializer(Instant.class, new FromText<>(Instant.class, IsoTimes::instant));
  }

  /**
   * Reads a date.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static LocalDate date(String text) {
    return text.length() == DATE && isDate(text)
        ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE))
        : LocalDate.parse(text);
  }

  /**
   * Reads a moment.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static Instant instant(String text) {
    int hour = at(text, DATE, 'T') ? number(text, DATE + 1, DATE + 3) : -1;
    int minute = at(text, DATE + 3, ':') ? number(text, DATE + 4, DATE + 6) : -1;
    int second = at(text, DATE + 6, ':') ? number(text, DATE + 7, SECONDS) : -1;
    int nano = nano(text);
    boolean known = isDate(text) && in(hour, 24) && in(minute, 60) && in(second, 60) && nano >= 0;
    if (!known) {
      return Instant.parse(text);
    }
    long seconds = (hour * 60L + minute) * 60L + second;
    return Instant.ofEpochSecond(
        date(text.substring(0, DATE)).toEpochDay() * SECONDS_PER_DAY + seconds, nano);
  }

  private static boolean in(int number, int end) {
    return number >= 0 && number < end;
  }

  /** The fraction of the second in front of the final Z; negative if it is of another form. */
  private static int nano(String text) {
    int end = text.length() - 1;
    int digits = end - SECONDS - 1;
    if (end == SECONDS && at(text, end, 'Z')) {
      return 0;
    }
    if (!at(text, end, 'Z') || !at(text, SECONDS, '.') || digits < 1 || digits > NANO_DIGITS) {
      return -1;
    }
    int nano = number(text, SECONDS + 1, end);
    for (int digit = digits; digit < NANO_DIGITS && nano >= 0; digit++) {
      nano *= 10;
    }
    return nano;
  }

  private static boolean isDate(String text) {
    return at(text, 4, '-')
        && at(text, 7, '-')
        && number(text, 0, 4) >= 0
        && number(text, 5, 7) >= 0
        && number(text, 8, DATE) >= 0;
  }

  private static boolean at(String text, int index, char expected) {
    return index >= 0 && index < text.length() && text.charAt(index) == expected;
  }

  /** The number that the digits from one index to before another make; negative if not all are. */
  private static int number(String text, int from, int to) {
    if (to > text.length()) {
      return -1;
    }
    int number = 0;
    for (int index = from; index < to; index++) {
      int digit = text.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {

    private final Function<String, T> read;

    private FromText(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return read.apply(parser.getString());
    }
  }
}
