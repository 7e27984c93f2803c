package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Random requests at two servers at once, of which each payment comes three times, and batches of
 * 1,000 items with bad ones in the midst. In the end claims, accounts, books and the ledger's own
 * checks are held against a model. {@code -Dledger.workload.seed=n} tries another run.
 */
class DebtorWorkloadTest {

  private static final long SEED = Long.getLong("ledger.workload.seed", 20_261_121);
  private static final int DRIVERS = 6;
  private static final int STEPS = 30;
  private static final int ITEMS = 1_000;
  private static final int ITEMS_OF_ACCOUNT = 5;

  private final TestDatabase database = TestDatabase.create();
  private final Map<String, Object> patient =
      Map.of("ledger.read-wait", "20s", "ledger.debtor-requests-per-second", 100_000);
  private final LedgerServer first = RunningLedger.start(database.url(), patient);
  private final LedgerServer second = RunningLedger.start(database.url(), patient);
  private final Platform platform =
      new Platform(Tenant.of(first, "platform", Scopes.DESCRIPTIONS.keySet()));
  private final List<Platform> servers = List.of(platform, platform.at(second));

  @AfterEach
  void stop() {
    second.close();
    first.close();
    database.drop();
  }

  @Test
  void claims_accounts_and_books_are_what_the_model_says() {
    List<DebtorDriver> drivers = new ArrayList<>();
    for (int i = 0; i < DRIVERS; i++) {
      drivers.add(new DebtorDriver(servers, "A" + i, SEED + i));
    }
    Map<String, Integer> batches = new TreeMap<>();
    Together.run(
        DRIVERS + 2,
        i -> {
          if (i < DRIVERS) {
            drivers.get(i).run(STEPS);
          } else {
            Map<String, Integer> booked = batch(servers.get(i - DRIVERS), "B" + i);
            synchronized (batches) {
              batches.putAll(booked);
            }
          }
          return i;
        });

    AuditedLedger.awaitProjections(AuditedLedger.jdbc(database.dataSource()));
    drivers.forEach(this::compare);
    batches.forEach(
        (account, entries) ->
            assertThat(
                    platform
                        .read("get_account", "accountReference", account)
                        .path("ledgerEntries")
                        .size())
                .isEqualTo(entries));
    long inBatches = batches.values().stream().mapToLong(Integer::longValue).sum();
    assertThat(platform.balance("1500"))
        .isEqualTo(
            sum(drivers, it -> it.model().openMinor(false))
                + sum(drivers, DebtorWorkloadTest::ownMinor)
                + inBatches);
    assertThat(platform.balance("1510"))
        .isEqualTo(
            sum(drivers, it -> it.model().openMinor(true))
                + sum(drivers, it -> 7L * it.ownClaims.size()));
    assertThat(-platform.balance("2200")).isEqualTo(sum(drivers, it -> it.model().creditMinor()));
    assertThat(platform.balance("1030")).isEqualTo(sum(drivers, it -> it.model().cashMinor()));
    assertThat(inBatches).isPositive();
    assertThat(sum(drivers, it -> it.model().entries())).isGreaterThan(DRIVERS * 15L);
    requireSound();
  }

  private static long sum(List<DebtorDriver> drivers, ToLongFunction<DebtorDriver> part) {
    return drivers.stream().mapToLong(part).sum();
  }

  private static long ownMinor(DebtorDriver driver) {
    return driver.ownClaims.values().stream().mapToLong(Long::longValue).sum();
  }

  private void compare(DebtorDriver driver) {
    Map<String, String> expected = new TreeMap<>(driver.model().claims());
    driver.ownClaims.forEach(
        (claim, owed) ->
            expected.put(claim, "%d+7 %s".formatted(owed, owed == 0 ? "RESOLVED" : "ACTIVE")));
    Map<String, String> read = new TreeMap<>();
    for (JsonNode claim : platform.read("get_account_claims", "accountReference", driver.account)) {
      read.put(
          claim.path("claimReference").asString(),
          "%d+%d %s"
              .formatted(
                  claim.path("amount").asLong(),
                  claim.path("totalFees").asLong(),
                  claim.path("status").asString()));
    }
    assertThat(read).as(driver.account).isEqualTo(expected);
    assertThat(
            platform
                .read("get_account", "accountReference", driver.account)
                .path("ledgerEntries")
                .size())
        .isEqualTo(driver.model().entries());
  }

  private void requireSound() {
    JsonNode status = platform.tenant().get("/v1/reconciliation/status").expect(200).json();
    assertThat(status.at("/ledger_integrity/status").asString()).isEqualTo("ok");
    assertThat(status.at("/portfolio_rollup/status").asString())
        .as(status.toString())
        .isEqualTo("ok");
    JsonNode totals = platform.tenant().get("/v1/trial-balance").expect(200).json().path("totals");
    assertThat(totals.findValuesAsString("difference_minor")).containsOnly("0");
  }

  /**
   * A batch of invoices of one cent, five for each account; of some accounts the one in the midst
   * is bad.
   *
   * @return how many entries each account has afterwards
   */
  private static Map<String, Integer> batch(Platform server, String prefix) {
    int accounts = ITEMS / ITEMS_OF_ACCOUNT;
    server.done(
        "create_accounts",
        json(
            IntStream.range(0, accounts)
                .mapToObj(i -> "'%s-%d': {'currency': 'EUR'}".formatted(prefix, i))
                .collect(Collectors.joining(",", "{", "}"))),
        accounts);
    // The items of an account stand apart from each other, as they do in what platforms send.
    String body =
        json(
            IntStream.range(0, ITEMS)
                .mapToObj(i -> item(prefix, i % accounts, i / accounts))
                .collect(Collectors.joining(",", "[", "]")));

    JsonNode answer = server.post("add_account_ledger_entries", body).expect(200).json();

    assertThat(answer.size()).isEqualTo(accounts);
    Map<String, Integer> booked = new TreeMap<>();
    for (int i = 0; i < accounts; i++) {
      String account = prefix + "-" + i;
      JsonNode item = answer.path(account);
      assertThat(item.path("success").asBoolean()).as(item.toString()).isEqualTo(!isBad(i));
      assertThat(item.path("messageIds").size()).isEqualTo(isBad(i) ? 0 : 1);
      if (isBad(i)) {
        assertThat(item.at("/messages/0").asString()).startsWith(account + ", ledger entry I2: ");
      }
      booked.put(account, isBad(i) ? 0 : ITEMS_OF_ACCOUNT);
    }
    return booked;
  }

  private static boolean isBad(int account) {
    return account % 10 == 5;
  }

  private static String item(String prefix, int account, int number) {
    return "{'accountReference': '%s-%d', 'ledgerEntryReference': 'I%d', 'invoiceDetails': {'amount': %d, 'dueDate': '2026-01-01'}, 'context': {}}"
        .formatted(prefix, account, number, isBad(account) && number == 2 ? -1 : 1);
  }
}
