package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A provider sends each payment three times, at once and later, to two servers. */
class RepeatedPaymentsTest {

  private static final int PAYMENTS = 40;

  private final Platform platform = Platform.start();

  private static String payment(int number) {
    return json(
        "[{'accountReference': 'A', 'currency': 'EUR', 'totalAmount': %d, 'matchStrategy': 'ORDERED_LEDGER_ENTRIES', 'providerName': 'bank', 'trackingId': 'T%d'}]"
            .formatted(100 + number, number));
  }

  @Test
  void each_is_posted_once_and_answered_alike() {
    platform.done(
        "create_accounts",
        json(
            "{'A': {'currency': 'EUR', 'ledgerEntries': [{'ledgerEntryReference': 'I', 'invoiceDetails': {'amount': 100000, 'dueDate': '2026-01-01'}, 'context': {}}]}}"));
    long total = 0;
    try (LedgerServer second = RunningLedger.start(RunningLedger.DATABASE.url());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Platform other = platform.at(second);
      List<CompletableFuture<JsonNode>> sent = new ArrayList<>();
      for (int i = 0; i < PAYMENTS; i++) {
        int number = i;
        total += 100 + number;
        for (Platform server : List.of(platform, other, platform)) {
          sent.add(
              CompletableFuture.supplyAsync(
                  () -> server.done("match_account_payment", payment(number)), threads));
        }
      }
      sent.forEach(CompletableFuture::join);
      for (int i = 0; i < PAYMENTS; i++) {
        JsonNode again = other.done("match_account_payment", payment(i)).path("data");
        assertThat(again.size()).isEqualTo(1);
        assertThat(again.get(0).path("paymentDetails").path("amount").asLong()).isEqualTo(100 + i);
      }
    }

    assertThat(platform.balance("1500")).isEqualTo(100_000 - total);
    JsonNode entries = platform.read("get_account", "accountReference", "A").path("ledgerEntries");
    assertThat(entries.size()).isEqualTo(1 + PAYMENTS);
  }

  @Test
  void another_payment_of_the_same_name_is_refused() {
    platform.newAccount("A");
    platform.done("match_account_payment", payment(1));

    assertThat(platform.failed("match_account_payment", payment(1).replace("101", "102")))
        .startsWith("A, ");
  }

  @Test
  void a_key_makes_one_posting_of_what_has_no_name() {
    platform.done(
        "create_claims",
        Platform.example("create_claims")
            .replace("\"accountReference\": \"ACCOUNT_REFERENCE_002\",", ""));
    String credit =
        json("{'CLAIM_REF_002_1': {'amount': 100, 'currency': 'EUR', 'originator': 'DCA'}}");
    String key = Tenant.newKey();

    JsonNode first = platform.post("credit_claims", key, credit).expect(200).json();
    JsonNode again = platform.post("credit_claims", key, credit).expect(200).json();

    assertThat(again).isEqualTo(first);
    assertThat(platform.balance("1500")).isEqualTo(900);
    assertThat(
            platform
                .post("credit_claims", key, credit.replace("100", "200"))
                .expect(200)
                .json()
                .at("/CLAIM_REF_002_1/success")
                .asBoolean())
        .isFalse();
  }
}
