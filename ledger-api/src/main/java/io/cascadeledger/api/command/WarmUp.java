package io.cascadeledger.api.command;

import io.cascadeledger.api.exchange.IdempotencyKey;
import io.cascadeledger.api.security.NewClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** Some thousand requests of every kind: the lives of loans, many at a time. */
final class WarmUp {

  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final int LENDERS = 4;
  private static final int LOANS = 12;
  private static final int PAYMENTS = 80;

  private final String server;
  private final NewClient client;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicBoolean asExpected = new AtomicBoolean(true);
  private String token = "";

  WarmUp(int port, NewClient client) {
    this.server = "http://localhost:" + port;
    this.client = client;
  }

  /**
   * Sends the requests.
   *
   * @return whether all were answered in time, and as they should be
   */
  boolean run() throws InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client.client().id(), client.secret());
    String answer =
        send(
            200,
            HttpRequest.newBuilder(URI.create(server + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    token = field(answer, "access_token");
    get(200, "/v1/health/ready");
    get(200, "/actuator/prometheus");
    try (ExecutorService lenders = Executors.newFixedThreadPool(LENDERS)) {
      for (int i = 0; i < LENDERS; i++) {
        lenders.execute(this::lend);
      }
      lenders.shutdown();
      return lenders.awaitTermination(BOUND.toSeconds(), TimeUnit.SECONDS) && asExpected.get();
    }
  }

  private void lend() {
    for (int i = 0; i < LOANS && asExpected.get(); i++) {
      lifeOfALoan(UUID.randomUUID());
    }
  }

  private void lifeOfALoan(UUID loan) {
    String usd = "\"currency\": \"USD\", \"effective_at\": \"2026-01-15\"";
    String ofLoan = "{\"loan_id\": \"%s\", ".formatted(loan);
    post(201, "/v1/loans", ofLoan + "\"borrower_id\": \"" + loan + "\", " + usd + "}");
    post(201, "/v1/disbursements", ofLoan + "\"amount_minor\": \"1000000\", " + usd + "}");
    String fee = "{\"amount_minor\": \"500\", \"fee_type\": \"late_payment\", " + usd + "}";
    post(201, "/v1/loans/" + loan + "/fees", fee);
    post(
        201,
        "/v1/accruals/batch",
        """
        {"accrual_date": "2026-01-31", "day_count_convention": "ACT_365", "loans": [{
         "loan_id": "%s", "outstanding_principal_minor": "1000000", "interest_minor": "5000"}]}"""
            .formatted(loan));
    String payment =
        """
        "borrower_id": "%s", "amount_minor": "100", "source_method": "ach",
         "external_ref": "warm-up", %s}"""
            .formatted(loan, usd);
    String posted = "";
    for (int i = 0; i < PAYMENTS; i++) {
      posted = post(201, "/v1/payments", ofLoan + payment);
    }
    post(404, "/v1/payments", "{\"loan_id\": \"%s\", ".formatted(UUID.randomUUID()) + payment);
    post(400, "/v1/payments", "{}");
    String entry = field(posted, "journal_entry_id");
    post(
        201,
        "/v1/reversals",
        "{\"reverses_entry_id\": \"%s\", \"reason_code\": \"error_correction\"}".formatted(entry));
    get(200, "/v1/loans/" + loan);
    get(200, "/v1/loans/" + loan + "/balance");
    get(200, "/v1/loans/" + loan + "/journal-entries");
    get(200, "/v1/trial-balance");
    get(404, "/v1/loans/" + UUID.randomUUID());
  }

  private String post(int status, String path, String body) {
    return send(
        status,
        authorized(path)
            .header("Content-Type", "application/json")
            .header(IdempotencyKey.HEADER, "warm-up:" + UUID.randomUUID())
            .POST(BodyPublishers.ofString(body)));
  }

  private void get(int status, String path) {
    send(status, authorized(path));
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Authorization", "Bearer " + token);
  }

  private String send(int status, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() != status) {
        asExpected.set(false);
      }
      return response.body();
    } catch (IOException e) {
      asExpected.set(false);
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      asExpected.set(false);
      throw new IllegalStateException(e);
    }
  }

  private static String field(String json, String name) {
    return JsonMapper.shared().readTree(json).path(name).asString("");
  }
}
