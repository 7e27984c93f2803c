package io.cascadeledger.api.debtor;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.IdempotencyKey;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.limits.Limits;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a request apart into its groups, has them posted, and puts the answer together. */
final class WriteHandler {

  /** How many groups of one request are worked on at once. */
  private static final int AT_ONCE = 64;

  private final Groups groups;
  private final ClaimPlaces places;
  private final Later later;
  private final BusinessClock clock;
  private final Scheduler threads;

  /**
   * Handles requests that post.
   *
   * @param threads where to wait
   */
  WriteHandler(
      Groups groups, ClaimPlaces places, Later later, BusinessClock clock, Scheduler threads) {
    this.groups = groups;
    this.places = places;
    this.later = later;
    this.clock = clock;
    this.threads = threads;
  }

  /** The answer by references. */
  Mono<JsonNode> handle(ServerRequest request, Write write) {
    Call call = call(request);
    boolean sequential = Query.flag(request, "sequential");
    boolean async = Query.flag(request, "async");
    return Body.of(request)
        .map(body -> limited(write.groups(body)))
        .flatMap(
            found ->
                async
                    ? Mono.fromCallable(() -> later.accept(call, write, found, sequential))
                        .subscribeOn(threads)
                    : answer(call, write, found, sequential ? 1 : AT_ONCE));
  }

  private Mono<JsonNode> answer(Call call, Write write, List<Group> found, int atOnce) {
    return Mono.fromCallable(() -> places.known(call, write, found))
        .subscribeOn(threads)
        .flatMap(
            known ->
                Flux.fromIterable(found)
                    .flatMapSequential(
                        group ->
                            Mono.fromCallable(() -> groups.post(known, write, group))
                                .subscribeOn(threads),
                        atOnce)
                    .collectList()
                    .map(answers -> together(found, answers)));
  }

  private static JsonNode together(List<Group> groups, List<ObjectNode> answers) {
    ObjectNode all = Wire.object();
    for (int i = 0; i < groups.size(); i++) {
      all.set(groups.get(i).reference(), answers.get(i));
    }
    return all;
  }

  private static List<Group> limited(List<Group> groups) {
    int items = groups.stream().mapToInt(group -> group.items().size()).sum();
    if (items > Limits.ITEMS_PER_COMMAND) {
      throw new Failure(
          Failure.BAD_REQUEST,
          "The body has %d items; %d are allowed.".formatted(items, Limits.ITEMS_PER_COMMAND));
    }
    return groups;
  }

  private Call call(ServerRequest request) {
    Caller caller = Caller.of(request);
    return new Call(
        caller.tenant(),
        caller.client(),
        key(request),
        CorrelationId.traceparent(request.headers().asHttpHeaders()),
        clock.now(),
        Query.flag(request, "forceAmountCheck"),
        Triggers.of(request),
        List.of());
  }

  private static String key(ServerRequest request) {
    String key = request.headers().firstHeader(IdempotencyKey.HEADER);
    if (key != null && !Limits.IDEMPOTENCY_KEY.matcher(key).matches()) {
      throw new Failure(
          Failure.BAD_REQUEST,
          "The header Idempotency-Key must match ^%s$."
              .formatted(Limits.IDEMPOTENCY_KEY.pattern()));
    }
    return key;
  }
}
