package io.cascadeledger.api.command;

import io.cascadeledger.api.exchange.IdempotencyKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Posts much, over HTTP, so that what the JVM notes down of the run is that of a busy server. Most
 * of it are payments one by one; some are sent twice, some in batches, and some balances are read.
 */
final class PracticeLoad {

  private static final int CONNECTIONS = 32;
  private static final int LOANS_OF_A_CONNECTION = 10;
  private static final int ONE_IN = 20;
  private static final int LINES_OF_A_BATCH = 100;

  private final String server;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A load on a server.
   *
   * @param port where it listens on this machine
   * @param token an access token that may do everything
   */
  PracticeLoad(int port, String token) {
    this.server = "http://localhost:" + port;
    this.token = token;
  }

  /**
   * Posts payments to new loans.
   *
   * @param payments how many, apart from those in batches
   * @throws IOException if one is not answered as it should be
   */
  void run(int payments) throws IOException, InterruptedException {
    List<Future<?>> connections = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(
            threads.submit(
                () -> {
                  converse(payments / CONNECTIONS);
                  return null;
                }));
      }
    }
    for (Future<?> connection : connections) {
      try {
        connection.get();
      } catch (ExecutionException e) {
        throw new IOException("the practice failed", e);
      }
    }
  }

  private void converse(int payments) throws IOException, InterruptedException {
    List<String> loans = new ArrayList<>();
    for (int i = 0; i < LOANS_OF_A_CONNECTION; i++) {
      loans.add(open());
    }
    for (int i = 0; i < payments; i++) {
      String loan = loans.get(i % LOANS_OF_A_CONNECTION);
      String key = UUID.randomUUID().toString();
      post("/v1/payments", key, "{" + payment(loan) + "}", 201);
      if (i % ONE_IN == 0) {
        post("/v1/payments", key, "{" + payment(loan) + "}", 200);
        send(request("/v1/loans/" + loan + "/balance").build(), 200);
      }
    }
    batch(loans.getFirst());
  }

  private String open() throws IOException, InterruptedException {
    String loan = UUID.randomUUID().toString();
    post(
        "/v1/loans",
        "loan:" + loan,
        """
        {"loan_id": "%s", "borrower_id": "%s", "currency": "USD", "effective_at": "2026-01-15"}"""
            .formatted(loan, loan),
        201);
    post(
        "/v1/disbursements",
        "disbursement:" + loan,
        """
        {"loan_id": "%s", "amount_minor": "100000000", "currency": "USD",
         "effective_at": "2026-01-15"}"""
            .formatted(loan),
        201);
    return loan;
  }

  private static String payment(String loan) {
    return """
        "loan_id": "%s", "borrower_id": "%s", "amount_minor": "100", "currency": "USD", \
        "effective_at": "2026-05-01", "source_method": "ach", "external_ref": "practice\""""
        .formatted(loan, loan);
  }

  private void batch(String loan) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES_OF_A_BATCH; i++) {
      lines.append(
          "{\"idempotency_key\": \"%s\", %s}%n".formatted(UUID.randomUUID(), payment(loan)));
    }
    HttpRequest request =
        request("/v1/payments:batch")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    send(request, 200);
  }

  private void post(String path, String key, String body, int expected)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header(IdempotencyKey.HEADER, key)
            .POST(BodyPublishers.ofString(body))
            .build();
    send(request, expected);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Authorization", "Bearer " + token);
  }

  private void send(HttpRequest request, int expected) throws IOException, InterruptedException {
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    if (status != expected) {
      throw new IOException("%s was answered with %d".formatted(request.uri(), status));
    }
  }
}
