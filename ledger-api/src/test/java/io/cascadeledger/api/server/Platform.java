package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.debtor.DebtorSurface;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.stream.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A collections platform that talks to a server as it did to the published API. */
record Platform(Tenant tenant) {

  static Platform start() {
    return new Platform(
        RunningLedger.newTenant(
            Set.of(
                Scopes.DEBTORS_READ,
                Scopes.DEBTORS_WRITE,
                Scopes.REVERSALS_WRITE,
                Scopes.BALANCES_READ,
                Scopes.LEDGER_READ)));
  }

  /** The same platform at another server. */
  Platform at(LedgerServer server) {
    return new Platform(tenant.at(server));
  }

  /** A request body of the published document. */
  static String example(String operation) {
    try (InputStream file =
        DebtorSurface.class.getResourceAsStream("examples/" + operation + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The identifier that the platform's paths begin with. */
  String clientId() {
    return Digest.uuidOf(tenant.name()).toString();
  }

  String path(String operation) {
    return "/v1/" + clientId() + "/" + operation;
  }

  /** A request with the token as the platform sends it: alone. */
  HttpRequest.Builder request(String operation) {
    return HttpRequest.newBuilder(tenant.uri(path(operation)))
        .header("Authorization", tenant.token());
  }

  Reply post(String operation, String body) {
    return tenant.send(
        request(operation)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Reply post(String operation, String key, String body) {
    return tenant.send(
        request(operation)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  /** What is answered of the one thing that a request is about, which succeeded. */
  JsonNode done(String operation, String body) {
    JsonNode answer = post(operation, body).expect(200).json();
    assertThat(answer.size()).as(answer.toString()).isEqualTo(1);
    JsonNode item = answer.iterator().next();
    assertThat(item.path("success").asBoolean()).as(answer.toString()).isTrue();
    assertThat(item.path("messages").size()).isEqualTo(1);
    assertThat(item.path("messageIds").size()).isEqualTo(1);
    return item;
  }

  /** Posts what is about so many things, all of which succeed. */
  void done(String operation, String body, int things) {
    JsonNode answer = post(operation, body).expect(200).json();
    assertThat(answer.size()).as(answer.toString()).isEqualTo(things);
    assertThat(answer.valueStream())
        .as(answer.toString())
        .allMatch(item -> item.path("success").asBoolean());
  }

  /** Why the one thing that a request is about failed. */
  String failed(String operation, String body) {
    JsonNode answer = post(operation, body).expect(200).expectDiscreet().json();
    JsonNode item = answer.iterator().next();
    assertThat(item.path("success").asBoolean()).as(answer.toString()).isFalse();
    assertThat(item.path("messageIds").isEmpty()).as(answer.toString()).isTrue();
    return item.path("messages").get(0).asString();
  }

  Reply get(String operation, String... query) {
    StringBuilder path = new StringBuilder(operation);
    for (int i = 0; i < query.length; i += 2) {
      path.append(i == 0 ? "?" : "&")
          .append(query[i])
          .append("=")
          .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
    }
    return tenant.send(request(path.toString()));
  }

  JsonNode read(String operation, String... query) {
    return get(operation, query).expect(200).json();
  }

  /** Creates an account of euros without anything. */
  void newAccount(String reference) {
    done("create_accounts", json("{'%s': {'currency': 'EUR'}}".formatted(reference)));
  }

  /** The balance of an account of the general ledger, in minor units; debit is above zero. */
  long balance(String code) {
    JsonNode trial = tenant.get("/v1/trial-balance").expect(200).json();
    return trial
        .path("lines")
        .valueStream()
        .filter(account -> account.path("account_code").asString().equals(code))
        .mapToLong(
            account ->
                Long.parseLong(account.path("dr_balance_minor").asString())
                    - Long.parseLong(account.path("cr_balance_minor").asString()))
        .sum();
  }

  /** JSON that is written with single quotes. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
