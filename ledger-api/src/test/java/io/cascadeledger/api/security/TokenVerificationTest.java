package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each refused token differs in one thing from one that is accepted. */
class TokenVerificationTest {

  private static final MutableClock clock = new MutableClock();
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestDatabase.create(), clock);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_endpoint_learns_who_calls_it() {
    NewClient client =
        server.bean(Clients.class).create("acme", Set.of(Scopes.BALANCES_READ), "acme-reader");

    HttpResponse<String> answer = server.balance(server.token(client));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode caller = TestServer.json(answer);
    assertThat(caller.get("tenant").asString()).isEqualTo("acme");
    assertThat(caller.get("client").asString()).isEqualTo("acme-reader");
    assertThat(caller.get("scopes").toString()).isEqualTo("[\"hpts:balances:read\"]");
  }

  @Test
  void a_token_as_we_sign_them_is_accepted() throws Exception {
    assertThat(server.balance(signed(claims -> claims)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_changed_claim_breaks_the_signature() throws Exception {
    String[] own = signed(claims -> claims).split("\\.", -1);
    String[] foreign = signed(claims -> claims.claim("tenant_id", "other")).split("\\.", -1);

    assertRefused(
        own[0] + "." + foreign[1] + "." + own[2], "The token's form or signature is not accepted");
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    assertRefused(
        new PlainJWT(claims().build()).serialize(),
        "The token's form or signature is not accepted");
  }

  @Test
  void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws Exception {
    ECKey key = server.bean(SigningKeys.class).signing();
    JWSSigner signer = new MACSigner(key.toECPublicKey().getEncoded());

    assertRefused(
        signed(JWSAlgorithm.HS256, key.getKeyID(), signer),
        "The token's form or signature is not accepted");
  }

  @Test
  void a_token_of_another_key_is_refused_whatever_key_it_names() throws Exception {
    ECKey ours = server.bean(SigningKeys.class).signing();
    JWSSigner stranger = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());

    for (String keyId : new String[] {ours.getKeyID(), "unknown", null}) {
      assertRefused(
          signed(JWSAlgorithm.ES256, keyId, stranger),
          "The token's form or signature is not accepted");
    }
  }

  @Test
  void a_token_is_refused_from_its_last_instant_on() throws Exception {
    Instant now = clock.instant();
    String expired =
        signed(
            claims ->
                claims.issueTime(Date.from(now.minusSeconds(3600))).expirationTime(Date.from(now)));

    assertRefused(expired, "The token has expired");
  }

  @Test
  void a_token_is_refused_before_its_time_with_half_a_minute_of_grace() throws Exception {
    Instant now = clock.instant();
    String early = signed(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(31))));
    String graced = signed(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(30))));

    assertRefused(early, "The token is not valid yet");
    assertThat(server.balance(graced).statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_that_never_ends_is_refused() throws Exception {
    assertRefused(signed(claims -> claims.expirationTime(null)), "The token has no end (exp)");
  }

  @ParameterizedTest
  @CsvSource({
    "iss, somebody-else, The token is of another issuer",
    "iss, , The token is of another issuer",
    "aud, other-service, The token is for another audience",
    "aud, , The token is for another audience",
    "tenant_id, , The token names no tenant",
    "tenant_id, a/b, The token names no tenant",
    "tenant_id, ACME, The token names no tenant"
  })
  void a_claim_that_is_wrong_or_missing_is_refused(String name, String value, String detail)
      throws Exception {
    assertRefused(signed(claims -> claims.claim(name, value)), detail);
  }

  @Test
  void a_token_without_a_client_is_refused() throws Exception {
    assertRefused(
        signed(claims -> claims.claim("client_id", null).subject(null)),
        "The token names no client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "a.b.c", "..", "e30.e30.e30", "a.b.c.d.e", "eyJhbGciOiJFUzI1NiJ9.e30."})
  void what_is_not_a_token_is_refused(String token) {
    assertRefused(token, "The token's form or signature is not accepted");
  }

  @Test
  void an_oversized_token_is_refused_unread() throws Exception {
    String oversized =
        signed(claims -> claims.claim("filler", "x".repeat(Limits.TOKEN_CHARACTERS)));

    assertRefused(oversized, "The token is too long");
  }

  @Test
  void a_remembered_token_is_not_accepted_past_its_end() throws Exception {
    String token =
        signed(claims -> claims.expirationTime(Date.from(clock.instant().plusSeconds(10))));
    assertThat(server.balance(token).statusCode()).isEqualTo(200);

    clock.advance(Duration.ofSeconds(9));
    assertThat(server.balance(token).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertRefused(token, "The token has expired");
  }

  @Test
  void a_disabled_clients_tokens_run_out() {
    NewClient client = server.bean(Clients.class).create("acme", Set.of(Scopes.BALANCES_READ));
    String token = server.token(client);
    server.bean(Clients.class).disable(client.client().id());

    assertThat(server.balance(token).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofHours(1));
    assertRefused(token, "The token has expired");
  }

  private static void assertRefused(String token, String detail) {
    HttpResponse<String> answer = server.balance(token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(detail);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue(
            "Bearer realm=\"cascade-ledger\", error=\"invalid_token\", error_description=\""
                + detail
                + "\"");
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer("cascade-ledger")
        .audience("cascade-ledger")
        .subject("client")
        .claim("client_id", "client")
        .claim("tenant_id", "acme")
        .claim("scope", Scopes.BALANCES_READ)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    ECKey key = server.bean(SigningKeys.class).signing();
    return serialized(
        JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), change.apply(claims()).build());
  }

  private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer)
      throws JOSEException {
    return serialized(algorithm, keyId, signer, claims().build());
  }

  private static String serialized(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
