package io.cascadeledger.api.operation;

import io.cascadeledger.limits.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  private final int most;

  private JsonBody(int most) {
    this.most = most;
  }

  /**
   * The bytes.
   *
   * @param translations the other forms that the body may have; it is translated from them
   */
  static Mono<byte[]> bytes(ServerRequest request, List<Translation> translations) {
    ServerHttpRequest http = request.exchange().getRequest();
    Translation translation = translation(http.getHeaders(), translations);
    int most = translation == null ? Limits.BODY_BYTES : translation.bytes();
    Mono<byte[]> bytes =
        http.getBody().collect(() -> new JsonBody(most), JsonBody::add).map(JsonBody::whole);
    return translation == null ? bytes : bytes.map(translation.toJson());
  }

  /** The form that the body is declared to have; null if it is JSON. */
  private static @Nullable Translation translation(
      HttpHeaders headers, List<Translation> translations) {
    if (MediaType.APPLICATION_JSON_VALUE.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
      return null; // as nearly all say it
    }
    MediaType declared;
    try {
      declared = headers.getContentType();
    } catch (InvalidMediaTypeException e) {
      throw new UnsupportedMediaTypeStatusException(e.getMessage());
    }
    if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(declared)) {
      return null;
    }
    return translations.stream()
        .filter(translation -> translation.type().equalsTypeAndSubtype(declared))
        .findFirst()
        .orElseThrow(
            () -> new UnsupportedMediaTypeStatusException(declared, supported(translations)));
  }

  private static List<MediaType> supported(List<Translation> translations) {
    return Stream.concat(
            Stream.of(MediaType.APPLICATION_JSON), translations.stream().map(Translation::type))
        .toList();
  }

  private void add(DataBuffer piece) {
    try {
      int added = piece.readableByteCount();
      if (length + added > most) {
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
