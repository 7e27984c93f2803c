package io.cascadeledger.api.webhook;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.limits.Limits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Saying who is told of what happens, and seeing what they were not told. */
public final class WebhookEndpoints {

  private final Subscriptions subscriptions;
  private final MessageQueue queue;
  private final Target target;
  private final Clock clock;
  private final LongSupplier last;
  private final Runnable news;
  private final SecureRandom random = new SecureRandom();

  private WebhookEndpoints(
      DataSource dataSource,
      WebhookSettings settings,
      Clock clock,
      LongSupplier last,
      Runnable news) {
    this.subscriptions = new Subscriptions(dataSource);
    this.queue = new MessageQueue(dataSource);
    this.target = new Target(settings.privateAddresses());
    this.clock = clock;
    this.last = last;
    this.news = news;
  }

  /**
   * The endpoints.
   *
   * @param last reads the position of the last event that is stored; may block
   * @param news is run when there is something to send that no event tells of
   */
  public static List<Endpoint> all(
      DataSource dataSource,
      WebhookSettings settings,
      Clock clock,
      LongSupplier last,
      Runnable news) {
    WebhookEndpoints all = new WebhookEndpoints(dataSource, settings, clock, last, news);
    return List.of(
        new PlainEndpoint(WebhookOperations.CREATE, all::create),
        new PlainEndpoint(WebhookOperations.LIST, all::list),
        new PlainEndpoint(WebhookOperations.GET, all::get),
        new PlainEndpoint(WebhookOperations.DELETE, all::delete),
        new PlainEndpoint(WebhookOperations.MESSAGES, all::messages),
        new PlainEndpoint(WebhookOperations.RESEND, all::resend));
  }

  private Mono<ServerResponse> create(ServerRequest request) {
    Caller caller = Caller.of(request);
    return WebhookOperations.CREATE
        .readBody(request)
        .flatMap(body -> Blocking.call(request, () -> create(caller, body)))
        .map(answer -> JsonResponse.of(HttpStatus.CREATED, answer));
  }

  private SubscriptionAnswer create(Caller caller, Values body) {
    if (subscriptions.count(caller.tenant()) >= Limits.WEBHOOK_SUBSCRIPTIONS) {
      throw new ProblemException(
          ProblemCode.TOO_MANY_WEBHOOK_SUBSCRIPTIONS,
          "The tenant has %d webhook subscriptions.".formatted(Limits.WEBHOOK_SUBSCRIPTIONS));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Subscription subscription =
        new Subscription(
            UUID.randomUUID(),
            caller.tenant(),
            url(body.get(WebhookOperations.URL)),
            body.get(WebhookOperations.EVENT_TYPES),
            body.get(WebhookOperations.DESCRIPTION),
            caller.client(),
            now,
            last.getAsLong(),
            0,
            0,
            null,
            null,
            null);
    WebhookSecret secret = WebhookSecret.random(random);
    subscriptions.add(subscription, secret);
    news.run();
    return SubscriptionAnswer.of(subscription, secret);
  }

  private URI url(String text) {
    try {
      return target.url(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(
          WebhookOperations.URL.name(), FieldErrorCode.INVALID_FORMAT, e.getMessage());
    }
  }

  private Mono<ServerResponse> list(ServerRequest request) {
    String tenant = Caller.of(request).tenant();
    return Blocking.call(request, () -> SubscriptionListAnswer.of(subscriptions.list(tenant)))
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }

  private Mono<ServerResponse> get(ServerRequest request) {
    return answer(
        request,
        WebhookOperations.GET,
        (tenant, values) -> SubscriptionAnswer.of(find(tenant, values), null));
  }

  private Mono<ServerResponse> delete(ServerRequest request) {
    return answer(
        request,
        WebhookOperations.DELETE,
        (tenant, values) -> {
          Subscription subscription = find(tenant, values);
          subscriptions.remove(subscription.id());
          return SubscriptionAnswer.of(subscription, null);
        });
  }

  private Mono<ServerResponse> messages(ServerRequest request) {
    return answer(
        request,
        WebhookOperations.MESSAGES,
        (tenant, values) -> {
          int size = values.get(PAGE_SIZE);
          boolean dead = values.get(WebhookOperations.STATUS) == WebhookOperations.Wanted.DEAD;
          return MessagePageAnswer.of(
              queue.list(known(tenant, values), dead, PageFields.after(values), size + 1), size);
        });
  }

  private Mono<ServerResponse> resend(ServerRequest request) {
    return answer(
        request,
        WebhookOperations.RESEND,
        (tenant, values) -> {
          Long number = values.find(WebhookOperations.NUMBER).map(Long::valueOf).orElse(null);
          int resent = queue.resend(known(tenant, values), number, clock.instant());
          news.run();
          return new ResentAnswer(resent);
        });
  }

  private Subscription find(String tenant, Values values) {
    return subscriptions
        .find(tenant, values.get(WebhookOperations.ID))
        .orElseThrow(WebhookEndpoints::notFound);
  }

  private UUID known(String tenant, Values values) {
    UUID id = values.get(WebhookOperations.ID);
    if (!subscriptions.exists(tenant, id)) {
      throw notFound();
    }
    return id;
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND);
  }

  private static Mono<ServerResponse> answer(
      ServerRequest request, Operation operation, BiFunction<String, Values, Record> work) {
    Values parameters = operation.readParameters(request);
    String tenant = Caller.of(request).tenant();
    return Blocking.call(request, () -> work.apply(tenant, parameters))
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }
}
