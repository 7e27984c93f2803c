package io.cascadeledger.api.program;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Clients that post payments and fees at random, each one after the other, and do with a failure
 * what the documentation tells them: send the same request again, with the same key. A few give up.
 */
final class Load {

  static final int CLIENTS = 6;
  private static final int LOANS = 50;
  private static final double REPEATS = 0.1;
  private static final double FEES = 0.2;
  private static final double GIVES_UP = 0.02;
  private static final long PAUSE_MILLIS = 100;

  private final Api api;
  private final long seed;
  private final Map<String, Posted> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final List<UUID> loans = new ArrayList<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean stopped;

  Load(Api api, long seed) {
    this.api = api;
    this.seed = seed;
  }

  /** Opens the loans and pays them out, before anything goes wrong. */
  void prepare() throws IOException, InterruptedException {
    Random random = new Random(seed);
    for (int i = 0; i < LOANS; i++) {
      UUID loan = new UUID(random.nextLong(), random.nextLong());
      loans.add(loan);
      String who = "\"loan_id\":\"%s\",\"borrower_id\":\"%s\"".formatted(loan, loan);
      String terms = "\"currency\":\"USD\",\"effective_at\":\"2026-01-15\"";
      postUntilAcknowledged("open:" + loan, "/v1/loans", "{%s,%s}".formatted(who, terms), random);
      String movement = "\"amount_minor\":\"1000000000\",\"method\":\"ach\"";
      postUntilAcknowledged(
          "disburse:" + loan,
          "/v1/disbursements",
          "{%s,%s,%s,\"destination_ref\":\"account\"}".formatted(who, terms, movement),
          random);
    }
  }

  /** Begins to post. */
  void start() {
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      clients.add(Thread.ofPlatform().name("client-" + i).start(() -> run(client)));
    }
  }

  /** Ends when every client has been told of its last request. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread client : clients) {
      if (!client.join(Duration.ofSeconds(90))) {
        throw new AssertionError(client.getName() + " is never answered");
      }
    }
  }

  private void run(int client) {
    Random random = new Random(seed + client);
    List<Posted> own = new ArrayList<>();
    try {
      for (int i = 0; !stopped; i++) {
        if (!own.isEmpty() && random.nextDouble() < REPEATS) {
          repeat(own.get(random.nextInt(own.size())));
        } else {
          Posted posted = postSomething("%d-%d".formatted(client, i), random);
          if (posted != null) {
            own.add(posted);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Posted postSomething(String name, Random random) throws InterruptedException {
    UUID loan = loans.get(random.nextInt(loans.size()));
    String movement =
        "\"amount_minor\":\"%d\",\"currency\":\"USD\",\"effective_at\":\"2026-%02d-%02d\""
            .formatted(1 + random.nextInt(5_000), 2 + random.nextInt(9), 1 + random.nextInt(28));
    if (random.nextDouble() < FEES) {
      String body = "{%s,\"fee_type\":\"late_payment\"}".formatted(movement);
      return postUntilAcknowledged(
          "fee:crash:" + name, "/v1/loans/" + loan + "/fees", body, random);
    }
    String who = "\"loan_id\":\"%s\",\"borrower_id\":\"%s\"".formatted(loan, loan);
    String body =
        "{%s,%s,\"source_method\":\"ach\",\"external_ref\":\"%s\"}".formatted(who, movement, name);
    return postUntilAcknowledged("payment:crash:" + name, "/v1/payments", body, random);
  }

  /** Null if the client gave up. */
  private Posted postUntilAcknowledged(String key, String path, String body, Random random)
      throws InterruptedException {
    sent.add(key);
    while (true) {
      HttpResponse<String> response = attempt(path, key, body);
      if (response != null && response.statusCode() / 100 == 2) {
        Posted posted = new Posted(key, path, body, response.body());
        acknowledged.put(key, posted);
        return posted;
      }
      if (response != null && response.statusCode() != 503 && response.statusCode() != 409) {
        violations.add(key + " was answered with " + response.statusCode() + " " + response.body());
        return null;
      }
      if (random.nextDouble() < GIVES_UP) {
        return null;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private void repeat(Posted posted) throws InterruptedException {
    HttpResponse<String> response = attempt(posted.path(), posted.key(), posted.body());
    boolean away = response == null || response.statusCode() == 503;
    if (!away && !isReplay(response, posted)) {
      violations.add(
          "%s was %s and is now %d %s"
              .formatted(posted.key(), posted.answer(), response.statusCode(), response.body()));
    }
  }

  private static boolean isReplay(HttpResponse<String> response, Posted posted) {
    return response.statusCode() == 200
        && response.body().equals(posted.answer())
        && response.headers().firstValue("Idempotency-Replayed").isPresent();
  }

  /** Sends every acknowledged request once more, when all is well again. */
  void repeatAll() throws InterruptedException {
    for (Posted posted : acknowledged.values()) {
      HttpResponse<String> response = attempt(posted.path(), posted.key(), posted.body());
      if (response == null || !isReplay(response, posted)) {
        violations.add(posted.key() + " is not answered as it was: " + response);
      }
    }
  }

  /** Null if the server did not answer. */
  private HttpResponse<String> attempt(String path, String key, String body)
      throws InterruptedException {
    try {
      return api.post(path, key, body);
    } catch (IOException e) {
      return null;
    }
  }

  /** Every request that was answered with 2xx, by key. */
  Map<String, Posted> acknowledged() {
    return acknowledged;
  }

  /** The keys of all requests that were sent, whatever became of them. */
  Set<String> sent() {
    return sent;
  }

  /** Answers that no client may ever get. */
  Queue<String> violations() {
    return violations;
  }
}
