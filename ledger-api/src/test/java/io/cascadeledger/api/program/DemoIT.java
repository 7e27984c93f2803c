package io.cascadeledger.api.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ledger demo}, as a newcomer runs it. */
class DemoIT {

  private static final Duration BOUND = Duration.ofMinutes(2);

  /** The users that may write nowhere of their own. */
  private static final String NOBODY = "65534";

  @TempDir private Path folder;

  @Test
  void it_shows_the_quickstart_and_posts_nothing_twice() throws Exception {
    String first = demo(folder, List.of());
    assertThat(first)
        .contains(
            "\"fees_minor\" : \"500\"",
            "\"interest_minor\" : \"10000\"",
            "\"principal_minor\" : \"78349\"",
            "\"suspense_minor\" : \"0\"",
            "\"principal_outstanding_minor\" : \"921651\"",
            "All answers are as documented, and the trial balance sums to zero.")
        .containsPattern("1100 +Principal Receivable +USD +1000000 +78349 +921651\n")
        .containsPattern("\n +USD +1099349 +1099349 +0\n")
        .doesNotContain("Idempotency-Replayed", "Spring", "INFO", "WARN");

    String second = demo(folder, List.of());
    assertThat(second)
        .contains(
            "5 of 5 requests had been posted by an earlier run: they were answered as then, and"
                + " nothing was posted twice.",
            "All answers are as documented, and the trial balance sums to zero.")
        .containsPattern("\n +USD +1099349 +1099349 +0\n")
        .containsSubsequence(
            "Idempotency-Replayed: true", paymentId(first), "\"principal_minor\" : \"78349\"");
  }

  @Test
  void it_needs_no_privileges() throws Exception {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can become another user; the other test runs as an ordinary one");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "there is no setpriv");
    String packaged = Files.readSymbolicLink(Path.of("/proc/self/cwd")).toString();
    assumeTrue(isOpenToAll(Path.of(packaged)), packaged + " is closed to other users");
    Path own =
        Files.createTempDirectory(
            Path.of("/tmp"),
            "ledger-nobody",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    try {
      List<String> asNobody =
          List.of("/usr/bin/setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--");
      assertThat(demo(own, asNobody)).contains("All answers are as documented");
    } finally {
      org.springframework.util.FileSystemUtils.deleteRecursively(own);
    }
  }

  private static boolean isOpenToAll(Path path) throws IOException {
    for (Path part = path; part != null; part = part.getParent()) {
      if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(part)).endsWith("x")) {
        return false;
      }
    }
    return true;
  }

  private static String demo(Path where, List<String> before) throws InterruptedException {
    String data = where.resolve("data").toString();
    try (LedgerProcess demo =
        LedgerProcess.start(
            where, Map.of(), before, "demo", "--exit", "--port", "0", "--data", data)) {
      int exitCode = demo.exitCode(BOUND);
      assertThat(exitCode).as(demo.output() + demo.errors()).isZero();
      assertThat(demo.errors()).contains("Starting the server on an embedded PostgreSQL");
      return demo.output();
    }
  }

  private static String paymentId(String output) {
    return output
        .lines()
        .filter(line -> line.contains("\"payment_event_id\""))
        .findFirst()
        .orElseThrow();
  }
}
