package io.cascadeledger.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {

  private static final Pattern LINE_KEY = Pattern.compile("\"idempotency_key\":\"([^\"]+)\"");

  private final Map<String, String> bodies = Collections.synchronizedMap(new HashMap<>());
  private final List<String> mismatches = Collections.synchronizedList(new ArrayList<>());
  private final Keys keys = new Keys();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/payments", this::payment);
    server.createContext("/v1/payments:batch", this::batch);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void each_payment_has_a_key_of_its_own_and_is_acknowledged() throws IOException {
    LoadResult result = run(payments(3, 0, 40));
    assertThat(result.acknowledged()).isEqualTo(120);
    assertThat(result.failed()).isZero();
    assertThat(result.latencies().size()).isEqualTo(120);
    assertThat(bodies).hasSize(120);
    assertThat(bodies.values()).allMatch(body -> body.contains("\"amount_minor\":\"1\""));
    assertThat(bodies).containsKey("bench:000002:00000039");
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_repetition_is_the_same_request_again() throws IOException {
    LoadResult result = run(payments(4, 20, 500));
    assertThat(result.acknowledged()).isEqualTo(2_000);
    assertThat(bodies.size()).isBetween(1_400, 1_800);
    assertThat(mismatches).isEmpty();
    assertThat(faults()).isEmpty();
  }

  @Test
  void the_lines_of_a_batch_are_acknowledged_one_by_one() throws IOException {
    Keys.Series series = keys.next();
    LoadResult result =
        run(List.of(new BatchConversation("token", series, Loans.anyOf(series, 10), 5_000, 2)));
    assertThat(result.acknowledged()).isEqualTo(9_999);
    assertThat(result.failed()).isEqualTo(1);
    assertThat(bodies).hasSize(9_999);
    assertThat(faults()).isEmpty();
  }

  @Test
  void loans_are_opened_before_they_are_paid_out() throws IOException {
    List<String> paths = Collections.synchronizedList(new ArrayList<>());
    for (String path : List.of("/v1/loans", "/v1/disbursements")) {
      server.createContext(
          path,
          exchange -> {
            paths.add(path);
            answer(exchange, 201, "{}");
          });
    }
    LoadResult result =
        run(List.of(new SetUpConversation("token", keys.next(), IntStream.range(0, 2), "")));
    assertThat(result.acknowledged()).isEqualTo(4);
    assertThat(paths)
        .containsExactly("/v1/loans", "/v1/disbursements", "/v1/loans", "/v1/disbursements");
  }

  private List<Conversation> payments(int connections, int repeatedPercent, int atMost) {
    return IntStream.range(0, connections)
        .<Conversation>mapToObj(
            _ -> {
              Keys.Series series = keys.next();
              return new PaymentConversation(
                  "token", series, Loans.anyOf(series, 10), repeatedPercent, atMost);
            })
        .toList();
  }

  private LoadResult run(List<? extends Conversation> conversations) throws IOException {
    return HttpLoad.run(List.of(server.getAddress().getPort()), conversations, HttpLoad.UNTIL_DONE);
  }

  private List<String> faults() {
    Keys.Comparison comparison = keys.new Comparison();
    bodies.keySet().forEach(comparison::stored);
    return comparison.faults();
  }

  private void payment(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String earlier = bodies.putIfAbsent(key, body);
    if (earlier != null && !earlier.equals(body)) {
      mismatches.add(key);
    }
    if (earlier != null) {
      exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
    }
    answer(exchange, earlier == null ? 201 : 200, "{\"status\":\"posted\"}");
  }

  /** Refuses the first line of all; answers while it reads. */
  private void batch(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody();
        var in = exchange.getRequestBody()) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> answerLine(line, out));
    }
  }

  private void answerLine(String line, OutputStream out) {
    Matcher matcher = LINE_KEY.matcher(line);
    assertThat(matcher.find()).isTrue();
    boolean refused = matcher.group(1).endsWith(":00000000");
    if (!refused) {
      bodies.put(matcher.group(1), line);
    }
    try {
      out.write(
          "{\"status\":%d}\n".formatted(refused ? 422 : 201).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
