package io.cascadeledger.api.debtor;

import io.cascadeledger.limits.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The parameters of a request's query. */
final class Query {

  private Query() {}

  /** A text; null if there is none. */
  static @Nullable String text(ServerRequest request, String name) {
    String text = request.queryParam(name).orElse(null);
    if (text != null && (text.length() > Limits.TEXT_CHARACTERS || text.indexOf('\0') >= 0)) {
      throw new Failure(Failure.BAD_REQUEST, name + " is too long or has the character 0.");
    }
    return text == null || text.isEmpty() ? null : text;
  }

  /** A text that must be there. */
  static String required(ServerRequest request, String name) {
    String text = text(request, name);
    if (text == null) {
      throw new Failure(Failure.BAD_REQUEST, "Missing required request parameters: [" + name + "]");
    }
    return text;
  }

  /** A truth value; false if there is none. */
  static boolean flag(ServerRequest request, String name) {
    String text = text(request, name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw new Failure(Failure.BAD_REQUEST, name + " must be true or false.");
    }
    return true;
  }

  /** A whole number from 1 to a limit. */
  static int number(ServerRequest request, String name, int otherwise, int most) {
    String text = text(request, name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // It is said below.
    }
    throw new Failure(Failure.BAD_REQUEST, "%s must be from 1 to %d.".formatted(name, most));
  }

  /** A date that must be there. */
  static LocalDate date(ServerRequest request, String name) {
    try {
      return LocalDate.parse(required(request, name));
    } catch (DateTimeException _) {
      throw new Failure(Failure.BAD_REQUEST, name + " must be a date such as 2026-01-31.");
    }
  }
}
