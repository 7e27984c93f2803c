package io.cascadeledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.testing.TestDatabase;
import java.util.Base64;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  @Test
  void an_unknown_client_takes_as_long_as_a_known_one() {
    String known = clients.create("acme", SCOPES).client().id();
    clients.authenticate(known, "wrong");

    long knownNanos = fastest(() -> clients.authenticate(known, "wrong"));
    long unknownNanos = fastest(() -> clients.authenticate("unknown", "wrong"));
    long impossibleNanos = fastest(() -> clients.authenticate("im possible", "wrong"));

    // Without the hash it would be a thousandth; the margin is for a busy machine.
    assertThat(unknownNanos).isGreaterThan(knownNanos / 2);
    assertThat(impossibleNanos).isGreaterThan(knownNanos / 2);
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

  private static long fastest(Runnable action) {
    return IntStream.range(0, 5)
        .mapToLong(
            _ -> {
              long start = System.nanoTime();
              action.run();
              return System.nanoTime() - start;
            })
        .min()
        .orElseThrow();
  }
}
