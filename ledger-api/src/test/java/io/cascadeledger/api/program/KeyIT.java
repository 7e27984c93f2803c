package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ledger key}, as an operator uses it: what it prints, and what servers then do. */
class KeyIT {

  private static final Duration BOUND = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.drop();
  }

  @Test
  void a_key_is_listed_rotated_and_retired_and_servers_follow() throws Exception {
    String first = printed(0, "key", "list").strip();
    String client = printed(0, "client", "create", "--tenant", "one");
    Api before = signedIn(client);
    assertThat(keyOf(before)).isEqualTo(first);

    String rotated = printed(0, "key", "rotate");

    assertThat(rotated)
        .matches(
            """
            \\S+ signs from now on.
            Retire the earlier keys once their tokens have run out, in an hour.
            """);
    String second = rotated.substring(0, rotated.indexOf(' '));
    assertThat(printed(0, "key", "list").lines()).containsExactly(second, first);

    assertThat(printed(0, "key", "retire", first)).isEqualTo("Retired " + first + ".\n");

    assertThat(printed(0, "key", "list").lines()).containsExactly(second);
    assertThat(printed(1, "key", "retire", first))
        .isEqualTo("There is no key " + first + " that verifies tokens.\n");
    Api after = signedIn(client, before);
    assertThat(keyOf(after)).isEqualTo(second);
  }

  @Test
  void what_to_do_must_be_said() throws Exception {
    try (LedgerProcess process = LedgerProcess.start(folder, environment(), "key")) {
      assertThat(process.exitCode(BOUND)).isEqualTo(2);
      assertThat(process.errors()).startsWith("Say what to do: list, rotate or retire.");
    }
    assertThat(printed(0, "key", "--help")).contains("list", "rotate", "retire");
  }

  private Map<String, String> environment() {
    return Map.of("LEDGER_DATABASE_URL", database.url());
  }

  private String printed(int exitCode, String... arguments) throws InterruptedException {
    try (LedgerProcess process = LedgerProcess.start(folder, environment(), arguments)) {
      assertThat(process.exitCode(BOUND))
          .as("%s: %s", List.of(arguments), process.errors())
          .isEqualTo(exitCode);
      return process.output();
    }
  }

  /** Gets a token of a server, which ends thereafter; those of the others are refused by it. */
  private Api signedIn(String client, Api... refused) throws IOException, InterruptedException {
    int port = LedgerProcess.freePort();
    try (LedgerProcess server =
        LedgerProcess.start(folder, environment(), "run", "--port", "" + port)) {
      server.awaitReady(port);
      Api api = Api.authenticated(port, client);
      assertThat(api.get("/v1/trial-balance").path("lines")).isEmpty();
      for (Api other : refused) {
        assertThat(other.at(port).post("/v1/payments", "key:old", "{}").statusCode())
            .isEqualTo(401);
      }
      return api;
    }
  }

  /** The {@code kid} of its token. */
  private static String keyOf(Api api) {
    String header = api.token().substring(0, api.token().indexOf('.'));
    return Api.JSON
        .readTree(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .path("kid")
        .asString();
  }
}
