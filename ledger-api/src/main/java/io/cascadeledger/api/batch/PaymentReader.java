package io.cascadeledger.api.batch;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.payment.PaymentRequest;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.api.problem.Problem;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.problem.Problems;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.eventstore.RequestKey;
import io.cascadeledger.limits.Limits;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

/** Reads the payments of one request. */
final class PaymentReader {

  private static final Field<String> KEY =
      Field.idempotencyKey("idempotency_key")
          .describe(
              "Names the payment, as the header Idempotency-Key names a request: the two are one.");

  /** What each payment of a batch must be. */
  static final Body BODY = PaymentRequest.withKey("BatchPayment", KEY);

  private final ServerWebExchange exchange;
  private final Caller caller;
  private final Values parameters;
  private final BusinessClock clock;
  private final String correlationId;
  private final String traceparent;

  PaymentReader(ServerRequest request, Values parameters, BusinessClock clock) {
    this.exchange = request.exchange();
    this.caller = Caller.of(request);
    this.parameters = parameters;
    this.clock = clock;
    this.correlationId = CorrelationId.of(exchange);
    this.traceparent = CorrelationId.traceparent(request.headers().asHttpHeaders());
  }

  /** Reads an item; one that is no payment comes back as failed. */
  PaymentLine read(int number, ItemBuffer text) {
    try {
      return readPayment(number, text);
    } catch (ProblemException e) {
      return PaymentLine.failed(number, GivenKey.in(text), e);
    } catch (InvalidRequest e) {
      return PaymentLine.failed(number, GivenKey.in(text), problem(e));
    }
  }

  private PaymentLine readPayment(int number, ItemBuffer text) {
    if (text.isTooLong()) {
      throw new ProblemException(
          ProblemCode.BODY_TOO_LARGE,
          "The payment has more than %d bytes.".formatted(Limits.BATCH_LINE_BYTES));
    }
    Values values = BODY.read(text.bytes(), 0, text.length());
    String key = values.get(KEY);
    PostingRequest request =
        new PostingRequest(
            PaymentRequest.OPERATION,
            caller.tenant(),
            caller.client(),
            new RequestKey(key, values.without(KEY).fingerprint(PaymentRequest.OPERATION)),
            correlationId,
            traceparent);
    Draft draft = new Draft(caller.tenant(), caller.client(), parameters, values, clock.now());
    return new PaymentLine(number, key, request, PaymentRequest.command(draft), text.length());
  }

  /** What is wrong with the key is called what it is called when the key is a header. */
  private ProblemException problem(InvalidRequest invalid) {
    ProblemException problem = Problems.explain(invalid, exchange);
    for (Problem.ErrorItem error : problem.errors()) {
      if (error.field().equals(KEY.name())) {
        boolean missing = error.code().equals(FieldErrorCode.REQUIRED.wireName());
        return new ProblemException(
            missing ? ProblemCode.IDEMPOTENCY_KEY_MISSING : ProblemCode.IDEMPOTENCY_KEY_INVALID,
            "The field %s %s.".formatted(error.field(), error.message()),
            problem.errors());
      }
    }
    return problem;
  }
}
