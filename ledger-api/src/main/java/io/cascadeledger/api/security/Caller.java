package io.cascadeledger.api.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who makes a request, as its verified token says.
 *
 * @param tenant whose books the request is about
 * @param client the OAuth2 client, recorded as the actor of what it posts
 * @param scopes what the token allows
 */
public record Caller(String tenant, String client, Set<String> scopes) {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** Copies the scopes. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /**
   * The caller of a request that is not public.
   *
   * @throws IllegalStateException if the path is public: no token was looked at
   */
  public static Caller of(ServerRequest request) {
    return of(request.exchange())
        .orElseThrow(() -> new IllegalStateException("A public path has no caller"));
  }

  /** The caller of a request; empty if its path is public or its token was not accepted. */
  public static Optional<Caller> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  void attachTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }
}
