package io.cascadeledger.api.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A program that is told of what happens, and behaves as a test wants. */
final class Subscriber implements AutoCloseable {

  /** A message as it came. */
  record Received(String path, Map<String, String> headers, String body) {
    String id() {
      return headers.get("webhook-id");
    }
  }

  private final List<Received> attempts = new ArrayList<>();
  private final Map<String, Received> acknowledged = new LinkedHashMap<>();
  private final int port;
  private HttpServer server;
  private volatile Function<Received, Integer> behaviour = _ -> 204;

  Subscriber() {
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  private HttpServer listen(int wanted) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/", this::receive);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
      Received received =
          new Received(
              exchange.getRequestURI().toString(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      synchronized (this) {
        attempts.add(received);
      }
      int status = behaviour.apply(received);
      if (status < 300) {
        synchronized (this) {
          acknowledged.putIfAbsent(received.id(), received);
        }
      }
      if (status >= 300 && status < 400) {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  String url() {
    return "http://127.0.0.1:%d/ledger?from=here".formatted(port);
  }

  /** How it answers each message from now on: with a status, or later if it waits. */
  void behave(Function<Received, Integer> how) {
    behaviour = how;
  }

  /** Goes away: connections are refused. */
  void goDown() {
    server.stop(0);
  }

  void comeBack() {
    server = listen(port);
  }

  /** All attempts, in the order in which they came. */
  synchronized List<Received> attempts() {
    return List.copyOf(attempts);
  }

  /** What it has acknowledged, each message once, in the order of the first time. */
  synchronized List<Received> acknowledged() {
    return List.copyOf(acknowledged.values());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
