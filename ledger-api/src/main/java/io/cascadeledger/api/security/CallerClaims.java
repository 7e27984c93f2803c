package io.cascadeledger.api.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.StringUtils;

/**
 * Reads the caller from a token whose claims were found good. Issuers differ in two names: the
 * client is {@code client_id} or {@code azp} or else {@code sub}; the scopes are {@code scope} or
 * {@code scp}, as one string or as an array.
 */
final class CallerClaims {

  private final String tenantClaim;

  CallerClaims(SecuritySettings settings) {
    this.tenantClaim = settings.tenantClaim();
  }

  Caller callerOf(Jwt token) {
    return new Caller(token.getClaimAsString(tenantClaim), client(token), scopes(token));
  }

  private static String client(Jwt token) {
    return Stream.of("client_id", "azp", "sub")
        .map(token::getClaimAsString)
        .filter(StringUtils::hasText)
        .findFirst()
        .orElseThrow(() -> new InvalidTokenException("The token names no client"));
  }

  private static Set<String> scopes(Jwt token) {
    Object claim = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
    return switch (claim) {
      case String names -> new TreeSet<>(List.of(StringUtils.tokenizeToStringArray(names, " ")));
      case List<?> names -> new TreeSet<>(names.stream().map(String::valueOf).toList());
      case null, default -> Set.of();
    };
  }
}
