package io.cascadeledger.api.security;

import io.cascadeledger.api.json.ErrorForm;
import io.cascadeledger.api.security.AccessRules.Access;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The door. A path that pretends is turned away, a public one passes unseen. Any other request
 * shows who makes it first, so that only callers learn what exists, and then needs the scope of its
 * operation.
 */
public final class AccessFilter implements WebFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
  private static final String SCHEME = "Bearer";
  private static final String CHALLENGE = SCHEME + " realm=\"cascade-ledger\"";

  private final AccessRules rules;
  private final TokenVerifier verifier;
  private final SecurityProblems problems;

  AccessFilter(AccessRules rules, TokenVerifier verifier, SecurityProblems problems) {
    this.rules = rules;
    this.verifier = verifier;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    addHeaders(exchange.getResponse().getHeaders());
    ServerHttpRequest request = exchange.getRequest();
    if (!PlainPath.is(request.getPath().value())) {
      return problems.malformed(exchange);
    }
    if (rules.isPublic(request)) {
      return chain.filter(exchange);
    }
    boolean messages = rules.isOfMessages(request);
    if (messages) {
      ErrorForm.useMessages(exchange);
    }
    List<String> authorization = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (authorization.isEmpty() || !(messages || isBearer(authorization.getFirst()))) {
      return unauthenticated(exchange, CHALLENGE, "An access token is required");
    }
    if (authorization.size() > 1) {
      return invalidToken(exchange, "The request has two Authorization headers");
    }
    String token = token(authorization.getFirst());
    Caller known = verifier.known(token);
    return known == null ? verify(exchange, chain, token) : admit(exchange, chain, known);
  }

  /** What an answer says of itself, unless who serves it says otherwise. */
  private static void addHeaders(HttpHeaders headers) {
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
  }

  /** The token, which may stand alone where a published API has it so. */
  private static String token(String authorization) {
    return isBearer(authorization)
        ? authorization.substring(SCHEME.length() + 1).strip()
        : authorization.strip();
  }

  private Mono<Void> verify(ServerWebExchange exchange, WebFilterChain chain, String token) {
    // What comes next is chosen before it is run: an error of the endpoint is not one of the token.
    return verifier
        .verify(token)
        .<Supplier<Mono<Void>>>map(caller -> () -> admit(exchange, chain, caller))
        .onErrorResume(
            InvalidTokenException.class,
            e -> Mono.just(() -> invalidToken(exchange, e.getMessage())))
        .onErrorResume(
            TokenUnverifiableException.class, e -> Mono.just(() -> unavailable(exchange, e)))
        .flatMap(Supplier::get);
  }

  private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
    caller.attachTo(exchange);
    return switch (rules.of(exchange.getRequest())) {
      case Access.Scope(String scope) when caller.scopes().contains(scope) ->
          chain.filter(exchange);
      case Access.Scope(String scope) -> insufficientScope(exchange, scope);
      case Access.OtherMethod(var allowed) -> {
        exchange.getResponse().getHeaders().setAllow(allowed);
        yield problems.methodNotAllowed(exchange, allowed);
      }
      case Access.Unknown() -> problems.notFound(exchange);
    };
  }

  private Mono<Void> invalidToken(ServerWebExchange exchange, String detail) {
    String challenge =
        CHALLENGE + ", error=\"invalid_token\", error_description=\"" + detail + "\"";
    return unauthenticated(exchange, challenge, detail);
  }

  private Mono<Void> unauthenticated(ServerWebExchange exchange, String challenge, String detail) {
    challenge(exchange, challenge);
    return problems.unauthenticated(exchange, detail);
  }

  private Mono<Void> insufficientScope(ServerWebExchange exchange, String scope) {
    challenge(exchange, CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    return problems.insufficientScope(exchange, scope);
  }

  private Mono<Void> unavailable(ServerWebExchange exchange, TokenUnverifiableException e) {
    LOG.warn("Access tokens cannot be verified", e);
    return problems.unavailable(exchange, e.getMessage());
  }

  private static void challenge(ServerWebExchange exchange, String challenge) {
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
  }
}
