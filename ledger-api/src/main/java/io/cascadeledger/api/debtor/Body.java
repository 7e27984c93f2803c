package io.cascadeledger.api.debtor;

import io.cascadeledger.limits.Limits;
import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The body of a request as JSON. */
final class Body {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Body() {}

  /** Reads the body; the result fails with {@link Failure} if it is too large or not JSON. */
  static Mono<JsonNode> of(ServerRequest request) {
    return request
        .exchange()
        .getRequest()
        .getBody()
        .collect(Body::new, Body::add)
        .map(body -> parse(body.bytes.toByteArray()));
  }

  private void add(DataBuffer piece) {
    try {
      if (bytes.size() + piece.readableByteCount() > Limits.DEBTOR_BODY_BYTES) {
        throw new Failure(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body has more than %d bytes.".formatted(Limits.DEBTOR_BODY_BYTES));
      }
      byte[] part = new byte[piece.readableByteCount()];
      piece.read(part);
      bytes.writeBytes(part);
    } finally {
      DataBufferUtils.release(piece);
    }
  }

  private static JsonNode parse(byte[] json) {
    try {
      JsonNode body = Wire.read(json);
      requireStorable(body);
      return body;
    } catch (JacksonException e) {
      throw new Failure(
          Failure.BAD_REQUEST,
          "The body is not JSON: line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  /** The database has no room for the character 0, and none for half a character. */
  private static void requireStorable(JsonNode node) {
    if (node.isString()) {
      requireStorable(node.asString());
    }
    node.propertyNames().forEach(Body::requireStorable);
    node.forEach(Body::requireStorable);
  }

  private static void requireStorable(String text) {
    if (text.chars().anyMatch(c -> c == 0) || text.codePoints().anyMatch(Body::isHalf)) {
      throw new Failure(
          Failure.BAD_REQUEST, "The body has the character 0, or half of a character.");
    }
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
