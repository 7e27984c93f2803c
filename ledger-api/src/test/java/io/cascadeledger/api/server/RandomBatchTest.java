package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a batch does is what the same payments do when they are posted one after another. */
@ExtendWith(StopsLedger.class)
class RandomBatchTest {

  private static final long SEED = Long.getLong("batch.seed", System.nanoTime());
  private static final int LOANS = 6;

  private final Random random = new Random(SEED);
  private final Tenant inBatches = RunningLedger.newTenant();
  private final Tenant oneByOne = RunningLedger.newTenant();
  private final List<UUID> loans = new ArrayList<>();
  private int keys;

  @Test
  void batches_do_what_the_same_payments_do_one_by_one() {
    for (int i = 0; i < LOANS; i++) {
      loans.add(openedInBoth());
    }
    for (int round = 0; round < 6; round++) {
      List<String> lines = lines(random.nextInt(1, 80));
      boolean array = random.nextBoolean();

      List<JsonNode> results =
          array
              ? Batch.postArray(inBatches, "[" + String.join(",", lines) + "]")
              : Batch.post(inBatches, lines);

      List<String> expected = new ArrayList<>();
      for (String line : lines) {
        expected.add(outcome(alone(line)));
      }
      assertThat(results.stream().map(RandomBatchTest::outcome).toList())
          .as("batch.seed=" + SEED)
          .isEqualTo(expected);
    }
    for (UUID loan : loans) {
      assertThat(inBatches.owed(loan)).as("batch.seed=" + SEED).isEqualTo(oneByOne.owed(loan));
    }
  }

  private UUID openedInBoth() {
    UUID loan = inBatches.newLoan();
    oneByOne.post("/v1/loans", Bodies.loan(loan)).expect(201);
    oneByOne.post("/v1/disbursements", Bodies.disbursement(loan, 1_000_000)).expect(201);
    String fee = Bodies.fee(random.nextInt(1, 5_000), "2026-02-01");
    inBatches.post("/v1/loans/" + loan + "/fees", fee).expect(201);
    oneByOne.post("/v1/loans/" + loan + "/fees", fee).expect(201);
    return loan;
  }

  private List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID loan = random.nextInt(12) == 0 ? UUID.randomUUID() : loans.get(random.nextInt(LOANS));
      int key = random.nextInt(8) == 0 ? random.nextInt(keys + 1) : keys++;
      String date = random.nextInt(12) == 0 ? "2025-12-31" : "2026-03-%02d".formatted(1 + i % 28);
      String line = Batch.line("random:" + key, loan, random.nextLong(1, 400_000), date);
      lines.add(
          switch (random.nextInt(20)) {
            case 0 -> line.replace("USD", "EUR");
            case 1 -> line.replace("\"amount_minor\"", "\"amount\"");
            case 2 -> line.replace("2026", "26");
            default -> line;
          });
    }
    return lines;
  }

  private Reply alone(String line) {
    ObjectNode payment = (ObjectNode) JsonMapper.shared().readTree(line);
    String key = payment.remove("idempotency_key").asString();
    return oneByOne.post("/v1/payments", key, payment.toString());
  }

  private static String outcome(JsonNode result) {
    return "%d %s %s"
        .formatted(
            result.path("status").asInt(),
            result.at("/payment/allocation"),
            result.at("/problem/code").asString(""));
  }

  private static String outcome(Reply reply) {
    return "%d %s %s"
        .formatted(
            reply.status(),
            reply.json().path("allocation"),
            reply.json().path("code").asString(""));
  }
}
