package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.ScopeRule;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.stream.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;

/**
 * The surface for collections platforms: the paths and forms of a published API, all below the
 * client's identifier. It has its own form of errors.
 */
final class DebtorRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(DebtorRoutes.class);

  /** What all paths begin with. */
  static final String BASE = "/v1/{clientId}/";

  /** The operations that are no part of a ledger. */
  static final List<String> NOT_OFFERED =
      List.of("get_landing_page_url", "get_message", "get_communication_message_urls");

  private static final String SECONDS_TO_WAIT = "1";
  private static final String WHY_NOT =
      "This ledger keeps books: it has no landing pages and sends no messages.";

  private final Map<String, Function<ServerRequest, Mono<ServerResponse>>> gets =
      new LinkedHashMap<>();
  private final Map<String, Function<ServerRequest, Mono<ServerResponse>>> posts =
      new LinkedHashMap<>();
  private final RateLimit rateLimit;
  private final Scheduler threads;

  DebtorRoutes(RateLimit rateLimit, Scheduler threads) {
    this.rateLimit = rateLimit;
    this.threads = threads;
    NOT_OFFERED.forEach(
        name -> gets.put(name, _ -> Mono.error(new Failure(HttpStatus.NOT_IMPLEMENTED, WHY_NOT))));
  }

  /** Adds what is read. */
  DebtorRoutes reading(String name, BiFunction<String, ServerRequest, Answer> read) {
    return fetching(name, (tenant, request) -> answer(read.apply(tenant, request)));
  }

  /** Adds what is read, and answered in a form of its own. */
  DebtorRoutes fetching(String name, BiFunction<String, ServerRequest, ServerResponse> read) {
    gets.put(
        name,
        request ->
            Mono.fromCallable(() -> read.apply(Caller.of(request).tenant(), request))
                .subscribeOn(threads));
    return this;
  }

  /** Adds what is posted. */
  DebtorRoutes posting(WriteHandler handler, List<Write> writes) {
    for (Write write : writes) {
      posts.put(
          write.name(),
          request -> handler.handle(request, write).map(it -> answer(new Answer(it))));
    }
    return this;
  }

  /** Adds what takes its request apart itself. */
  DebtorRoutes taking(String name, Function<ServerRequest, Mono<Answer>> handler) {
    posts.put(name, request -> handler.apply(request).map(DebtorRoutes::answer));
    return this;
  }

  /** Adds what is done with a body otherwise. */
  DebtorRoutes doing(String name, BiFunction<String, JsonNode, JsonNode> action) {
    posts.put(
        name,
        request ->
            Body.of(request)
                .flatMap(
                    body ->
                        Mono.fromCallable(
                                () ->
                                    answer(
                                        new Answer(
                                            action.apply(Caller.of(request).tenant(), body))))
                            .subscribeOn(threads)));
    return this;
  }

  /** Which scope each operation needs. */
  List<ScopeRule> scopes() {
    List<ScopeRule> rules = new ArrayList<>();
    gets.keySet()
        .forEach(
            name ->
                rules.add(new ScopeRule(HttpMethod.GET, BASE + name, Scopes.DEBTORS_READ, true)));
    posts
        .keySet()
        .forEach(
            name ->
                rules.add(new ScopeRule(HttpMethod.POST, BASE + name, Scopes.DEBTORS_WRITE, true)));
    return rules;
  }

  /** The routes. */
  RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder builder = RouterFunctions.route();
    gets.forEach((name, handler) -> builder.GET(BASE + name, request -> serve(request, handler)));
    posts.forEach(
        (name, handler) ->
            builder.route(RequestPredicates.POST(BASE + name), request -> serve(request, handler)));
    return builder.build();
  }

  private Mono<ServerResponse> serve(
      ServerRequest request, Function<ServerRequest, Mono<ServerResponse>> handler) {
    Caller caller = Caller.of(request);
    String named = request.pathVariable("clientId");
    if (!named.equals(caller.tenant())
        && !named.equalsIgnoreCase(Digest.uuidOf(caller.tenant()).toString())) {
      return Mono.just(failure(HttpStatus.FORBIDDEN, "Access is denied."));
    }
    long wait = rateLimit.secondsToWait(caller.client());
    if (wait > 0) {
      return Mono.just(
          failure(HttpStatus.TOO_MANY_REQUESTS, "Request was throttled.")
              .with(HttpHeaders.RETRY_AFTER, Long.toString(wait)));
    }
    return Mono.defer(() -> handler.apply(request))
        .onErrorResume(Failure.class, e -> Mono.just(failure(e)))
        .onErrorResume(
            RuntimeException.class,
            e -> {
              LOG.error("{} failed", request.path(), e);
              return Mono.just(failure(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error."));
            });
  }

  private static ServerResponse answer(Answer answer) {
    JsonResponse response = JsonResponse.of(HttpStatus.OK, answer.body());
    return answer.next() == null
        ? response
        : response.with(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(answer.next()));
  }

  private static JsonResponse failure(Failure failure) {
    JsonResponse response = failure(failure.status(), failure.getMessage());
    return failure.status() == HttpStatus.SERVICE_UNAVAILABLE
        ? response.with(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
        : response;
  }

  private static JsonResponse failure(HttpStatus status, String message) {
    return JsonResponse.of(status, Wire.object().put("message", message));
  }
}
