package io.cascadeledger.api.webhook;

import io.cascadeledger.api.BuildInfo;
import io.cascadeledger.limits.Limits;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Sends messages over HTTP. */
final class Sender implements AutoCloseable {

  private static final int CONNECTIONS_PER_ADDRESS = MessageQueue.STREAMS_AT_ONCE;
  private static final int FIRST_OF_SUCCESSES = 200;
  private static final int FIRST_AFTER_SUCCESSES = 300;

  private final Target target;
  private final Duration timeout;
  private final ConnectionProvider connections =
      ConnectionProvider.builder("webhooks")
          .maxConnections(CONNECTIONS_PER_ADDRESS)
          .maxIdleTime(Duration.ofSeconds(30))
          .build();
  private final LoopResources threads = LoopResources.create("webhooks", 1, true);
  private final HttpClient http;

  Sender(Target target, Duration timeout) {
    this.target = target;
    this.timeout = timeout;
    this.http =
        HttpClient.create(connections)
            .runOn(threads)
            .disableRetry(true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
            .responseTimeout(timeout);
  }

  /**
   * Sends a message once, and waits for the answer. It is not followed to another place.
   *
   * @param url where to
   * @param body what it says
   * @return null if it was acknowledged, else why not
   */
  @Nullable String send(String url, WebhookSecret secret, String id, Instant now, byte[] body) {
    try {
      // The rule may have become stricter since the URL was taken.
      URI to = target.url(url);
      int status =
          post(to, target.address(to), secret, id, now, body).block(timeout.multipliedBy(3));
      return status >= FIRST_OF_SUCCESSES && status < FIRST_AFTER_SUCCESSES
          ? null
          : "It was answered with status " + status + ".";
    } catch (IOException | RuntimeException e) {
      return reason(e);
    }
  }

  private Mono<Integer> post(
      URI url,
      InetSocketAddress address,
      WebhookSecret secret,
      String id,
      Instant now,
      byte[] body) {
    HttpClient client = http.remoteAddress(() -> address);
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return (Target.isSecure(url) ? client.secure() : client)
        .headers(
            headers ->
                headers
                    .set("content-type", "application/json")
                    .set("user-agent", "cascade-ledger/" + BuildInfo.CURRENT.version())
                    .set("webhook-id", id)
                    .set("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .set("webhook-signature", secret.sign(id, now, body)))
        .post()
        .uri(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
        // What the answer says besides does not matter, so no more than a little of it is read.
        .response((response, content) -> Mono.just(response.status().code()))
        .single()
        .timeout(timeout);
  }

  private static String reason(Exception failure) {
    Throwable cause = Exceptions.unwrap(failure);
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    String text = cause.getClass().getSimpleName() + message;
    return text.length() <= Limits.WEBHOOK_FAILURE_CHARACTERS
        ? text
        : text.substring(0, Limits.WEBHOOK_FAILURE_CHARACTERS);
  }

  @Override
  public void close() {
    connections.dispose();
    threads.dispose();
  }
}
