package io.cascadeledger.projections.debtor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.decision.AccountDecision;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.claim.command.AmountCheck;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.decision.ClaimDecision;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.projections.Projections;
import io.cascadeledger.projections.control.RollUp;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.time.PostingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random things happen to an account and to claims, and are read as the domain has them. */
class DebtorProjectionTest {

  private static final int COMMANDS = 300;
  private static final int CLAIMS = 3;
  private static final String TENANT = "acme";
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final PostingTime NOW =
      new PostingTime(Instant.parse("2026-04-01T10:00:00Z"), DAY);
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final AccountId ACCOUNT = new AccountId(TENANT, "A 1");

  private final AccountState account = new AccountState();
  private final Map<String, ClaimState> claims = new TreeMap<>();
  private final List<String> invoices = new ArrayList<>();
  private Random random;
  private Projections projections;

  @AfterEach
  void close() {
    projections.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "3, 500"})
  void what_is_read_is_what_the_domain_has_in_chunks_of_any_size(long seed, int chunk) {
    random = new Random(seed);
    projections = Projections.start(chunk);
    open();
    for (int i = 0; i < COMMANDS; i++) {
      try {
        if (random.nextInt(3) == 0) {
          change("C" + random.nextInt(CLAIMS), claimItem());
        } else {
          change(accountItem(i));
        }
      } catch (ItemRefused _) {
        // Nothing has happened.
      }
    }
    projections.catchUp();

    assertManagedClaims();
    assertOtherClaims();
    assertThat(projections.control().rollUp(TENANT, DAY).block())
        .isNotEmpty()
        .allMatch(it -> it.ledgerMinor().equals(it.loansMinor()))
        .extracting(RollUp::account)
        .extracting(AccountCode::value)
        .contains("1500", "1510", "2200");
    Map<String, List<String>> read = projections.dump();
    projections.replay();
    assertThat(projections.dump()).isEqualTo(read);
  }

  private void open() {
    AccountDetails details = new AccountDetails(EUR, null, "portfolio", Meta.NONE);
    Debtor debtor = new Debtor("D1", new PersonalData(new UUID(1, 1), "sealed", "digest"));
    happen(
        AccountDecision.decide(
            account,
            new OpenAccount(ACCOUNT, details, List.of(new AccountItem.AddDebtor(debtor)), NOW)));
  }

  private void change(AccountItem item) {
    happen(AccountDecision.decide(account, new ChangeAccount(ACCOUNT, List.of(item), NOW)));
  }

  private void happen(List<AccountEvent> events) {
    events.forEach(account::evolve);
    projections.events().append(events);
  }

  private void change(String claim, ClaimItem item) {
    ClaimState before = claims.getOrDefault(claim, ClaimState.NONE);
    List<ClaimEvent> events =
        ClaimDecision.decide(
            before, new ChangeClaim(new ClaimId(TENANT, claim), List.of(item), NOW));
    ClaimState after = before;
    for (ClaimEvent event : events) {
      after = after.after(event);
    }
    claims.put(claim, after);
    projections.events().append(events);
  }

  private AccountItem accountItem(int number) {
    String target = invoices.isEmpty() ? null : invoices.get(random.nextInt(invoices.size()));
    long amount = 1L + random.nextInt(500);
    String reference = "E" + number;
    return switch (random.nextInt(8)) {
      case 0, 1 -> {
        invoices.add(reference);
        yield entry(
            new LedgerEntry.Invoice(
                reference, amount, DAY.plusDays(random.nextInt(60)), null, "D1", "P", null, NONE));
      }
      case 2 -> entry(new LedgerEntry.Fee(reference, amount, "FEE", target, null, null, NONE));
      case 3 ->
          entry(new LedgerEntry.Payment(reference, amount, null, "b", target, null, null, NONE));
      case 4 ->
          entry(
              new LedgerEntry.Chargeback(
                  reference, amount, String.valueOf(target), null, null, NONE));
      case 5 ->
          entry(
              new LedgerEntry.Adjustment(
                  reference, amount - 250, "why", null, target, null, null, NONE));
      case 6 ->
          entry(
              new LedgerEntry.Discount(
                  reference, amount, String.valueOf(target), null, null, NONE));
      default ->
          new AccountItem.MatchPayment(
              new UUID(2, number),
              new Money(amount, EUR),
              MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES),
              "bank",
              "T" + number,
              null,
              NONE,
              DAY);
    };
  }

  private static final Meta NONE = Meta.NONE;

  private AccountItem entry(LedgerEntry entry) {
    return new AccountItem.AddEntry(entry, new UUID(3, random.nextLong()), DAY);
  }

  private ClaimItem claimItem() {
    UUID id = new UUID(4, random.nextLong());
    long amount = 1L + random.nextInt(500);
    return switch (random.nextInt(7)) {
      case 0 -> new ClaimItem.Create(details(amount), id);
      case 1 -> new ClaimItem.Recreate(details(amount), id);
      case 2 ->
          new ClaimItem.Update(
              ClaimPatch.ofAmount(random.nextBoolean() ? 0 : amount),
              "CLAIM_PAID",
              AmountCheck.RECOMPUTE,
              id);
      case 3 -> new ClaimItem.Credit(new Money(amount, EUR), Originator.DCA, null, DAY, id);
      case 4 -> new ClaimItem.Debit(new Money(amount, EUR), Originator.CLIENT, null, DAY, id);
      case 5 -> new ClaimItem.Delete("why", id);
      default -> new ClaimItem.Promise(new Money(amount, EUR), DAY.plusDays(random.nextInt(30)));
    };
  }

  private static ClaimDetails details(long amount) {
    Debtor debtor = new Debtor("D1", new PersonalData(new UUID(1, 1), "sealed", "digest"));
    return new ClaimDetails(
        amount, EUR, 7, List.of(), DAY, DAY, null, null, null, null, "A 1", List.of(), debtor,
        NONE);
  }

  private void assertManagedClaims() {
    Map<String, ClaimView> read = new TreeMap<>();
    for (String invoice : invoices) {
      if (account.hasClaim(invoice)) {
        read.put(invoice, claim("A 1", invoice));
      }
    }
    assertThat(read).hasSizeGreaterThan(10);
    read.forEach(
        (reference, view) -> {
          ClaimFigures figures = account.figures(reference);
          assertThat(view.amountMinor()).isEqualTo(figures.amountMinor());
          assertThat(view.totalFeesMinor()).isEqualTo(figures.totalFeesMinor());
          assertThat(view.status()).isEqualTo(figures.status());
        });
  }

  private void assertOtherClaims() {
    assertThat(claims).hasSize(CLAIMS);
    claims.forEach(
        (reference, state) -> {
          ClaimView view = claim("", reference);
          if (!state.exists() || state.deleted()) {
            assertThat(view).isNull();
          } else {
            assertThat(view.amountMinor()).isEqualTo(state.details().amountMinor());
            assertThat(view.status()).isEqualTo(state.status());
          }
        });
  }

  private ClaimView claim(String manager, String reference) {
    return new ClaimQueries(projections.client())
        .claim(TENANT, new ClaimQueries.Place(manager, reference))
        .block();
  }
}
