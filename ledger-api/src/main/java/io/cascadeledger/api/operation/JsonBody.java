package io.cascadeledger.api.operation;

import io.cascadeledger.limits.Limits;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;

/** The bytes of a request's body, once it is known to be declared as JSON and not too large. */
final class JsonBody {

  private static final byte[] NOTHING = new byte[0];

  private JsonBody() {}

  static Mono<byte[]> bytes(ServerRequest request) {
    ServerHttpRequest http = request.exchange().getRequest();
    requireJson(http);
    return DataBufferUtils.join(http.getBody(), Limits.BODY_BYTES)
        .map(JsonBody::toBytes)
        .defaultIfEmpty(NOTHING);
  }

  private static void requireJson(ServerHttpRequest http) {
    MediaType declared;
    try {
      declared = http.getHeaders().getContentType();
    } catch (InvalidMediaTypeException e) {
      throw new UnsupportedMediaTypeStatusException(e.getMessage());
    }
    if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(declared)) {
      throw new UnsupportedMediaTypeStatusException(declared, List.of(MediaType.APPLICATION_JSON));
    }
  }

  private static byte[] toBytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
