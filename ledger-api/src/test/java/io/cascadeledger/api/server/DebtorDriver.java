package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A program that keeps one account and some claims, at one or the other of two servers, and knows
 * of each answer what it must be.
 */
final class DebtorDriver {

  private static final String OWN = "own";

  final String account;
  final Map<String, Long> ownClaims = new TreeMap<>();
  private final List<Platform> servers;
  private final Random random;
  private final List<String> sent = new ArrayList<>();
  private final Map<String, List<String>> partsOf = new TreeMap<>();
  private ModelDebtor model = new ModelDebtor();
  private int drawn;

  DebtorDriver(List<Platform> servers, String account, long seed) {
    this.servers = servers;
    this.account = account;
    this.random = new Random(seed);
  }

  ModelDebtor model() {
    return model;
  }

  void run(int steps) {
    server().done("create_accounts", json("{'%s': {'currency': 'EUR'}}".formatted(account)));
    for (int i = 0; i < steps; i++) {
      try {
        step();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("%s, step %d".formatted(account, i), e);
      }
    }
    sent.forEach(this::sendAgain);
  }

  private Platform server() {
    return servers.get(random.nextInt(servers.size()));
  }

  private void step() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> entries();
      case 4, 5, 6 -> match();
      case 7 -> claim();
      default -> ownClaim();
    }
  }

  private String next(String kind) {
    return kind + drawn++;
  }

  private String any(List<String> references) {
    return references.isEmpty() || random.nextInt(20) == 0
        ? "unknown"
        : references.get(random.nextInt(references.size()));
  }

  private long minor() {
    return random.nextInt(600);
  }

  /** Some entries in one request: all of them are booked, or none. */
  private void entries() {
    ModelDebtor expected = model.copy();
    List<String> bodies = new ArrayList<>();
    boolean good = true;
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      good &= add(expected, bodies);
    }
    Platform server = server();
    String body = json(bodies.stream().collect(Collectors.joining(",", "[", "]")));
    if (good) {
      server.done("add_account_ledger_entries", body);
      model = expected;
    } else {
      assertThat(server.failed("add_account_ledger_entries", body)).startsWith(account + ", ");
    }
  }

  private boolean add(ModelDebtor expected, List<String> bodies) {
    String invoice = any(expected.references(false));
    String owed = any(expected.references(random.nextInt(3) == 0));
    long minor = minor();
    String name = next("E");
    return switch (random.nextInt(7)) {
      case 0, 1 -> {
        String due = "2026-0%d-01".formatted(1 + random.nextInt(9));
        bodies.add(entry(name, "invoice", minor, ", 'dueDate': '" + due + "'", null));
        yield expected.invoice(name, minor, due);
      }
      case 2 -> {
        String target = random.nextInt(4) == 0 ? null : invoice;
        bodies.add(entry(name, "fee", minor, ", 'type': 'REMINDER'", target));
        yield expected.fee(name, minor, target);
      }
      case 3, 4 -> {
        bodies.add(entry(name, "payment", minor, "", owed));
        yield expected.payment(name, minor, owed);
      }
      case 5 -> {
        String payment = any(expected.payments());
        bodies.add(entry(name, "chargeback", minor, "", payment));
        yield expected.chargeback(minor, payment);
      }
      default -> {
        long some = random.nextBoolean() ? Math.min(minor, expected.openOf(owed)) : minor;
        bodies.add(entry(name, "discount", some, "", owed));
        yield expected.discount(some, owed);
      }
    };
  }

  private String entry(String name, String kind, long minor, String details, String target) {
    return "{'accountReference': '%s', 'ledgerEntryReference': '%s', '%sDetails': {'amount': %d%s}, 'context': {%s}}"
        .formatted(
            account,
            name,
            kind,
            minor,
            details,
            target == null ? "" : "'ledgerEntryReference': '" + target + "'");
  }

  /** A payment that the provider sends to both servers at once, and to one of them later. */
  private void match() {
    long minor = 1 + minor() * 2;
    String body =
        json(
            "[{'accountReference': '%s', 'currency': 'EUR', 'totalAmount': %d, 'matchStrategy': 'ORDERED_LEDGER_ENTRIES', 'providerName': 'bank', 'trackingId': '%s'}]"
                .formatted(account, minor, next("T")));
    List<CompletableFuture<List<String>>> answers =
        servers.stream()
            .map(server -> CompletableFuture.supplyAsync(() -> parts(server, body)))
            .toList();
    List<String> expected = model.match(minor);
    answers.forEach(answer -> assertThat(answer.join()).isEqualTo(expected));
    sent.add(body);
    partsOf.put(body, expected);
    if (random.nextInt(3) == 0) {
      sendAgain(any(sent));
    }
  }

  private void sendAgain(String body) {
    if (partsOf.containsKey(body)) {
      assertThat(parts(server(), body)).isEqualTo(partsOf.get(body));
    }
  }

  private static List<String> parts(Platform server, String body) {
    JsonNode data = server.done("match_account_payment", body).path("data");
    return data.valueStream()
        .map(
            entry ->
                entry.path("context").path("ledgerEntryReference").asString("rest")
                    + "="
                    + entry.path("paymentDetails").path("amount").asLong())
        .toList();
  }

  /** Something that is asked of a claim which the account's entries manage. */
  private void claim() {
    String claim = any(model.references(false));
    long minor = random.nextBoolean() ? model.openOf(claim) : minor();
    String named = account + "/" + claim;
    if (claim.equals("unknown") || minor == 0) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> expect(model.change(claim, -minor), "credit_claims", change(named, minor));
      case 1 -> expect(model.change(claim, minor), "debit_claims", change(named, minor));
      default ->
          expect(
              model.resolve(claim, "CLAIM_SOLD"),
              "resolve_claims",
              "[{'ref': '%s', 'reason': 'CLAIM_SOLD'}]".formatted(named));
    }
  }

  private static String change(String claim, long minor) {
    return "{'%s': {'amount': %d, 'currency': 'EUR', 'originator': 'DCA'}}".formatted(claim, minor);
  }

  private void expect(boolean possible, String operation, String body) {
    if (possible) {
      server().done(operation, json(body));
    } else {
      server().failed(operation, json(body));
    }
  }

  /** Something that is asked of a claim which nobody manages. */
  private void ownClaim() {
    String claim = any(List.copyOf(ownClaims.keySet()));
    long minor = 1 + minor();
    if (!ownClaims.containsKey(claim)) {
      String name = account + OWN + next("");
      expect(
          true,
          "create_claims",
          "{'%s': {'amount': %d, 'totalFees': 7, 'accountReference': '%s', 'currentDueDate': '2026-01-01', 'originalDueDate': '2026-01-01'}}"
              .formatted(name, minor, account));
      ownClaims.put(name, minor);
      return;
    }
    long owed = ownClaims.get(claim);
    switch (random.nextInt(4)) {
      case 0 -> {
        expect(owed > 0 && minor <= owed, "credit_claims", change(claim, minor));
        ownClaims.put(claim, minor <= owed ? owed - minor : owed);
      }
      case 1 -> {
        expect(owed > 0, "debit_claims", change(claim, minor));
        ownClaims.put(claim, owed > 0 ? owed + minor : owed);
      }
      case 2 -> {
        expect(true, "delete_claims", "[{'ref': '%s', 'reason': 'drawn'}]".formatted(claim));
        ownClaims.remove(claim);
      }
      default -> {
        if (owed > 0) {
          expect(true, "credit_claims", change(claim, owed));
          ownClaims.put(claim, 0L);
        }
      }
    }
  }
}
