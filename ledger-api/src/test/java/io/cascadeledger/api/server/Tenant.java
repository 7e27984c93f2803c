package io.cascadeledger.api.server;

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
import java.util.Set;
import java.util.UUID;

/** A lender's program that talks to a server over HTTP. */
record Tenant(int port, String name, NewClient client, String token) {

  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Tenant of(LedgerServer server, String name, Set<String> scopes) {
    NewClient client = server.clients().create(name, scopes);
    return new Tenant(server.port(), name, client, "").authenticated();
  }

  /** The same client at another server of the same ledger. */
  Tenant at(LedgerServer server) {
    return new Tenant(server.port(), name, client, token);
  }

  private Tenant authenticated() {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client.client().id(), client.secret());
    Reply reply =
        send(
            HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return new Tenant(port, name, client, reply.expect(200).text("access_token"));
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  Reply send(HttpRequest.Builder request) {
    try {
      return Reply.of(
          HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is answered, byte by byte. */
  HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Reply get(String path) {
    return send(request(path));
  }

  /** Posts with a key that was never used. */
  Reply post(String path, String body) {
    return post(path, newKey(), body);
  }

  Reply post(String path, String key, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  Reply put(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", newKey())
            .PUT(BodyPublishers.ofString(body)));
  }

  /** Another program of the same lender. */
  Tenant another() {
    return of(RunningLedger.SERVER, name, client.client().scopes());
  }

  static String newKey() {
    return "key:" + UUID.randomUUID();
  }

  /** A loan opened on 15 January 2026 and paid out with 10,000.00 dollars. */
  UUID newLoan() {
    UUID loan = UUID.randomUUID();
    post("/v1/loans", Bodies.loan(loan)).expect(201);
    post("/v1/disbursements", Bodies.disbursement(loan, 1_000_000)).expect(201);
    return loan;
  }

  Reply pay(UUID loan, long minor) {
    return post("/v1/payments", Bodies.payment(loan, minor, "2026-05-01"));
  }

  Reply reverse(UUID entry) {
    return post("/v1/reversals", Bodies.reversal(entry));
  }

  Reply balance(UUID loan) {
    return get("/v1/loans/" + loan + "/balance").expect(200);
  }

  /** What the loan owes: fees, interest, principal, and what it holds in suspense. */
  String owed(UUID loan) {
    Reply balance = balance(loan);
    return "%s %s %s %s"
        .formatted(
            balance.text("fees_receivable_minor"),
            balance.text("interest_receivable_minor"),
            balance.text("principal_outstanding_minor"),
            balance.text("suspense_minor"));
  }
}
