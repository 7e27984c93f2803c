package io.cascadeledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import io.cascadeledger.limits.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/**
 * Turns a token into its caller. A verified token is remembered for a minute at most and never past
 * its end, so that a busy client costs a look-up a request and a signature a minute.
 */
final class TokenVerifier {

  /** Also bounds how long a retired key's tokens are still accepted. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final int TOKENS_REMEMBERED = 10_000;
  private static final int DOTS_OF_A_SIGNED_JWT = 2;

  private record Verified(Caller caller, Instant expiresAt) {}

  private final ReactiveJwtDecoder decoder;
  private final CallerClaims claims;
  private final Clock clock;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(TOKENS_REMEMBERED)
          .expireAfterWrite(REMEMBERED)
          .executor(Runnable::run)
          .build();

  /**
   * A verifier.
   *
   * @param decoder checks signature and claims
   */
  TokenVerifier(ReactiveJwtDecoder decoder, CallerClaims claims, Clock clock) {
    this.decoder = decoder;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * The caller of a token that was verified within the last minute; null if it must be verified.
   */
  @Nullable Caller known(String token) {
    Verified known = verified.getIfPresent(token);
    return known != null && clock.instant().isBefore(known.expiresAt()) ? known.caller() : null;
  }

  /**
   * The caller a token stands for; or an {@link InvalidTokenException}, or a {@link
   * TokenUnverifiableException} if that cannot be said now.
   */
  Mono<Caller> verify(String token) {
    if (token.length() > Limits.TOKEN_CHARACTERS) {
      return Mono.error(new InvalidTokenException("The token is too long"));
    }
    if (StringUtils.countOccurrencesOf(token, ".") != DOTS_OF_A_SIGNED_JWT) {
      return Mono.error(notAccepted());
    }
    return decoder.decode(token).map(this::remember).onErrorMap(TokenVerifier::explained);
  }

  private Caller remember(Jwt token) {
    Caller caller = claims.callerOf(token);
    verified.put(token.getTokenValue(), new Verified(caller, token.getExpiresAt()));
    return caller;
  }

  private static Throwable explained(Throwable error) {
    return switch (error) {
      case InvalidTokenException e -> e;
      case JwtValidationException e -> new InvalidTokenException(e.getMessage());
      case BadJwtException _ -> notAccepted();
      case Throwable e when e.getCause() instanceof JOSEException -> notAccepted();
      default -> new TokenUnverifiableException(error);
    };
  }

  private static InvalidTokenException notAccepted() {
    return new InvalidTokenException("The token's form or signature is not accepted");
  }
}
