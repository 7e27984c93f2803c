package io.cascadeledger.bench.micro;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.decision.AccountDecision;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to match a payment, on a small account and on a large one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MatchingBenchmark {

  private static final AccountId ACCOUNT = new AccountId("bench", "ACCOUNT");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final PostingTime TIME =
      new PostingTime(Instant.parse("2026-05-01T09:30:00.123456Z"), DAY);
  private static final ChangeAccount PAYMENT =
      new ChangeAccount(
          ACCOUNT,
          List.of(
              new AccountItem.MatchPayment(
                  UUID.fromString("6a8d4b52-5c1f-4a3e-9f50-1d2c3b4a5e6f"),
                  new Money(250, EUR),
                  MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES),
                  "trustly",
                  "TRACKING",
                  null,
                  Meta.NONE,
                  DAY)),
          TIME);

  private final AccountState small = account(10, 10);
  private final AccountState large = account(10_000, 1_000);

  /** Decides on a payment that pays two claims and a half, of 10 that are open among 10 entries. */
  @Benchmark
  public List<AccountEvent> matchOnTenEntries() {
    return AccountDecision.decide(small, PAYMENT);
  }

  /** The same, of 1,000 that are open among 10,000 entries. */
  @Benchmark
  public List<AccountEvent> matchOnTenThousandEntries() {
    return AccountDecision.decide(large, PAYMENT);
  }

  /** Invoices of 100, of which the first are paid, half of the entries being their payments. */
  private static AccountState account(int entries, int open) {
    AccountState account = new AccountState();
    AccountDetails details = new AccountDetails(EUR, null, null, Meta.NONE);
    AccountDecision.decide(account, new OpenAccount(ACCOUNT, details, List.of(), TIME))
        .forEach(account::evolve);
    List<AccountItem> items = new ArrayList<>();
    int paid = (entries - open) / 2;
    for (int i = 0; i < paid + open; i++) {
      String invoice = "INVOICE-" + i;
      LocalDate due = DAY.plusDays(i % 365);
      add(items, new LedgerEntry.Invoice(invoice, 100, due, null, null, null, null, Meta.NONE));
      if (i < paid) {
        add(
            items,
            new LedgerEntry.Payment(
                "PAYMENT-" + i, 100, null, null, invoice, null, null, Meta.NONE));
      }
    }
    AccountDecision.decide(account, new ChangeAccount(ACCOUNT, items, TIME))
        .forEach(account::evolve);
    return account;
  }

  private static void add(List<AccountItem> items, LedgerEntry entry) {
    items.add(new AccountItem.AddEntry(entry, UUID.randomUUID(), DAY));
  }
}
