package io.cascadeledger.api.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An answer whose body is known and is JSON. It is written as it is; Spring would look for a codec
 * each time, at the price of a good part of the whole request.
 */
public final class JsonResponse implements ServerResponse {

  private final HttpStatusCode status;
  private final byte[] body;
  private final Map<String, String> headers = new LinkedHashMap<>(4);

  private JsonResponse(HttpStatusCode status, MediaType type, byte[] body) {
    this.status = status;
    this.body = body;
    headers.put(HttpHeaders.CONTENT_TYPE, type.toString());
    headers.put(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
  }

  /** An answer with a value that {@link ApiJson} writes. */
  public static JsonResponse of(HttpStatusCode status, Object value) {
    return new JsonResponse(status, MediaType.APPLICATION_JSON, ApiJson.write(value));
  }

  /** An answer that explains a problem. */
  public static JsonResponse ofProblem(HttpStatusCode status, Object problem) {
    return new JsonResponse(status, MediaType.APPLICATION_PROBLEM_JSON, ApiJson.write(problem));
  }

  /** Adds a header, or replaces it. */
  public JsonResponse with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  @Override
  public HttpStatusCode statusCode() {
    return status;
  }

  @Override
  public HttpHeaders headers() {
    HttpHeaders copy = new HttpHeaders();
    headers.forEach(copy::set);
    return copy;
  }

  @Override
  public MultiValueMap<String, ResponseCookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public Mono<Void> writeTo(ServerWebExchange exchange, Context context) {
    return writeTo(exchange.getResponse());
  }

  /** Writes and ends the answer, which must not have begun. */
  public Mono<Void> writeTo(ServerHttpResponse response) {
    response.setStatusCode(status);
    headers.forEach(response.getHeaders()::set);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
