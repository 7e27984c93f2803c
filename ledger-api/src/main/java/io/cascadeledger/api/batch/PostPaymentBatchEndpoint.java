package io.cascadeledger.api.batch;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Places;
import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.payment.PaymentRequest;
import io.cascadeledger.api.posting.AtomicPosting;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/payments:batch}. */
public final class PostPaymentBatchEndpoint implements Endpoint {

  private enum Atomic {
    FALSE,
    TRUE
  }

  private static final Parameter<Atomic> ATOMIC =
      Parameter.query(
          Field.oneWordOf("atomic", Atomic.class)
              .optional(Atomic.FALSE)
              .describe(
                  "Whether the payments, all of one loan and at most %d, are posted together or not at all."
                      .formatted(Limits.ATOMIC_PAYMENTS)));

  private static final Operation OPERATION =
      Operation.postMany("postPaymentBatch", "/v1/payments:batch")
          .tag("Payments")
          .summary("Post many payments")
          .description(
              "Posts payments as they come, each as if it were sent alone, and answers each in the"
                  + " order of the input while the rest is still being sent. A payment that is"
                  + " refused fails alone: the status is 200 all the same. Read while you send.")
          .scope(Scopes.PAYMENTS_WRITE)
          .parameter(ATOMIC)
          .body(PaymentReader.BODY)
          .answer(200, "What became of each payment.", PaymentResult.example())
          .problems(PaymentRequest.problems())
          .problems(
              ProblemCode.BATCH_EMPTY,
              ProblemCode.BATCH_TOO_LARGE,
              ProblemCode.BATCH_LOANS_DIFFER,
              ProblemCode.BATCH_PARTLY_POSTED,
              ProblemCode.BATCH_REFUSED)
          .build();

  private final Posting posting;
  private final AtomicPosting atomicPosting;
  private final BusinessClock clock;
  private final Pace pace;
  private final Places places =
      new Places(
          Limits.BATCHES_AT_ONCE,
          "The ledger is working on %d batches already.".formatted(Limits.BATCHES_AT_ONCE));

  /**
   * Posts batches of payments.
   *
   * @param behind how long the event has been waiting that waits the longest for a read model
   */
  public PostPaymentBatchEndpoint(
      Posting posting,
      AtomicPosting atomicPosting,
      BusinessClock clock,
      Supplier<Duration> behind) {
    this.posting = posting;
    this.atomicPosting = atomicPosting;
    this.clock = clock;
    this.pace = new Pace(behind);
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    Values parameters = OPERATION.readParameters(request);
    BatchFormat format = BatchFormat.of(request);
    PaymentReader reader = new PaymentReader(request, parameters, clock);
    return parameters.get(ATOMIC) == Atomic.TRUE
        ? postTogether(request, format, reader)
        : postEach(request, format, reader);
  }

  private Mono<ServerResponse> postEach(
      ServerRequest request, BatchFormat format, PaymentReader reader) {
    requireNotTooLarge(request);
    BatchRun run = new BatchRun(request.exchange(), format, reader, posting, pace);
    return ServerResponse.ok()
        .contentType(format.mediaType())
        .body(BodyInserters.fromDataBuffers(places.in(run.results())));
  }

  private static void requireNotTooLarge(ServerRequest request) {
    if (request.headers().contentLength().orElse(0) > Limits.BATCH_BYTES) {
      throw new ProblemException(
          ProblemCode.BODY_TOO_LARGE,
          "The body has more than %d bytes.".formatted(Limits.BATCH_BYTES));
    }
  }

  private Mono<ServerResponse> postTogether(
      ServerRequest request, BatchFormat format, PaymentReader reader) {
    return DataBufferUtils.join(request.exchange().getRequest().getBody(), Limits.BODY_BYTES)
        .map(PostPaymentBatchEndpoint::bytes)
        .defaultIfEmpty(new byte[0])
        .flatMap(
            body -> {
              Iterator<byte[]> whole = List.of(body).iterator();
              Items items = format.items(new BodyBytes(whole, Limits.BODY_BYTES));
              return AtomicBatch.of(items, reader).post(atomicPosting);
            })
        .flatMap(
            results ->
                ServerResponse.ok()
                    .contentType(format.mediaType())
                    .body(
                        BodyInserters.fromDataBuffers(
                            Mono.fromSupplier(() -> buffer(request, write(format, results))))));
  }

  private static DataBuffer buffer(ServerRequest request, byte[] body) {
    return request.exchange().getResponse().bufferFactory().wrap(body);
  }

  private static byte[] write(BatchFormat format, List<PaymentResult> results) {
    return results.stream()
        .map(result -> ApiJson.MAPPER.writeValueAsString(result) + format.after())
        .collect(Collectors.joining(format.between(), format.begin(), format.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
