package io.cascadeledger.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Grants access tokens to clients. Blocks: it hashes, signs and asks the database. */
final class TokenIssuer {

  /** How long a token lasts. */
  static final Duration LIFETIME = Duration.ofHours(1);

  private final Clients clients;
  private final SigningKeys keys;
  private final WrongSecrets wrongSecrets;
  private final SecuritySettings settings;
  private final Clock clock;

  /**
   * A token as it was granted.
   *
   * @param text the signed JWT
   */
  record Granted(String text, Set<String> scopes) {}

  TokenIssuer(Clients clients, SigningKeys keys, SecuritySettings settings, Clock clock) {
    this.clients = clients;
    this.keys = keys;
    this.wrongSecrets = new WrongSecrets(clock);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Grants a token.
   *
   * @throws TokenRefusal if the client is not who it says, or may not have what it asks for
   */
  Granted grant(TokenRequest request) {
    Client client = authenticated(request);
    Set<String> scopes = request.scopes().isEmpty() ? client.scopes() : request.scopes();
    if (!client.scopes().containsAll(scopes)) {
      throw TokenRefusal.invalidScope();
    }
    return new Granted(signed(client, new TreeSet<>(scopes)), new TreeSet<>(scopes));
  }

  private Client authenticated(TokenRequest request) {
    wrongSecrets
        .pause(request.clientId())
        .ifPresent(
            pause -> {
              throw TokenRefusal.tooManyWrongSecrets(pause);
            });
    Client client =
        clients
            .authenticate(request.clientId(), request.clientSecret())
            .orElseThrow(
                () -> {
                  wrongSecrets.count(request.clientId());
                  return TokenRefusal.invalidClient();
                });
    wrongSecrets.forget(client.id());
    return client;
  }

  private String signed(Client client, Set<String> scopes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.audience())
            .subject(client.id())
            .claim("client_id", client.id())
            .claim(settings.tenantClaim(), client.tenant())
            .claim("scope", String.join(" ", scopes))
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    ECKey key = keys.signing();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The key " + key.getKeyID() + " cannot sign", e);
    }
  }
}
