package io.cascadeledger.api.json;

import org.springframework.web.server.ServerWebExchange;

/**
 * In which form a request's errors are answered: as problem documents, unless the published API
 * that an operation follows has a form of its own, {@code {"message": …}}.
 */
public final class ErrorForm {

  private static final String ATTRIBUTE = ErrorForm.class.getName();

  private ErrorForm() {}

  /** Has the errors of a request answered as messages. */
  public static void useMessages(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, true);
  }

  /** Whether the errors of a request are answered as messages. */
  public static boolean isMessages(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE) != null;
  }
}
