package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An account of 10,000 entries and 1,000 open claims costs a payment little more than another. */
class LongAccountTest {

  private static final int OPEN = 1_000;
  private static final int PAID = 4_500;
  private static final int PAYMENTS = 200;

  private final Platform platform = Platform.start();
  private int sent;

  private static String entry(String reference, String details, String context) {
    return "{'accountReference': 'LONG', 'ledgerEntryReference': '%s', %s, 'context': {%s}}"
        .formatted(reference, details, context);
  }

  private static String invoice(int number) {
    return entry("I" + number, "'invoiceDetails': {'amount': 100, 'dueDate': '2026-01-01'}", "");
  }

  private void add(IntStream numbers, IntFunction<String> entries) {
    platform.done(
        "add_account_ledger_entries",
        json(numbers.mapToObj(entries).collect(Collectors.joining(",", "[", "]"))));
  }

  /** Read once the read model has come so far. */
  private JsonNode openClaims() {
    Reply reply = read();
    for (int i = 0; i < 20 && reply.status() == 503; i++) {
      reply = read();
    }
    return reply.expect(200).json();
  }

  private Reply read() {
    return platform.get("get_account_claims", "accountReference", "LONG", "status", "ACTIVE");
  }

  private long medianNanos(String account) {
    long[] nanos = new long[PAYMENTS];
    for (int i = 0; i < PAYMENTS; i++) {
      String payment =
          json(
              "[{'accountReference': '%s', 'currency': 'EUR', 'totalAmount': 1, 'matchStrategy': 'ORDERED_LEDGER_ENTRIES', 'providerName': 'b', 'trackingId': '%d'}]"
                  .formatted(account, sent++));
      long start = System.nanoTime();
      platform.done("match_account_payment", payment);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[PAYMENTS / 2];
  }

  /**
   * To look at all of its entries would cost many times as much. The ratio itself is measured by
   * the bench.
   */
  @Test
  void a_payment_on_it_costs_no_multiple_of_one_on_a_short_account() {
    platform.newAccount("LONG");
    add(
        IntStream.range(0, PAID),
        i ->
            invoice(i)
                + ","
                + entry(
                    "P" + i,
                    "'paymentDetails': {'amount': 100}",
                    "'ledgerEntryReference': 'I%d'".formatted(i)));
    add(IntStream.range(PAID, PAID + OPEN), LongAccountTest::invoice);
    platform.newAccount("SHORT");
    platform.done(
        "add_account_ledger_entries",
        json(
            IntStream.range(0, 10)
                .mapToObj(i -> invoice(i).replace("LONG", "SHORT"))
                .collect(Collectors.joining(",", "[", "]"))));
    assertThat(openClaims().size()).isEqualTo(OPEN);
    medianNanos("SHORT");

    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long shorter = medianNanos("SHORT");
      long longer = medianNanos("LONG");
      best = Math.min(best, 100 * longer / shorter);
    }

    assertThat(best).as("percent of the time of a short account").isLessThan(500);
  }
}
