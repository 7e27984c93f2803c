package io.cascadeledger.api.batch;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * How a batch is written; its results are written alike.
 *
 * @param mediaType its media type
 * @param cutter cuts a body into items
 * @param begin what stands before the first result
 * @param between what stands before each result but the first
 * @param after what stands after each result
 * @param end what stands after the last result
 */
record BatchFormat(
    MediaType mediaType,
    Function<BodyBytes, Items> cutter,
    String begin,
    String between,
    String after,
    String end) {

  /** An object on each line. */
  static final BatchFormat NDJSON =
      new BatchFormat(MediaType.APPLICATION_NDJSON, LineItems::new, "", "", "\n", "");

  /** An array of objects. */
  static final BatchFormat ARRAY =
      new BatchFormat(MediaType.APPLICATION_JSON, ArrayItems::new, "[", ",\n", "", "]\n");

  /**
   * The format of a request's body.
   *
   * @throws UnsupportedMediaTypeStatusException if it is none of these
   * @throws NotAcceptableStatusException if the caller does not accept the same for the results
   */
  static BatchFormat of(ServerRequest request) {
    MediaType declared;
    try {
      declared = request.headers().contentType().orElse(null);
    } catch (InvalidMediaTypeException e) {
      throw new UnsupportedMediaTypeStatusException(e.getMessage());
    }
    for (BatchFormat format : List.of(NDJSON, ARRAY)) {
      if (format.mediaType.equalsTypeAndSubtype(declared)) {
        format.requireAccepted(request.headers().accept());
        return format;
      }
    }
    throw new UnsupportedMediaTypeStatusException(
        declared, List.of(NDJSON.mediaType, ARRAY.mediaType));
  }

  private void requireAccepted(List<MediaType> accepted) {
    if (!accepted.isEmpty() && accepted.stream().noneMatch(mediaType::isCompatibleWith)) {
      throw new NotAcceptableStatusException(List.of(mediaType));
    }
  }

  /** Cuts a body into items. */
  Items items(BodyBytes body) {
    return cutter.apply(body);
  }
}
