package io.cascadeledger.api.operation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.NotAcceptableStatusException;

/**
 * The media types that a request accepts, by its header {@code Accept}. Who accepts a problem
 * accepts an answer, too, in whatever form.
 *
 * @param ranges the types and ranges of types; empty if all are accepted
 */
record AcceptedTypes(List<MediaType> ranges) {

  private static final AcceptedTypes ALL = new AcceptedTypes(List.of());

  static AcceptedTypes of(ServerRequest request) {
    HttpHeaders headers = request.exchange().getRequest().getHeaders();
    String accept = headers.getFirst(HttpHeaders.ACCEPT);
    if (accept == null || accept.equals(MediaType.ALL_VALUE)) {
      return ALL;
    }
    try {
      return new AcceptedTypes(headers.getAccept());
    } catch (InvalidMediaTypeException e) {
      throw new NotAcceptableStatusException(e.getMessage());
    }
  }

  /**
   * The type that is liked best; of several, the first.
   *
   * @param offered the types that there are
   * @throws NotAcceptableStatusException if none is accepted
   */
  MediaType best(List<MediaType> offered) {
    if (ranges.isEmpty()) {
      return offered.getFirst();
    }
    MediaType best = null;
    BigDecimal most = BigDecimal.ZERO;
    for (MediaType type : offered) {
      BigDecimal weight = weight(type);
      if (weight.compareTo(most) > 0) {
        best = type;
        most = weight;
      }
    }
    if (best != null) {
      return best;
    }
    if (weight(MediaType.APPLICATION_PROBLEM_JSON).signum() > 0) {
      return offered.getFirst();
    }
    throw new NotAcceptableStatusException(offered);
  }

  /** How much a type is liked, from 0 to 1: the most precise range that it falls into says it. */
  private BigDecimal weight(MediaType type) {
    return ranges.stream()
        .filter(range -> range.isCompatibleWith(type))
        .max(Comparator.comparingInt(AcceptedTypes::precision))
        .map(AcceptedTypes::weightOf)
        .orElse(BigDecimal.ZERO);
  }

  private static int precision(MediaType range) {
    if (range.isWildcardType()) {
      return 0;
    }
    return range.isWildcardSubtype() ? 1 : 2;
  }

  /** Spring has checked that it is a number from 0 to 1. */
  private static BigDecimal weightOf(MediaType range) {
    String weight = range.getParameter("q");
    return weight == null ? BigDecimal.ONE : new BigDecimal(weight);
  }
}
