package io.cascadeledger.api.problem;

import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Says which problem a failure amounts to. */
final class Translation {

  private static final String INTERNAL_DETAIL =
      "The ledger could not handle the request; the correlation_id finds it in the logs.";

  private Translation() {}

  static ProblemException of(Throwable failure, ServerWebExchange exchange) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case InvalidRequest invalid -> ofInvalid(invalid);
      case Refused refused -> ofRefused(refused, exchange.getAttribute(Problems.BODY_ATTRIBUTE));
      case DataBufferLimitException _ -> tooLarge();
      case ResponseStatusException framework -> ofFramework(framework, exchange);
      case CompletionException wrapper when wrapper.getCause() != null ->
          of(wrapper.getCause(), exchange);
      case Throwable away when DatabaseAway.isCauseOf(away) ->
          new ProblemException(
              ProblemCode.DATABASE_UNAVAILABLE, "The ledger does not reach its database.");
      default -> new ProblemException(ProblemCode.INTERNAL_ERROR, INTERNAL_DETAIL);
    };
  }

  private static ProblemException ofInvalid(InvalidRequest invalid) {
    List<Problem.ErrorItem> errors =
        invalid.errors().stream()
            .map(
                error ->
                    new Problem.ErrorItem(error.field(), error.code().wireName(), error.message()))
            .toList();
    if (invalid.isMalformedJson()) {
      return new ProblemException(
          ProblemCode.MALFORMED_JSON, "The " + invalid.getMessage() + ".", errors);
    }
    Problem.ErrorItem first = errors.getFirst();
    String more =
        switch (errors.size()) {
          case 1 -> "";
          case 2 -> " There is one more error.";
          default -> " There are %d more errors.".formatted(errors.size() - 1);
        };
    return new ProblemException(
        ProblemCode.INVALID_REQUEST, first.field() + " " + first.message() + "." + more, errors);
  }

  private static ProblemException ofRefused(Refused refused, Body body) {
    ProblemCode code = Refusals.problemOf(refused.code());
    if (!refused.items().isEmpty()) {
      return new ProblemException(
          code,
          refused.getMessage(),
          refused.items().stream()
              .limit(Limits.ERRORS_PER_ANSWER)
              .map(item -> ofItem(item, body))
              .toList());
    }
    List<Problem.ErrorItem> errors =
        body == null
            ? List.of()
            : Refusals.fieldsOf(refused.code()).stream()
                .filter(body::declares)
                .limit(1)
                .map(field -> new Problem.ErrorItem(field, code.wireName(), refused.getMessage()))
                .toList();
    return new ProblemException(code, refused.getMessage(), errors);
  }

  /** A reversal names no loans of its own: what is at fault is the batch that it names. */
  private static Problem.ErrorItem ofItem(Refused.Item item, Body body) {
    String loan = "loans[" + item.index() + "]";
    String code = Refusals.problemOf(item.code()).wireName();
    return body != null && body.declares("reverses_entry_id")
        ? new Problem.ErrorItem(
            "reverses_entry_id", code, "%s of the batch: %s".formatted(loan, item.message()))
        : new Problem.ErrorItem(loan, code, item.message());
  }

  private static ProblemException ofFramework(
      ResponseStatusException framework, ServerWebExchange exchange) {
    if (framework.getCause() instanceof DataBufferLimitException) {
      return tooLarge();
    }
    HttpHeaders headers = framework.getHeaders();
    return switch (framework.getStatusCode().value()) {
      case 404 ->
          new ProblemException(
              ProblemCode.NOT_FOUND,
              "There is no operation at %s.".formatted(exchange.getRequest().getPath().value()));
      case 405 ->
          new ProblemException(
              ProblemCode.METHOD_NOT_ALLOWED,
              "%s is not one of the methods of this path: %s."
                  .formatted(
                      exchange.getRequest().getMethod(), headers.getFirst(HttpHeaders.ALLOW)),
              List.of(),
              headers);
      case 406 ->
          new ProblemException(
              ProblemCode.NOT_ACCEPTABLE,
              "The answer can only be written as %s.".formatted(supported(framework)));
      case 413 -> tooLarge();
      case 415 ->
          new ProblemException(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE,
              "The body must come with Content-Type: %s.".formatted(supported(framework)));
      case 503 ->
          new ProblemException(
              ProblemCode.OVERLOADED, "The ledger takes no more requests at the moment.");
      default ->
          framework.getStatusCode().is4xxClientError()
              ? new ProblemException(
                  ProblemCode.INVALID_REQUEST, "The request could not be understood.")
              : new ProblemException(ProblemCode.INTERNAL_ERROR, INTERNAL_DETAIL);
    };
  }

  /** The media types that would have done, for people to read. */
  private static String supported(ResponseStatusException framework) {
    List<MediaType> types =
        switch (framework) {
          case NotAcceptableStatusException e -> e.getSupportedMediaTypes();
          case UnsupportedMediaTypeStatusException e -> e.getSupportedMediaTypes();
          default -> List.of();
        };
    return types.isEmpty()
        ? MediaType.APPLICATION_JSON_VALUE
        : types.stream().map(MediaType::toString).collect(Collectors.joining(" or "));
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        ProblemCode.BODY_TOO_LARGE,
        "The body has more than %d bytes.".formatted(Limits.BODY_BYTES));
  }
}
