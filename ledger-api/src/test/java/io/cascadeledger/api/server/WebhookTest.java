package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.api.server.Subscriber.Received;
import io.cascadeledger.eventstore.json.EventTypes;
import io.cascadeledger.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscribers of all kinds, told of what happens by two servers on one database. */
@ExtendWith(StopsLedger.class)
class WebhookTest {

  private static final AtomicInteger TENANTS = new AtomicInteger();
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "ledger.webhooks.private-addresses", true,
          "ledger.webhooks.timeout", "1s",
          "ledger.webhooks.first-pause", "50ms",
          "ledger.webhooks.give-up-after", "15s");

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static LedgerServer first;
  private static LedgerServer second;

  private final Tenant lender =
      Tenant.of(first, "told-" + TENANTS.incrementAndGet(), Scopes.DESCRIPTIONS.keySet());
  private final Subscriber subscriber = new Subscriber();

  @BeforeAll
  static void start() {
    first = RunningLedger.start(DATABASE.url(), SETTINGS);
    second = RunningLedger.start(DATABASE.url(), SETTINGS);
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  @AfterEach
  void close() {
    lender
        .get("/v1/webhook-subscriptions")
        .expect(200)
        .json()
        .path("items")
        .forEach(it -> delete(it.path("webhook_subscription_id").asString()).expect(200));
    subscriber.close();
  }

  private Reply delete(String id) {
    return lender.send(lender.request("/v1/webhook-subscriptions/" + id).DELETE());
  }

  private Reply subscribe(String types) {
    return lender.post(
        "/v1/webhook-subscriptions", "{\"url\": \"%s\"%s}".formatted(subscriber.url(), types));
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private JsonNode subscription(String id) {
    return lender.get("/v1/webhook-subscriptions/" + id).expect(200).json();
  }

  private JsonNode messages(String id, String status) {
    return lender
        .get("/v1/webhook-subscriptions/%s/messages?status=%s".formatted(id, status))
        .expect(200)
        .json()
        .path("items");
  }

  @Test
  void each_journal_entry_is_told_of_and_signed() throws Exception {
    Reply subscription = subscribe("").expect(201);
    UUID loan = lender.newLoan();
    Reply paid =
        lender
            .send(
                lender
                    .request("/v1/payments")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", Tenant.newKey())
                    .header("X-Trace-Id", "trace-42")
                    .POST(BodyPublishers.ofString(Bodies.payment(loan, 700, "2026-05-01"))))
            .expect(201);

    await(() -> subscriber.acknowledged().size() == 2);

    Received told = subscriber.acknowledged().getLast();
    JsonNode body = JsonMapper.shared().readTree(told.body());
    assertThat(body.propertyNames())
        .containsExactly(
            "journal_entry_id", "tenant_id", "event_type", "occurred_at", "correlation_id");
    assertThat(body.path("journal_entry_id").asString()).isEqualTo(paid.text("journal_entry_id"));
    assertThat(body.path("tenant_id").asString()).isEqualTo(lender.name());
    assertThat(body.path("event_type").asString()).isEqualTo("payment_received");
    assertThat(body.path("correlation_id").asString()).isEqualTo("trace-42");
    assertThat(told.path()).isEqualTo("/ledger?from=here");
    assertThat(told.headers()).containsEntry("content-type", "application/json");
    assertThat(told.headers().get("webhook-signature"))
        .isEqualTo(signature(subscription.text("secret"), told));
    assertThat(Instant.ofEpochSecond(Long.parseLong(told.headers().get("webhook-timestamp"))))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    JsonNode now = subscription(subscription.text("webhook_subscription_id"));
    assertThat(now.has("secret")).isFalse();
    assertThat(now.path("event_types").toString()).isEqualTo("[\"journalEntryPosted\"]");
  }

  private static String signature(String secret, Received told) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        String.join(".", told.id(), told.headers().get("webhook-timestamp"), told.body());
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void events_of_chosen_types_come_as_the_stream_of_events_shows_them() {
    UUID before = lender.newLoan();
    subscribe(", \"event_types\": [\"loan_opened\", \"payment_posted\"]").expect(201);
    lender.pay(before, 5).expect(201);
    lender.newLoan();

    await(() -> subscriber.acknowledged().size() == 2);

    List<String> lines =
        lender
            .get("/v1/events?type=loan_opened,payment_posted")
            .expect(200)
            .body()
            .lines()
            .skip(1) // the loan that was opened before
            .toList();
    assertThat(subscriber.acknowledged())
        .extracting(Received::body)
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  /** Also those that book nothing: what is created, changed, promised or triggered. */
  @Test
  void every_event_of_debtors_and_claims_can_be_told_of() {
    String all =
        EventTypes.events().stream()
            .map(EventTypes.EventType::name)
            .collect(Collectors.joining("\", \"", "[\"", "\"]"));
    subscribe(", \"event_types\": " + all).expect(201);
    Platform platform = new Platform(lender);
    platform.done("create_accounts", Platform.example("create_accounts"));
    for (String claim : List.of("CLAIM_REF_002", "property1", "property2")) {
      platform.done(
          "create_claims", Platform.example("create_claims").replace("CLAIM_REF_002_1", claim));
    }
    for (String operation :
        List.of(
            "pause_journeys",
            "create_promises_to_pay",
            "execute_custom_triggers",
            "set_account_scores")) {
      platform.post(operation, Platform.example(operation)).expect(200);
    }
    List<String> lines = lender.get("/v1/events").expect(200).body().lines().toList();

    await(() -> subscriber.acknowledged().size() == lines.size());

    assertThat(subscriber.acknowledged())
        .extracting(Received::body)
        .containsExactlyInAnyOrderElementsOf(lines);
    assertThat(lines.stream().map(it -> JsonMapper.shared().readTree(it).path("type").asString()))
        .contains(
            "debtor_account_opened",
            "claim_created",
            "claim_promised",
            "claim_trigger_fired",
            "claim_journey_changed");
  }

  @Test
  void whoever_fails_is_slow_or_is_down_is_told_of_everything_in_order_and_of_nothing_twice() {
    Random random = new Random(20_261_121);
    String id =
        subscribe(", \"event_types\": [\"payment_posted\"]")
            .expect(201)
            .text("webhook_subscription_id");
    Map<String, String> lastOfStream = new HashMap<>();
    List<String> outOfOrder = new ArrayList<>();
    subscriber.behave(
        message -> {
          double mood = random.nextDouble();
          if (mood < 0.15) {
            return 500;
          }
          if (mood < 0.2) {
            sleep(1_500); // longer than the server waits
          }
          return 200;
        });
    List<UUID> loans = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      loans.add(lender.newLoan());
    }
    for (int i = 0; i < 60; i++) {
      Tenant through = i % 2 == 0 ? lender : lender.at(second);
      through.pay(loans.get(i % loans.size()), i + 1L).expect(201);
      if (i == 20) {
        subscriber.goDown();
      } else if (i == 40) {
        sleep(500);
        subscriber.comeBack();
      }
    }

    await(() -> subscriber.acknowledged().size() == 60);

    assertThat(messages(id, "dead")).isEmpty();
    for (Received told : subscriber.acknowledged()) {
      JsonNode event = JsonMapper.shared().readTree(told.body());
      String sequence = "%06d".formatted(event.path("sequence").asInt());
      String before = lastOfStream.put(event.path("stream_id").asString(), sequence);
      if (before != null && before.compareTo(sequence) >= 0) {
        outOfOrder.add(told.body());
      }
    }
    assertThat(outOfOrder).isEmpty();
    assertThat(lastOfStream).hasSize(5);
    Map<String, String> bodies = new HashMap<>();
    assertThat(subscriber.attempts())
        .allSatisfy(
            it -> assertThat(bodies.computeIfAbsent(it.id(), _ -> it.body())).isEqualTo(it.body()));
    assertThat(bodies).hasSize(60);
  }

  private static int sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 200;
  }

  @Test
  void what_is_given_up_is_kept_for_a_look_and_sent_again_when_asked_for() {
    String id =
        subscribe(", \"event_types\": [\"payment_posted\"]")
            .expect(201)
            .text("webhook_subscription_id");
    subscriber.behave(_ -> 302);
    UUID loan = lender.newLoan();
    lender.pay(loan, 1).expect(201);

    await(() -> subscription(id).path("dead_message_count").asInt() == 1);

    JsonNode dead = messages(id, "dead").get(0);
    assertThat(dead.path("last_failure").asString()).isEqualTo("It was answered with status 302.");
    assertThat(dead.path("attempts").asInt()).isGreaterThan(2);
    assertThat(dead.path("stream_id").asString()).isEqualTo(loan.toString());
    assertThat(subscriber.attempts()).extracting(Received::path).containsOnly("/ledger?from=here");
    assertThat(subscription(id).path("last_failure").asString()).contains("302");

    subscriber.behave(_ -> 200);
    lender.pay(loan, 2).expect(201);
    await(() -> subscriber.acknowledged().size() == 1);
    Reply resent =
        lender
            .post(
                "/v1/webhook-subscriptions/%s/resend?message_number=%d"
                    .formatted(id, dead.path("message_number").asLong()),
                "")
            .expect(200);

    assertThat(resent.json().path("resent_message_count").asInt()).isEqualTo(1);
    await(() -> subscriber.acknowledged().size() == 2);
    assertThat(subscriber.acknowledged().getLast().id())
        .isEqualTo(dead.path("webhook_id").asString());
    await(() -> subscription(id).path("waiting_message_count").asInt() == 0);
    assertThat(messages(id, "dead")).isEmpty();
    assertThat(messages(id, "waiting")).isEmpty();
  }

  @Test
  void a_loan_whose_messages_fail_keeps_no_other_waiting() {
    subscribe(", \"event_types\": [\"payment_posted\"]").expect(201);
    UUID stuck = lender.newLoan();
    UUID other = lender.newLoan();
    subscriber.behave(message -> message.body().contains(stuck.toString()) ? 500 : 200);

    for (int i = 1; i <= 10; i++) {
      lender.pay(stuck, i).expect(201);
      lender.pay(other, i).expect(201);
    }

    await(() -> subscriber.acknowledged().size() == 10);
    assertThat(subscriber.acknowledged())
        .allSatisfy(it -> assertThat(it.body()).contains(other.toString()));
    assertThat(
            subscriber.attempts().stream()
                .filter(it -> it.body().contains(stuck.toString()))
                .map(Received::id)
                .distinct())
        .hasSize(1);
  }

  @Test
  void only_the_tenant_sees_a_subscription_and_what_it_is_told_of() {
    String id = subscribe("").expect(201).text("webhook_subscription_id");
    Tenant stranger = Tenant.of(first, lender.name() + "-stranger", Scopes.DESCRIPTIONS.keySet());
    stranger.pay(stranger.newLoan(), 5).expect(201);
    lender.newLoan();

    stranger
        .get("/v1/webhook-subscriptions/" + id)
        .expectProblem(404, "webhook_subscription_not_found");
    stranger
        .get("/v1/webhook-subscriptions/" + id + "/messages")
        .expectProblem(404, "webhook_subscription_not_found");
    assertThat(stranger.get("/v1/webhook-subscriptions").expect(200).json().path("items"))
        .isEmpty();
    await(() -> subscriber.acknowledged().size() == 1);
    assertThat(subscriber.attempts())
        .allSatisfy(it -> assertThat(it.body()).contains("\"" + lender.name() + "\""));
  }

  @Test
  void a_deleted_subscription_is_told_of_nothing_more() {
    String id = subscribe("").expect(201).text("webhook_subscription_id");
    delete(id).expect(200);
    lender.newLoan();

    sleep(1_000);

    assertThat(subscriber.attempts()).isEmpty();
    delete(id).expectProblem(404, "webhook_subscription_not_found");
  }

  @Test
  void wrong_subscriptions_are_refused_with_the_field_and_the_reason() {
    Tenant strict = RunningLedger.newTenant();

    assertThat(
            strict
                .post("/v1/webhook-subscriptions", "{\"url\": \"http://127.0.0.1/\"}")
                .expectProblem(400, "invalid_request")
                .body())
        .contains("\"url\"", "must begin with https://");
    assertThat(
            strict
                .post("/v1/webhook-subscriptions", "{\"url\": \"https://169.254.169.254/x\"}")
                .expectProblem(400, "invalid_request")
                .body())
        .contains("must not be an address of a private network");
    for (String types :
        List.of("[]", "[\"nonsense\"]", "[\"loan_opened\", \"loan_opened\"]", "[7]", "\"x\"")) {
      assertThat(
              subscribe(", \"event_types\": " + types).expectProblem(400, "invalid_request").body())
          .contains("event_types");
    }
    for (int i = 0; i < 20; i++) {
      subscribe("").expect(201);
    }
    subscribe("").expectProblem(422, "too_many_webhook_subscriptions");
  }

  @Test
  void a_name_that_leads_to_a_private_address_is_not_connected_to() {
    Tenant strict = RunningLedger.newTenant();
    String id =
        strict
            .post(
                "/v1/webhook-subscriptions",
                "{\"url\": \"https://localhost:%s/\"}"
                    .formatted(subscriber.url().replaceAll(".*:(\\d+)/.*", "$1")))
            .expect(201)
            .text("webhook_subscription_id");
    strict.newLoan();

    await(
        () -> strict.get("/v1/webhook-subscriptions/" + id).expect(200).json().has("last_failure"));

    assertThat(strict.get("/v1/webhook-subscriptions/" + id).expect(200).text("last_failure"))
        .isEqualTo("IOException: The host has no public address.");
    strict.send(strict.request("/v1/webhook-subscriptions/" + id).DELETE()).expect(200);
  }
}
