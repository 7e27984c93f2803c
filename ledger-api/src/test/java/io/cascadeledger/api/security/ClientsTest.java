package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class ClientsTest {

  private static final Set<String> SCOPES = Set.of(Scopes.LEDGER_READ, Scopes.LOANS_WRITE);

  private static final MutableClock clock = new MutableClock();
  private static TestDatabase database;
  private static Clients clients;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    clients = new Clients(database.dataSource(), clock);
  }

  @Test
  void no_client_exists_before_one_is_created() {
    Clients fresh = new Clients(TestDatabase.create().dataSource(), clock);

    assertThat(fresh.list()).isEmpty();
  }

  @Test
  void a_new_client_is_listed_and_authenticates_with_its_secret_only() {
    NewClient created = clients.create("acme", SCOPES, "acme.backend");

    assertThat(clients.list()).contains(created.client());
    assertThat(clients.authenticate("acme.backend", created.secret())).hasValue(created.client());
    assertThat(clients.authenticate("acme.backend", created.secret() + "x")).isEmpty();
    assertThat(clients.authenticate("acme.backend", "")).isEmpty();
  }

  @Test
  void a_secret_has_256_bits_and_is_stored_as_a_hash_only() {
    NewClient created = clients.create("acme", SCOPES);

    assertThat(Base64.getUrlDecoder().decode(created.secret())).hasSize(32);
    String row =
        JdbcClient.create(database.dataSource())
            .sql("SELECT oauth_client::text FROM oauth_client WHERE client_id = :id")
            .param("id", created.client().id())
            .query(String.class)
            .single();
    assertThat(row).contains("$2a$10$").doesNotContain(created.secret());
  }

  @Test
  void a_disabled_client_stays_listed_and_authenticates_no_more() {
    NewClient created = clients.create("acme", SCOPES);
    String id = created.client().id();

    assertThat(clients.disable(id)).isTrue();
    assertThat(clients.disable(id)).isFalse();
    assertThat(clients.disable("nobody")).isFalse();

    assertThat(clients.authenticate(id, created.secret())).isEmpty();
    assertThat(clients.list())
        .filteredOn(client -> client.id().equals(id))
        .singleElement()
        .satisfies(client -> assertThat(client.disabledAt()).hasValue(clock.instant()));
  }

  @Test
  void what_a_client_cannot_be_is_refused() {
    clients.create("acme", SCOPES, "taken");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clients.create("acme", SCOPES, "taken"))
        .withMessage("The client identifier is taken: taken");
    assertThatIllegalArgumentException().isThrownBy(() -> clients.create("A/B", SCOPES));
    assertThatIllegalArgumentException().isThrownBy(() -> clients.create("acme", Set.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> clients.create("acme", Set.of("root")));
    assertThatIllegalArgumentException().isThrownBy(() -> clients.create("acme", SCOPES, "a:b"));
  }

  /** Of an answer's time the hash is nearly all, so that who is unknown must cost one as well. */
  @Test
  void for_an_unknown_client_as_much_is_hashed_as_for_a_known_one() {
    List<String> compared = new ArrayList<>();
    PasswordEncoder hashing = new BCryptPasswordEncoder();
    PasswordEncoder recording =
        new PasswordEncoder() {
          @Override
          public String encode(CharSequence secret) {
            return hashing.encode(secret);
          }

          @Override
          public boolean matches(CharSequence secret, String hash) {
            compared.add(hash);
            return hashing.matches(secret, hash);
          }
        };
    Clients watched = new Clients(database.dataSource(), clock, recording);
    String known = watched.create("acme", SCOPES).client().id();

    for (String id : List.of(known, "unknown", "im possible")) {
      assertThat(watched.authenticate(id, "wrong")).isEmpty();
    }

    assertThat(compared)
        .hasSize(3)
        .allSatisfy(hash -> assertThat(hash).matches("\\$2a\\$10\\$[./A-Za-z0-9]{53}"));
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void a_secret_appears_in_no_log_and_no_text(CapturedOutput output) {
    try (TestServer server =
        TestServer.start(
            database, clock, "logging.level.root=INFO", "logging.level.io.cascadeledger=TRACE")) {
      NewClient created = server.bean(Clients.class).create("acme", SCOPES);
      String token = server.token(created);
      server.askForToken("somebody-else", created.secret());

      assertThat(created.toString()).doesNotContain(created.secret());
      assertThat(output.getAll())
          .contains("Netty started")
          .doesNotContain(created.secret())
          .doesNotContain(token);
    }
  }
}
