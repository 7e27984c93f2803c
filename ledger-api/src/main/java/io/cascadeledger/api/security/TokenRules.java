package io.cascadeledger.api.security;

import io.cascadeledger.limits.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What the claims of a token must say, once its signature is known to be good. */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

  /** How far the issuer's clock may be ahead of ours; the end of a token has no such grace. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);

  private final SecuritySettings settings;
  private final Clock clock;

  TokenRules(SecuritySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    return fault(token)
        .map(fault -> new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, fault, null))
        .map(OAuth2TokenValidatorResult::failure)
        .orElseGet(OAuth2TokenValidatorResult::success);
  }

  private Optional<String> fault(Jwt token) {
    Instant now = clock.instant();
    if (token.getExpiresAt() == null) {
      return Optional.of("The token has no end (exp)");
    }
    if (!now.isBefore(token.getExpiresAt())) {
      return Optional.of("The token has expired");
    }
    if (token.getNotBefore() != null && token.getNotBefore().isAfter(now.plus(CLOCK_DIFFERENCE))) {
      return Optional.of("The token is not valid yet");
    }
    if (!Objects.equals(token.getClaimAsString("iss"), settings.acceptedIssuer())) {
      return Optional.of("The token is of another issuer");
    }
    if (token.getAudience() == null || !token.getAudience().contains(settings.audience())) {
      return Optional.of("The token is for another audience");
    }
    String tenant = token.getClaimAsString(settings.tenantClaim());
    if (tenant == null || !Limits.TENANT.matcher(tenant).matches()) {
      return Optional.of("The token names no tenant");
    }
    return Optional.empty();
  }
}
