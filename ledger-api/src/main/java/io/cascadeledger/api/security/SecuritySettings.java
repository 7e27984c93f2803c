package io.cascadeledger.api.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about tokens.
 *
 * @param issuer the {@code iss} of the tokens issued here; a URL if others are to discover it
 * @param audience the {@code aud} that a token must name
 * @param issuerUri another issuer, whose tokens alone are then accepted; null or blank for none
 * @param tenantClaim the claim that names the tenant
 */
@ConfigurationProperties("ledger.security")
public record SecuritySettings(
    @DefaultValue("cascade-ledger") String issuer,
    @DefaultValue("cascade-ledger") String audience,
    @Nullable String issuerUri,
    @DefaultValue("tenant_id") String tenantClaim) {

  /** The issuer elsewhere, if there is one. */
  Optional<String> externalIssuer() {
    return Optional.ofNullable(issuerUri).map(String::strip).filter(uri -> !uri.isEmpty());
  }

  /** The issuer whose tokens are accepted. */
  String acceptedIssuer() {
    return externalIssuer().orElse(issuer);
  }
}
