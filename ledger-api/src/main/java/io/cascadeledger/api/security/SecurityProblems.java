package io.cascadeledger.api.security;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How a request that does not get past the door is answered. Each method completes the response;
 * headers that a standard asks for ({@code WWW-Authenticate}, {@code Allow}) are set already.
 */
public interface SecurityProblems {

  /** No token, or one that is not accepted: 401. */
  Mono<Void> unauthenticated(ServerWebExchange exchange, String detail);

  /** The token does not carry the scope that the operation asks for: 403. */
  Mono<Void> insufficientScope(ServerWebExchange exchange, String scope);

  /** There is no such operation: 404. */
  Mono<Void> notFound(ServerWebExchange exchange);

  /** The path has operations, but none with this method: 405. */
  Mono<Void> methodNotAllowed(ServerWebExchange exchange, Set<HttpMethod> allowed);

  /** The request's line or headers are not what a well-behaved client sends: 400. */
  Mono<Void> malformed(ServerWebExchange exchange);

  /** The token cannot be judged now, such as when the issuer's keys cannot be fetched: 503. */
  Mono<Void> unavailable(ServerWebExchange exchange, String detail);
}
