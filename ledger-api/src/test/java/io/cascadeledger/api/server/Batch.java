package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches of payments, as a lender's program sends them and reads their results. */
final class Batch {

  static final String PATH = "/v1/payments:batch";
  static final String NDJSON = "application/x-ndjson";

  private Batch() {}

  /** A payment with its key, on one line. */
  static String line(String key, UUID loan, long minor, String date) {
    return """
    {"idempotency_key":"%s","loan_id":"%s","amount_minor":"%d","currency":"USD",\
    "effective_at":"%s","source_method":"ach"}"""
        .formatted(key, loan, minor, date);
  }

  static String line(String key, UUID loan, long minor) {
    return line(key, loan, minor, "2026-05-01");
  }

  /** Sends lines, whatever comes of it. */
  static Reply send(Tenant lender, String query, String type, String body) {
    return lender.send(
        lender
            .request(PATH + query)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends lines, and gives the results. */
  static List<JsonNode> post(Tenant lender, List<String> lines) {
    Reply reply = send(lender, "", NDJSON, String.join("\n", lines) + "\n").expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo(NDJSON);
    return results(reply.body());
  }

  /** Sends an array, and gives the results. */
  static List<JsonNode> postArray(Tenant lender, String array) {
    Reply reply = send(lender, "", "application/json", array).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    return new ArrayList<>(reply.json().valueStream().toList());
  }

  static List<JsonNode> results(String ndjson) {
    return ndjson.lines().map(JsonMapper.shared()::readTree).collect(Collectors.toList());
  }

  /** The results in short: line, status, and the code of the problem if there is one. */
  static List<String> inShort(List<JsonNode> results) {
    return results.stream()
        .map(
            it ->
                "%d %d%s%s"
                    .formatted(
                        it.path("line").asInt(),
                        it.path("status").asInt(),
                        it.path("replayed").asBoolean(false) ? " replayed" : "",
                        it.has("problem") ? " " + it.at("/problem/code").asString() : ""))
        .toList();
  }
}
