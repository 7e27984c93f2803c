package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ledger run} and {@code ledger client}, as an operator and a supervisor use them. */
class RunIT {

  private static final Duration BOUND = Duration.ofMinutes(1);
  private static final Duration GRACEFUL = Duration.ofSeconds(15);

  /** A process that has ended is alive until its parent has taken note. */
  private static final Duration LEFTOVERS_END = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void one_folder_serves_one_ledger_from_its_start_to_its_clean_end() throws Exception {
    int port = LedgerProcess.freePort();
    String data = folder.resolve("data").toString();
    assertThat(succeeds("client", "create", "--tenant", "one", "--id", "early", "--data", data))
        .matches("client_id:     early\nclient_secret: \\S+\nThe secret is not shown again.\n");
    DatabaseProcesses database = new DatabaseProcesses(Path.of(data));
    assertThat(database.alive()).isEmpty();

    Map<String, String> debug = Map.of("LOGGING_LEVEL_IO_CASCADELEDGER", "debug");
    long start = System.nanoTime();
    try (LedgerProcess server = start(debug, "run", "--port", "" + port, "--data", data)) {
      server.awaitReady(port);
      System.out.printf(
          "RunIT: ready on an existing database after %d ms%n",
          Duration.ofNanos(System.nanoTime() - start).toMillis());
      assertThat(succeeds("client", "list", "--data", data)).contains("early  tenant one  enabled");
      assertThat(succeeds("client", "disable", "early", "--data", data)).contains("Disabled early");
      String late = succeeds("client", "create", "--tenant", "two", "--data", data);
      assertThat(Api.authenticated(port, late).get("/v1/trial-balance").path("lines")).isEmpty();
      assertThat(fails(Map.of(), "run", "--port", "0", "--data", data))
          .contains("another ledger is running on the folder");
      String trace = "0af7651916cd43dd8448eb211c80319c";
      askNothing(port, trace);
      List<ProcessHandle> processes = database.alive();
      assertThat(processes).isNotEmpty();

      server.terminate();
      assertThat(server.exitCode(GRACEFUL)).isEqualTo(128 + 15);
      assertThat(DatabaseProcesses.leftAfter(LEFTOVERS_END, processes)).isEmpty();
      assertThat(logged(server, trace)).isNotNull();
    }
    assertThat(succeeds("client", "list", "--data", data)).contains("early  tenant one  disabled");
  }

  /** The line that the request's correlation finds. */
  private static JsonNode logged(LedgerProcess server, String correlation) {
    List<JsonNode> lines =
        server
            .output()
            .lines()
            .map(Api.JSON::readTree)
            .filter(line -> line.path("correlation_id").asString("").equals(correlation))
            .toList();
    assertThat(lines).as(server.output()).hasSize(1);
    JsonNode line = lines.getFirst();
    assertThat(line.path("path").asString()).isEqualTo("/v1/trial-balance");
    assertThat(line.path("status").asInt()).isEqualTo(401);
    return line;
  }

  private static void askNothing(int port, String trace) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/v1/trial-balance");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void it_serves_on_the_database_that_it_is_given() throws Exception {
    TestDatabase database = TestDatabase.create();
    Map<String, String> environment = Map.of("LEDGER_DATABASE_URL", database.url());
    int port = LedgerProcess.freePort();
    try (LedgerProcess server = start(environment, "run", "--port", "" + port)) {
      server.awaitReady(port);
      try (ServerSocket taken = new ServerSocket(0)) {
        assertThat(fails(environment, "run", "--port", "" + taken.getLocalPort()))
            .contains("Port " + taken.getLocalPort() + " is already in use");
      }
      server.terminate();
      assertThat(server.exitCode(GRACEFUL)).isEqualTo(128 + 15);
    } finally {
      database.drop();
    }
    assertThat(folder.resolve("ledger-data")).doesNotExist();
  }

  @Test
  void a_database_that_cannot_be_used_is_named_with_the_reason() throws Exception {
    assertThat(fails(Map.of("LEDGER_DATABASE_URL", "mysql://somewhere/db"), "run", "--port", "0"))
        .contains("must look like postgresql://");
    String nobodyListens = "postgresql://me:hidden@localhost:" + LedgerProcess.freePort() + "/db";
    assertThat(fails(Map.of("LEDGER_DATABASE_URL", nobodyListens), "run", "--port", "0"))
        .contains("cannot be used: Connection to localhost:", " refused")
        .doesNotContain("hidden");
  }

  @Test
  void it_tells_what_it_can_do_and_which_build_it_is() throws Exception {
    assertThat(succeeds("--help")).contains("run", "demo", "client");
    assertThat(succeeds("--version")).matches("Cascade Ledger \\S+ \\(([0-9a-f]+|unknown)\\)\\s*");
    assertThat(fails(Map.of(), "sing")).contains("sing");
  }

  private LedgerProcess start(Map<String, String> environment, String... arguments) {
    return LedgerProcess.start(folder, environment, arguments);
  }

  private String succeeds(String... arguments) throws InterruptedException {
    try (LedgerProcess process = start(Map.of(), arguments)) {
      assertThat(process.exitCode(BOUND)).as(process.output() + process.errors()).isZero();
      return process.output();
    }
  }

  /** What it says when it fails, which is short and no stack trace. */
  private String fails(Map<String, String> environment, String... arguments)
      throws InterruptedException {
    try (LedgerProcess process = start(environment, arguments)) {
      assertThat(process.exitCode(BOUND)).as(process.errors()).isPositive();
      String all = process.output() + process.errors();
      assertThat(all).doesNotContain("\tat ", "\\tat ");
      assertThat(process.errors().lines()).hasSizeLessThan(40);
      return process.errors();
    }
  }
}
