package io.cascadeledger.api.security;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import com.nimbusds.jose.jwk.JWKSet;
import io.cascadeledger.limits.Limits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The embedded issuer over HTTP: tokens, the keys that verify them, and what it offers. */
final class TokenRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(TokenRoutes.class);

  private static final String TOKEN = "/oauth2/token";

  /** The same, as a published API has it: without a grant type, and with errors as messages. */
  private static final String PLAIN_TOKEN = "/v1/oauth2/token";

  private static final String KEYS = "/oauth2/jwks";
  private static final String METADATA = "/.well-known/oauth-authorization-server";

  /** The paths that are public by their nature. */
  static final List<String> PATHS = List.of(TOKEN, PLAIN_TOKEN, KEYS, METADATA);

  private final TokenIssuer issuer;
  private final SigningKeys keys;
  private final SecuritySettings settings;
  private final Scheduler work;

  /**
   * The routes' handlers.
   *
   * @param work where hashing and the database are waited for; bounded, and when it is full a
   *     request is told to come again
   */
  TokenRoutes(TokenIssuer issuer, SigningKeys keys, SecuritySettings settings, Scheduler work) {
    this.issuer = issuer;
    this.keys = keys;
    this.settings = settings;
    this.work = work;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST(TOKEN, this::token)
        .POST(PLAIN_TOKEN, this::plainToken)
        .GET(KEYS, this::keys)
        .GET(METADATA, this::metadata)
        .route(path(TOKEN).or(path(PLAIN_TOKEN)), _ -> otherMethod(HttpMethod.POST))
        .route(path(KEYS).or(path(METADATA)), _ -> otherMethod(HttpMethod.GET))
        .build();
  }

  private Mono<ServerResponse> token(ServerRequest request) {
    List<String> authorization = request.headers().header(HttpHeaders.AUTHORIZATION);
    return form(request)
        .map(form -> TokenRequest.of(authorization, form))
        .flatMap(wanted -> working(() -> issuer.grant(wanted)))
        .flatMap(TokenRoutes::granted)
        .onErrorResume(TokenRefusal.class, TokenRoutes::refused);
  }

  private Mono<ServerResponse> plainToken(ServerRequest request) {
    List<String> authorization = request.headers().header(HttpHeaders.AUTHORIZATION);
    return form(request)
        .map(form -> TokenRequest.ofBasic(authorization, form))
        .flatMap(wanted -> working(() -> issuer.grant(wanted)))
        .flatMap(TokenRoutes::granted)
        .onErrorResume(TokenRefusal.class, TokenRoutes::refusedPlainly);
  }

  private static Mono<ServerResponse> refusedPlainly(TokenRefusal refusal) {
    ServerResponse.BodyBuilder response =
        ServerResponse.status(refusal.status())
            .contentType(MediaType.APPLICATION_JSON)
            .cacheControl(CacheControl.noStore());
    refusal
        .retryAfter()
        .ifPresent(
            pause -> response.header(HttpHeaders.RETRY_AFTER, String.valueOf(wholeSeconds(pause))));
    return response.bodyValue(Map.of("message", refusal.getMessage()));
  }

  private static Mono<String> form(ServerRequest request) {
    if (!isForm(request)) {
      return Mono.error(
          TokenRefusal.invalidRequest("Send a form: application/x-www-form-urlencoded"));
    }
    return DataBufferUtils.join(
            request.body(BodyExtractors.toDataBuffers()), Limits.TOKEN_REQUEST_BYTES)
        .map(
            body -> {
              String text = body.toString(StandardCharsets.UTF_8);
              DataBufferUtils.release(body);
              return text;
            })
        .defaultIfEmpty("")
        .onErrorMap(DataBufferLimitException.class, _ -> TokenRefusal.tooLarge());
  }

  private static boolean isForm(ServerRequest request) {
    try {
      return request
          .headers()
          .contentType()
          .filter(MediaType.APPLICATION_FORM_URLENCODED::equalsTypeAndSubtype)
          .isPresent();
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  private static Mono<ServerResponse> granted(TokenIssuer.Granted token) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token.text());
    answer.put("token_type", "Bearer");
    answer.put("expires_in", TokenIssuer.LIFETIME.toSeconds());
    answer.put("scope", String.join(" ", token.scopes()));
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .bodyValue(answer);
  }

  private static Mono<ServerResponse> refused(TokenRefusal refusal) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", refusal.error());
    answer.put("error_description", refusal.getMessage());
    ServerResponse.BodyBuilder response =
        ServerResponse.status(refusal.status())
            .contentType(MediaType.APPLICATION_JSON)
            .cacheControl(CacheControl.noStore());
    if (refusal.status() == HttpStatus.UNAUTHORIZED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"cascade-ledger\"");
    }
    refusal
        .retryAfter()
        .ifPresent(
            pause -> response.header(HttpHeaders.RETRY_AFTER, String.valueOf(wholeSeconds(pause))));
    return response.bodyValue(answer);
  }

  private static long wholeSeconds(Duration pause) {
    return pause.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private static Mono<ServerResponse> otherMethod(HttpMethod allowed) {
    return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
        .allow(allowed)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Map.of("error", "invalid_request", "error_description", "Use " + allowed.name()));
  }

  private Mono<ServerResponse> keys(ServerRequest request) {
    return working(keys::published)
        .flatMap(
            published ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                    .bodyValue(new JWKSet(published).toJSONObject(true)))
        .onErrorResume(TokenRefusal.class, TokenRoutes::refused);
  }

  /** RFC 8414. */
  private Mono<ServerResponse> metadata(ServerRequest request) {
    String base = base(request);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", settings.issuer());
    metadata.put("token_endpoint", base + TOKEN);
    metadata.put("jwks_uri", base + KEYS);
    metadata.put("response_types_supported", List.of());
    metadata.put("grant_types_supported", List.of("client_credentials"));
    metadata.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
    metadata.put("scopes_supported", List.copyOf(Scopes.DESCRIPTIONS.keySet()));
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(metadata);
  }

  /** The issuer if it is a URL; else where this request came in. */
  private String base(ServerRequest request) {
    String configured = settings.issuer();
    URI base = configured.contains("://") ? URI.create(configured) : request.uri();
    return UriComponentsBuilder.newInstance()
        .scheme(base.getScheme())
        .host(base.getHost())
        .port(base.getPort())
        .build()
        .toUriString();
  }

  private <T> Mono<T> working(Callable<T> action) {
    return Mono.fromCallable(action)
        .subscribeOn(work)
        .onErrorMap(RejectedExecutionException.class, _ -> TokenRefusal.busy())
        .onErrorMap(TokenRoutes::isOfTheDatabase, TokenRoutes::busyBecause);
  }

  private static boolean isOfTheDatabase(Throwable error) {
    return error instanceof DataAccessException || error instanceof TransactionException;
  }

  private static TokenRefusal busyBecause(Throwable error) {
    LOG.error("No token can be issued", error);
    return TokenRefusal.busy();
  }
}
