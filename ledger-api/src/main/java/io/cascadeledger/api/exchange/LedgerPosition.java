package io.cascadeledger.api.exchange;

import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The header that says up to which event an answer knows the books. The answer to a write names the
 * position of what it posted; a read that sends it back sees at least that much.
 */
public final class LedgerPosition {

  /** Of requests and answers: the position of an event. */
  public static final String HEADER = "Ledger-Position";

  /** Of answers: how many events the answer lacks of what was asked for. */
  public static final String LAG_HEADER = "Ledger-Lag";

  private static final int DIGITS = 18;

  private LedgerPosition() {}

  /**
   * The position a read asks for; 0 if it asks for none.
   *
   * @throws InvalidRequest if the header is no position
   */
  static long of(ServerRequest request) {
    String text = request.headers().firstHeader(HEADER);
    if (text == null) {
      return 0;
    }
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > DIGITS) {
      throw new InvalidRequest(
          HEADER, FieldErrorCode.INVALID_FORMAT, "must be a position that an answer has named");
    }
    return Long.parseLong(text);
  }
}
