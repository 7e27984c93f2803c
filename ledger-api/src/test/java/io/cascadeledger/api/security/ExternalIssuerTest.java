package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second ledger plays the issuer: it has other clients and keys in a database of its own. */
class ExternalIssuerTest {

  private static final Set<String> SCOPES = Set.of(Scopes.BALANCES_READ);

  private final MutableClock clock = new MutableClock();
  private final TestDatabase issuersDatabase = TestDatabase.create();
  private int issuersPort;
  private String issuerUri;
  private TestServer ledger;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      issuersPort = free.getLocalPort();
    }
    issuerUri = "http://localhost:" + issuersPort;
    ledger =
        TestServer.start(TestDatabase.create(), clock, "ledger.security.issuer-uri=" + issuerUri);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void its_tokens_are_accepted_and_ours_are_not_issued() {
    try (TestServer issuer = issuer()) {
      NewClient client = issuer.bean(Clients.class).create("acme", SCOPES);

      assertThat(ledger.balance(issuer.token(client)).statusCode()).isEqualTo(200);
    }
    assertThat(ledger.askForToken("any", "any").statusCode()).isEqualTo(404);
    assertThat(ledger.get("/oauth2/jwks").statusCode()).isEqualTo(404);
    assertThat(ledger.get("/.well-known/oauth-authorization-server").statusCode()).isEqualTo(404);
  }

  @Test
  void the_ledger_starts_without_it_and_recovers_once_it_is_there() {
    String token;
    try (TestServer issuer = issuer()) {
      token = issuer.token(issuer.bean(Clients.class).create("acme", SCOPES));
    }
    assertThat(ledger.get("/v1/health/live").statusCode()).isEqualTo(200);
    assertThat(ledger.balance(token).statusCode()).isEqualTo(503);

    try (TestServer issuer = issuer()) {
      assertThat(issuer.get("/oauth2/jwks").statusCode()).isEqualTo(200);
      assertThat(ledger.balance(token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void its_keys_may_rotate() {
    try (TestServer issuer = issuer()) {
      NewClient client = issuer.bean(Clients.class).create("acme", SCOPES);
      assertThat(ledger.balance(issuer.token(client)).statusCode()).isEqualTo(200);

      issuer.bean(SigningKeys.class).rotate();

      assertThat(ledger.balance(issuer.token(client)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_token_for_another_audience_is_refused() {
    try (TestServer issuer = issuer("ledger.security.audience=other-service")) {
      NewClient client = issuer.bean(Clients.class).create("acme", SCOPES);

      var answer = ledger.balance(issuer.token(client));

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("The token is for another audience");
    }
  }

  @Test
  void a_token_without_the_tenant_claim_is_refused() {
    try (TestServer issuer = issuer("ledger.security.tenant-claim=organisation")) {
      NewClient client = issuer.bean(Clients.class).create("acme", SCOPES);

      var answer = ledger.balance(issuer.token(client));

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("The token names no tenant");
    }
  }

  @Test
  void a_token_of_the_embedded_issuer_is_refused() {
    try (TestServer issuer = issuer();
        TestServer embedded = TestServer.start(TestDatabase.create(), clock)) {
      NewClient client = embedded.bean(Clients.class).create("acme", SCOPES);

      assertThat(issuer.get("/oauth2/jwks").statusCode()).isEqualTo(200);
      assertThat(ledger.balance(embedded.token(client)).statusCode()).isEqualTo(401);
      assertThat(ledger.balance("a.b.c.d.e").statusCode()).isEqualTo(401);
    }
  }

  private TestServer issuer(String... properties) {
    String[] all = new String[properties.length + 2];
    System.arraycopy(properties, 0, all, 2, properties.length);
    all[0] = "server.port=" + issuersPort;
    all[1] = "ledger.security.issuer=" + issuerUri;
    return TestServer.start(issuersDatabase, clock, all);
  }
}
