package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.cascadeledger.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private final MutableClock clock = new MutableClock();
  private final TestDatabase database = TestDatabase.create();

  @Test
  void nodes_that_start_together_agree_on_one_key() throws Exception {
    int nodes = 8;
    CountDownLatch start = new CountDownLatch(1);
    Callable<String> node =
        () -> {
          SigningKeys keys = new SigningKeys(database.dataSource(), clock);
          start.await();
          return keys.signing().getKeyID();
        };
    try (var threads = Executors.newFixedThreadPool(nodes)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        answers.add(threads.submit(node));
      }
      start.countDown();
      Set<String> keyIds = new HashSet<>();
      for (Future<String> answer : answers) {
        keyIds.add(answer.get());
      }
      assertThat(keyIds).hasSize(1);
    }
    assertThat(new SigningKeys(database.dataSource(), clock).published()).hasSize(1);
  }

  @Test
  void a_token_of_one_node_is_accepted_by_another_also_after_a_rotation() throws Exception {
    try (TestServer one = TestServer.start(database, clock);
        TestServer two = TestServer.start(database, clock)) {
      NewClient client = one.bean(Clients.class).create("acme", Set.of(Scopes.BALANCES_READ));
      String before = one.token(client);
      assertThat(two.balance(before).statusCode()).isEqualTo(200);

      String newKey = one.bean(SigningKeys.class).rotate();
      clock.advance(Duration.ofSeconds(2));
      String after = one.token(client);

      assertThat(SignedJWT.parse(after).getHeader().getKeyID()).isEqualTo(newKey);
      assertThat(two.balance(after).statusCode()).isEqualTo(200);
      assertThat(two.balance(before).statusCode()).isEqualTo(200);
      assertThat(one.balance(before).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_node_signs_with_the_new_key_within_a_minute() {
    SigningKeys one = new SigningKeys(database.dataSource(), clock);
    SigningKeys two = new SigningKeys(database.dataSource(), clock);
    one.signing();
    two.signing();

    String newKey = one.rotate();

    assertThat(one.signing().getKeyID()).isEqualTo(newKey);
    clock.advance(Duration.ofMinutes(1));
    assertThat(two.signing().getKeyID()).isEqualTo(newKey);
  }

  @Test
  void a_retired_key_verifies_no_more_and_a_new_one_takes_its_place() {
    SigningKeys one = new SigningKeys(database.dataSource(), clock);
    SigningKeys two = new SigningKeys(database.dataSource(), clock);
    String retired = one.signing().getKeyID();
    assertThat(two.verifying(retired).collectList().block()).hasSize(1);

    assertThat(one.retire(retired)).isTrue();
    assertThat(one.retire(retired)).isFalse();

    assertThat(one.verifying(retired).collectList().block()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(two.verifying(retired).collectList().block()).isEmpty();
    assertThat(one.signing().getKeyID()).isNotEqualTo(retired);
  }

  @Test
  void only_the_public_halves_are_published() throws Exception {
    try (TestServer server = TestServer.start(database, clock)) {
      ECKey signing = server.bean(SigningKeys.class).signing();

      HttpResponse<String> answer = server.get("/oauth2/jwks");

      assertThat(answer.statusCode()).isEqualTo(200);
      List<JWK> keys = JWKSet.parse(answer.body()).getKeys();
      assertThat(keys).containsExactly(signing.toPublicJWK());
      assertThat(answer.body()).doesNotContain(signing.getD().toString());
      assertThat(server.send("POST", "/oauth2/jwks", "").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void the_issuer_describes_itself() {
    try (TestServer server = TestServer.start(database, clock)) {
      var metadata = TestServer.json(server.get("/.well-known/oauth-authorization-server"));

      assertThat(metadata.get("issuer").asString()).isEqualTo("cascade-ledger");
      assertThat(metadata.get("token_endpoint").asString())
          .isEqualTo(server.url() + "/oauth2/token");
      assertThat(metadata.get("jwks_uri").asString()).isEqualTo(server.url() + "/oauth2/jwks");
      assertThat(metadata.get("grant_types_supported").toString())
          .isEqualTo("[\"client_credentials\"]");
      assertThat(metadata.get("scopes_supported").size()).isEqualTo(Scopes.DESCRIPTIONS.size());
    }
  }
}
