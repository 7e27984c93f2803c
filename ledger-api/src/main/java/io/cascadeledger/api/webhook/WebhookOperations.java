package io.cascadeledger.api.webhook;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;

import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Words;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.json.EventTypes;
import io.cascadeledger.limits.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The operations on webhook subscriptions, as they are declared. */
final class WebhookOperations {

  enum Wanted {
    WAITING,
    DEAD
  }

  static final Field<String> URL =
      Field.text("url", Limits.WEBHOOK_URL_CHARACTERS)
          .describe("Where to send messages: https, and a host of the public internet.")
          .example("https://erp.example.com/ledger");
  static final Field<List<String>> EVENT_TYPES =
      Words.field("event_types", known(), Subscription.JOURNAL_ENTRY_POSTED)
          .optional(List.of(Subscription.JOURNAL_ENTRY_POSTED))
          .describe(
              "Of what to tell: journalEntryPosted of every journal entry; any other of the events"
                  + " of that type, as GET /v1/events shows them.");
  static final Field<String> DESCRIPTION =
      Field.text("description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("Your own words.")
          .example("The general ledger of the group.");
  static final Parameter<UUID> ID =
      Parameter.path(Field.uuid("webhook_subscription_id").describe("The subscription."));
  static final Parameter<Wanted> STATUS =
      Parameter.query(
          Field.oneWordOf("status", Wanted.class)
              .optional(Wanted.DEAD)
              .describe(
                  "Those that are not sent by themselves any more, or those that still are."));
  static final Parameter<String> NUMBER =
      Parameter.query(
          Field.token("message_number", "^[0-9]{1,18}$", "815")
              .optional()
              .describe("One message; all that are dead if left out."));

  static final Operation CREATE =
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

  static final Operation LIST =
      Operation.get("listWebhookSubscriptions", "/v1/webhook-subscriptions")
          .tag("Webhooks")
          .summary("List the webhook subscriptions")
          .description("All subscriptions of the tenant, and how far each of them is.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .answer(200, "The subscriptions.", SubscriptionListAnswer.example())
          .build();

  static final Operation GET =
      Operation.get("getWebhookSubscription", "/v1/webhook-subscriptions/{webhook_subscription_id}")
          .tag("Webhooks")
          .summary("Read a webhook subscription")
          .description("A subscription, and how far it is.")
          .scope(Scopes.WEBHOOKS_WRITE)
          .parameter(ID)
          .answer(200, "The subscription.", SubscriptionAnswer.example())
          .problems(ProblemCode.WEBHOOK_SUBSCRIPTION_NOT_FOUND)
          .build();

  static final Operation DELETE =
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

  static final Operation MESSAGES =
      Operation.get(
              "listWebhookMessages", "/v1/webhook-subscriptions/{webhook_subscription_id}/messages")
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

  static final Operation RESEND =
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

  private WebhookOperations() {}

  private static Set<String> known() {
    Set<String> known =
        EventTypes.events().stream()
            .map(EventTypes.EventType::name)
            .collect(Collectors.toCollection(HashSet::new));
    known.add(Subscription.JOURNAL_ENTRY_POSTED);
    return known;
  }
}
