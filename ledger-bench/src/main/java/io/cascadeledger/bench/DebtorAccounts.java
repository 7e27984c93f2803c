package io.cascadeledger.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The debtor accounts that payments are matched on: many small ones, and a large one. */
final class DebtorAccounts {

  /** Their books have nothing else. */
  static final String TENANT = "bench-debtors";

  /** The account of 10,000 entries: invoices that were paid, their payments, and open ones. */
  static final String LARGE = "LARGE";

  private static final int OPEN_OF_SMALL = 10;
  private static final int OPEN_OF_LARGE = 1_000;
  private static final int PAID_OF_LARGE = 4_500;
  private static final int AT_ONCE = 500;

  /** No load of payments of one cent pays so much. */
  private static final long AMOUNT = 10_000_000;

  private final int port;
  private final String token;

  DebtorAccounts(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** The name of a small account. */
  static String small(int number) {
    return "SMALL-" + number;
  }

  /** Makes small accounts, numbered from 0. */
  void createSmall(int count) throws IOException, InterruptedException {
    for (int first = 0; first < count; first += AT_ONCE) {
      int until = Math.min(count, first + AT_ONCE);
      post(
          IntStream.range(first, until)
              .mapToObj(i -> account(small(i), OPEN_OF_SMALL, DebtorAccounts::invoice))
              .collect(Collectors.joining(",", "{", "}")));
    }
  }

  /** Makes the large account. */
  void createLarge() throws IOException, InterruptedException {
    post(
        "{"
            + account(
                LARGE,
                PAID_OF_LARGE + OPEN_OF_LARGE,
                i -> i < PAID_OF_LARGE ? invoice(i) + "," + payment(i) : invoice(i))
            + "}");
  }

  private static String account(String name, int invoices, IntFunction<String> entries) {
    return "\"%s\":{\"currency\":\"EUR\",\"ledgerEntries\":%s}"
        .formatted(
            name,
            IntStream.range(0, invoices)
                .mapToObj(entries)
                .collect(Collectors.joining(",", "[", "]")));
  }

  private static String invoice(int number) {
    return ("{\"ledgerEntryReference\":\"I%d\",\"context\":{},"
            + "\"invoiceDetails\":{\"amount\":%d,\"dueDate\":\"2026-01-01\"}}")
        .formatted(number, AMOUNT);
  }

  private static String payment(int number) {
    return ("{\"ledgerEntryReference\":\"P%d\",\"context\":{\"ledgerEntryReference\":\"I%d\"},"
            + "\"paymentDetails\":{\"amount\":%d}}")
        .formatted(number, number, AMOUNT);
  }

  private void post(String body) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:%d/v1/%s/create_accounts".formatted(port, TENANT));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      if (!answer.contains("\"success\":true") || answer.contains("\"success\":false")) {
        throw new IOException("accounts could not be created: " + answer);
      }
    }
  }
}
