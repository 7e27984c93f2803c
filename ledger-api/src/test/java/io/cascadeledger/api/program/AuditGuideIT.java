package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guide for auditors, run by a shell as they stand there. */
class AuditGuideIT {

  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Path GUIDE = Path.of("..", "docs", "guides", "replay-for-auditors.md");
  private static final Path JAR = Path.of("target", "ledger", "ledger.jar").toAbsolutePath();

  private static final String LOAN = "11111111-1111-1111-1111-111111111111";

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase copy = TestDatabase.create();

  @AfterEach
  void drop() {
    database.drop();
    copy.drop();
  }

  @Test
  void the_commands_of_the_guide_do_what_it_says() throws Exception {
    Map<String, String> environment =
        Map.of("LEDGER_DATABASE_URL", database.url(), "LEDGER_CHECKPOINTINTERVAL", "200ms");
    int port = LedgerProcess.freePort();
    try (LedgerProcess client =
            LedgerProcess.start(folder, environment, "client", "create", "--tenant", "acme");
        LedgerProcess server =
            LedgerProcess.start(folder, environment, "run", "--port", "" + port)) {
      server.awaitReady(port);
      assertThat(client.exitCode(Duration.ofMinutes(1))).isZero();
      Api api = Api.authenticated(port, client.output());
      String payment = post(api);

      String output = run(script(), port, api.token(), payment);

      assertThat(output)
          .contains(
              "\"type\":\"payment_posted\"", "\"leaf_hash\":\"", "exported: 3", "restored: 3");
      assertThat(Pattern.compile("Nothing was altered\\.").matcher(output).results()).hasSize(2);
      assertThat(Files.readString(folder.resolve("events.ndjson")).lines()).hasSize(3);
      assertThat(Files.readString(folder.resolve("checkpoint.txt")).lines()).hasSize(6);
    }
  }

  /** Posts a loan, its disbursement and a payment, and waits until they are sealed. */
  private static String post(Api api) throws IOException, InterruptedException {
    String loan = "\"loan_id\": \"%s\", \"currency\": \"USD\"".formatted(LOAN);
    String more = ", \"effective_at\": \"2026-05-01\"}";
    api.post("/v1/loans", "audit:open", "{" + loan + ", \"borrower_id\": \"" + LOAN + "\"" + more);
    api.post(
        "/v1/disbursements", "audit:paid-out", "{" + loan + ", \"amount_minor\": \"1000\"" + more);
    String payment =
        api.post("/v1/payments", "audit:payment", "{" + loan + ", \"amount_minor\": \"10\"" + more)
            .body();
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions() // there is none at first
        .until(() -> api.get("/v1/checkpoints/latest").path("tree_size").asInt() == 3);
    return Api.JSON.readTree(payment).path("payment_event_id").asString();
  }

  private static String script() throws IOException {
    return COMMANDS
        .matcher(Files.readString(GUIDE))
        .results()
        .map(commands -> commands.group(1))
        .collect(Collectors.joining("\n", "set -eux\n", ""));
  }

  private String run(String script, int port, String token, String payment)
      throws IOException, InterruptedException {
    Path ledger =
        Files.writeString(
            folder.resolve("ledger"),
            "#!/bin/sh\nexec %s -Xmx384m -jar %s \"$@\"\n"
                .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), JAR));
    assertThat(ledger.toFile().setExecutable(true)).isTrue();
    Path output = folder.resolve("output");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell
        .environment()
        .putAll(
            Map.of(
                "LEDGER_DATABASE_URL",
                database.url(),
                "LEDGER",
                "http://localhost:" + port,
                "TOKEN",
                token,
                "LOAN",
                LOAN,
                "PAYMENT",
                payment,
                "COPY",
                copy.url()));
    Process process = shell.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
