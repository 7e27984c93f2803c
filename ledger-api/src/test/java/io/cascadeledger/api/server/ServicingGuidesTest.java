package io.cascadeledger.api.server;

import io.cascadeledger.api.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides to loan servicing: each command is run, each answer and journal is as it shows. */
@ExtendWith(StopsLedger.class)
class ServicingGuidesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-payment-that-bounces",
        "a-fee-waived-after-it-was-paid",
        "charge-off-and-recovery",
        "an-overpaid-loan",
        "hold-a-payment",
        "a-january-payment-found-in-march",
        "offer-loan-products",
        "send-a-statement",
        "close-a-month",
        "let-the-ledger-service-a-loan"
      })
  void a_guide_shows_what_happens(String name) throws IOException {
    String file = "docs/guides/" + name + ".md";

    String page = new Guide(RunningLedger.newTenant()).run(Files.readString(root().resolve(file)));

    GoldenFile.ofRepository().assertIs(file, page);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
