package io.cascadeledger.api.webhook;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.request.Words;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.json.EventTypes;
import io.cascadeledger.limits.Limits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Saying who is told of what happens, and seeing what they were not told. */
public final class WebhookEndpoints {

  private enum Wanted {
    WAITING,
    DEAD
  }

  private static final Field<String> URL =
      Field.text("url", Limits.WEBHOOK_URL_CHARACTERS)
          .describe("Where to send messages: https, and a host of the public internet.")
          .example("https://erp.example.com/ledger");
  private static final Field<List<String>> EVENT_TYPES =
      Words.field("event_types", known(), Subscription.JOURNAL_ENTRY_POSTED)
          .optional(List.of(Subscription.JOURNAL_ENTRY_POSTED))
          .describe(
              "Of what to tell: journalEntryPosted of every journal entry; any other of the events"
                  + " of that type, as GET /v1/events shows them.");
  private static final Field<String> DESCRIPTION =
      Field.text("description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("Your own words.")
          .example("The general ledger of the group.");
  private static final Parameter<UUID> ID =
      Parameter.path(Field.uuid("webhook_subscription_id").describe("The subscription."));
  private static final Parameter<Wanted> STATUS =
      Parameter.query(
          Field.oneWordOf("status", Wanted.class)
              .optional(Wanted.DEAD)
              .describe("Those that are not sent by themselves any more, or those that still are."));
  private static final Parameter<String> NUMBER =
      Parameter.query(
          Field.token("message_number", "^[0-9]{1,18}$", "815")
              .optional()
              .describe("One message; all that are dead if left out."));

  private static final Operation CREATE =
      Operation.start("createWebhookSubscription", "/v1/webhook-subscriptions")
          .tag("Webhooks")
          .summary("Be told of what happens")
          .description(
              "From now on, each event of these types is sent to the URL: at least once, those of"
                  + " one loan in their order, again for a day while it is not acknowledged by a"
                  + " status from 200 to 299. The answer shows the secret that signs the messages,"
                  + " this once.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .body(Body.of("WebhookSubscriptionRequest", URL, EVENT_TYPES, DESCRIPTION))
          .answer(201, "The subscription, with its secret.", SubscriptionAnswer.example())
          .problems(ProblemCode.TOO_MANY_WEBHOOK_SUBSCRIPTIONS)
          .build();

  private static final Operation LIST =
      Operation.get("listWebhookSubscriptions", "/v1/webhook-subscriptions")
          .tag("Webhooks")
          .summary("List the webhook subscriptions")
          .description("All subscriptions of the tenant, and how far each of them is.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .answer(200, "The subscriptions.", SubscriptionListAnswer.example())
          .build();

  private static final Operation GET =
      Operation.get("getWebhookSubscription", "/v1/webhook-subscriptions/{webhook_subscription_id}")
          .tag("Webhooks")
          .summary("Read a webhook subscription")
          .description("A subscription, and how far it is.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .parameter(ID)
          .answer(200, "The subscription.", SubscriptionAnswer.example())
          .problems(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND)
          .build();

  private static final Operation DELETE =
      Operation.delete(
              "deleteWebhookSubscription", "/v1/webhook-subscriptions/{webhook_subscription_id}")
          .tag("Webhooks")
          .summary("Delete a webhook subscription")
          .description("Nothing more is sent, also of what waits.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .parameter(ID)
          .answer(200, "What the subscription was.", SubscriptionAnswer.example())
          .problems(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND)
          .build();

  private static final Operation MESSAGES =
      Operation.get(
              "listWebhookMessages",
              "/v1/webhook-subscriptions/{webhook_subscription_id}/messages")
          .tag("Webhooks")
          .summary("See what a subscriber was not told")
          .description("The messages that were not acknowledged, by pages.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .parameter(ID)
          .parameter(STATUS)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "A page of messages.", MessagePageAnswer.example())
          .problems(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND)
          .build();

  private static final Operation RESEND =
      Operation.start(
              "resendWebhookMessages", "/v1/webhook-subscriptions/{webhook_subscription_id}/resend")
          .tag("Webhooks")
          .summary("Send dead messages again")
          .description(
              "Messages that were given up are sent again, as if for the first time, in front of"
                  + " what waits in their streams.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .parameter(ID)
          .parameter(NUMBER)
          .answer(200, "How many.", ResentAnswer.example())
          .problems(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND)
          .build();

  private final Subscriptions subscriptions;
  private final MessageQueue queue;
  private final Target target;
  private final Clock clock;
  private final LongSupplier last;
  private final SecureRandom random = new SecureRandom();

  private WebhookEndpoints(
      DataSource dataSource, WebhookSettings settings, Clock clock, LongSupplier last) {
    this.subscriptions = new Subscriptions(dataSource);
    this.queue = new MessageQueue(dataSource);
    this.target = new Target(settings.privateAddresses());
    this.clock = clock;
    this.last = last;
  }

  private static Set<String> known() {
    Set<String> known =
        EventTypes.events().stream()
            .map(EventTypes.EventType::name)
            .collect(Collectors.toCollection(HashSet::new));
    known.add(Subscription.JOURNAL_ENTRY_POSTED);
    return known;
  }

  /**
   * The endpoints.
   *
   * @param last reads the position of the last event that is stored; may block
   */
  public static List<Endpoint> all(
      DataSource dataSource, WebhookSettings settings, Clock clock, LongSupplier last) {
    WebhookEndpoints all = new WebhookEndpoints(dataSource, settings, clock, last);
    return List.of(
        new PlainEndpoint(CREATE, all::create),
        new PlainEndpoint(LIST, all::list),
        new PlainEndpoint(GET, all::get),
        new PlainEndpoint(DELETE, all::delete),
        new PlainEndpoint(MESSAGES, all::messages),
        new PlainEndpoint(RESEND, all::resend));
  }

  private Mono<ServerResponse> create(ServerRequest request) {
    Caller caller = Caller.of(request);
    return CREATE
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
            url(body.get(URL)),
            body.get(EVENT_TYPES),
            body.get(DESCRIPTION),
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
    return SubscriptionAnswer.of(subscription, secret);
  }

  private URI url(String text) {
    try {
      return target.url(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(URL.name(), FieldErrorCode.INVALID_FORMAT, e.getMessage());
    }
  }

  private Mono<ServerResponse> list(ServerRequest request) {
    String tenant = Caller.of(request).tenant();
    return Blocking.call(
            request, () -> SubscriptionListAnswer.of(subscriptions.list(tenant)))
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }

  private Mono<ServerResponse> get(ServerRequest request) {
    return answer(request, GET, (subscription, _) -> SubscriptionAnswer.of(subscription, null));
  }

  private Mono<ServerResponse> delete(ServerRequest request) {
    return answer(
        request,
        DELETE,
        (subscription, _) -> {
          subscriptions.remove(subscription.id());
          return SubscriptionAnswer.of(subscription, null);
        });
  }

  private Mono<ServerResponse> messages(ServerRequest request) {
    return answer(
        request,
        MESSAGES,
        (subscription, parameters) -> {
          int size = parameters.get(PAGE_SIZE);
          boolean dead = parameters.get(STATUS) == Wanted.DEAD;
          return MessagePageAnswer.of(
              queue.list(subscription.id(), dead, PageFields.after(parameters), size + 1), size);
        });
  }

  private Mono<ServerResponse> resend(ServerRequest request) {
    return answer(
        request,
        RESEND,
        (subscription, parameters) ->
            new ResentAnswer(
                queue.resend(
                    subscription.id(),
                    parameters.find(NUMBER).map(Long::valueOf).orElse(null),
                    clock.instant())));
  }

  private Mono<ServerResponse> answer(
      ServerRequest request, Operation operation, BiFunction<Subscription, Values, Record> work) {
    Values parameters = operation.readParameters(request);
    String tenant = Caller.of(request).tenant();
    UUID id = parameters.get(ID);
    return Blocking.call(
            request,
            () ->
                work.apply(
                    subscriptions
                        .find(tenant, id)
                        .orElseThrow(
                            () -> new ProblemException(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND)),
                    parameters))
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }
}
