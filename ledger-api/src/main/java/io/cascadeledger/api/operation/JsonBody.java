package io.cascadeledger.api.operation;

import io.cascadeledger.limits.Limits;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;

/** The bytes of a request's body, once it is known to be declared as JSON and not too large. */
final class JsonBody {

  private byte[] bytes = new byte[0];
  private int length;

  private JsonBody() {}

  static Mono<byte[]> bytes(ServerRequest request) {
    ServerHttpRequest http = request.exchange().getRequest();
    requireJson(http.getHeaders());
    return http.getBody().collect(JsonBody::new, JsonBody::add).map(JsonBody::whole);
  }

  private static void requireJson(HttpHeaders headers) {
    if (MediaType.APPLICATION_JSON_VALUE.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
      return; // as nearly all say it
    }
    MediaType declared;
    try {
      declared = headers.getContentType();
    } catch (InvalidMediaTypeException e) {
      throw new UnsupportedMediaTypeStatusException(e.getMessage());
    }
    if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(declared)) {
      throw new UnsupportedMediaTypeStatusException(declared, List.of(MediaType.APPLICATION_JSON));
    }
  }

  private void add(DataBuffer piece) {
    try {
      int added = piece.readableByteCount();
      if (length + added > Limits.BODY_BYTES) {
        throw new DataBufferLimitException("The body is too large");
      }
      if (length + added > bytes.length) {
        // Most bodies come in one piece, which then fits; many small pieces are not copied often.
        bytes = Arrays.copyOf(bytes, Math.max(length + added, 2 * length));
      }
      piece.read(bytes, length, added);
      length += added;
    } finally {
      DataBufferUtils.release(piece);
    }
  }

  private byte[] whole() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
