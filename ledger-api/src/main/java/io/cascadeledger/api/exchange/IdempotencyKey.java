package io.cascadeledger.api.exchange;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.limits.Limits;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The header by which a caller names a request, so that a retry posts once. */
public final class IdempotencyKey {

  /** The header of the request. */
  public static final String HEADER = "Idempotency-Key";

  /** The header of an answer that an earlier request had been given already. */
  public static final String REPLAYED_HEADER = "Idempotency-Replayed";

  private IdempotencyKey() {}

  /**
   * The key of a request.
   *
   * @throws ProblemException if there is none, more than one, or one that is not of the form
   */
  static String of(ServerRequest request) {
    List<String> keys = request.headers().header(HEADER);
    if (keys.isEmpty()) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_KEY_MISSING, "The header Idempotency-Key is missing.");
    }
    if (keys.size() > 1 || !Limits.IDEMPOTENCY_KEY.matcher(keys.getFirst()).matches()) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_KEY_INVALID,
          "The header Idempotency-Key must occur once and match ^%s$."
              .formatted(Limits.IDEMPOTENCY_KEY.pattern()));
    }
    return keys.getFirst();
  }
}
