package io.cascadeledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.given.AccountBook;
import io.cascadeledger.given.Trial;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.refusal.ItemRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random commands on an account, held against a model that sums up a list. Every run has its seed;
 * {@code -Dledger.workload.seed=n} repeats one run, or tries another.
 */
final class AccountWorkloadTest {
  private static final Long ONLY_SEED = Long.getLong("ledger.workload.seed");
  private static final int RUNS = 150;
  private static final int STEPS = 80;

  private long accepted;
  private long refused;

  @Test
  void the_account_agrees_with_the_model_and_the_books_after_every_command() {
    if (ONLY_SEED != null) {
      new Run(ONLY_SEED).toTheEnd();
      return;
    }
    LongStream.rangeClosed(1, RUNS).forEach(seed -> new Run(seed).toTheEnd());
    assertThat(accepted).isGreaterThan(RUNS * STEPS / 3);
    assertThat(refused).isGreaterThan(RUNS * STEPS / 10);
  }

  private final class Run {
    private final long seed;
    private final RandomItems items;
    private final Random random;
    private final AccountBook book = AccountBook.opened();
    private final Trial trial = new Trial();
    private ModelAccount model = new ModelAccount();

    Run(long seed) {
      this.seed = seed;
      random = new Random(seed);
      items = new RandomItems(random);
    }

    void toTheEnd() {
      for (int step = 1; step <= STEPS; step++) {
        List<AccountItem> next = items.next(model);
        try {
          step(next);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              "-Dledger.workload.seed=%d, step %d: %s".formatted(seed, step, next), e);
        }
      }
      requireFold();
    }

    private void step(List<AccountItem> next) {
      List<AccountEvent> events = new ArrayList<>();
      Optional<ItemRefused> answer;
      try {
        events.addAll(book.accept(next.toArray(AccountItem[]::new)));
        answer = Optional.empty();
        accepted++;
      } catch (ItemRefused e) {
        answer = Optional.of(e);
        refused++;
      }
      ModelAccount expected = model.copy();
      int fault = expect(expected, next, events);
      assertThat(answer.map(ItemRefused::index).orElse(-1)).as("refused item").isEqualTo(fault);
      if (answer.isEmpty()) {
        model = expected;
      }
      events.forEach(trial::add);
      requireAgreement();
    }

    /** Does the items to the model, and says which of them cannot be; -1 if all can. */
    private int expect(ModelAccount expected, List<AccountItem> next, List<AccountEvent> events) {
      for (int i = 0; i < next.size(); i++) {
        boolean possible =
            switch (next.get(i)) {
              case AccountItem.AddEntry it -> expected.add(it.entry());
              case AccountItem.MatchPayment it -> expectMatch(expected, it, events);
              case AccountItem.OnClaim it -> expectOnClaim(expected, it);
              case AccountItem.SetAmounts it -> expectAmounts(expected, it, events);
              default -> throw new IllegalStateException("never drawn");
            };
        if (!possible) {
          return i;
        }
      }
      return -1;
    }

    /**
     * What a match makes is taken as it is, if it is whole and leaves nothing that it could pay.
     */
    private boolean expectMatch(
        ModelAccount expected, AccountItem.MatchPayment item, List<AccountEvent> events) {
      long amount = item.amount().minorUnits();
      List<LedgerEntry> made =
          events.stream()
              .filter(LedgerEntryPosted.class::isInstance)
              .map(LedgerEntryPosted.class::cast)
              .filter(it -> item.matchId().equals(it.matchId()))
              .map(LedgerEntryPosted::ledgerEntry)
              .toList();
      if (events.stream().noneMatch(PaymentMatched.class::isInstance)) {
        return true; // another item was refused
      }
      assertThat(made.stream().mapToLong(LedgerEntry::amountMinor).sum()).isEqualTo(amount);
      long before = expected.matchableMinor();
      for (LedgerEntry entry : made) {
        assertThat(entry.target() == null || entry.amountMinor() <= expected.open(entry.target()))
            .isTrue();
        assertThat(expected.add(entry)).isTrue();
      }
      if (item.rule().product() == null) {
        assertThat(expected.matchableMinor()).isEqualTo(Math.max(0, before - amount));
      }
      return true;
    }

    private static boolean expectOnClaim(ModelAccount expected, AccountItem.OnClaim item) {
      return switch (item.item()) {
        case ClaimItem.Resolve it -> expected.resolve(item.claimReference(), it.reason().name());
        case ClaimItem.Credit it ->
            adjust(
                expected,
                item.claimReference(),
                "credit-" + it.entryId(),
                -it.amount().minorUnits());
        case ClaimItem.Debit it ->
            adjust(
                expected, item.claimReference(), "debit-" + it.entryId(), it.amount().minorUnits());
        default -> throw new IllegalStateException("never drawn");
      };
    }

    private static boolean adjust(ModelAccount expected, String claim, String name, long minor) {
      return expected.isActive(claim)
          && expected.add(
              new LedgerEntry.Adjustment(name, minor, null, null, claim, null, null, Meta.NONE));
    }

    /** The entries that lead to the target amounts are taken as they are, if they lead there. */
    private static boolean expectAmounts(
        ModelAccount expected, AccountItem.SetAmounts item, List<AccountEvent> events) {
      ModelAccount walked = expected.copy();
      for (AccountItem.TargetAmount target : item.targets()) {
        long more = target.amountMinor() - walked.open(target.reference());
        if (!RandomItems.leads(walked, target, more)) {
          return false;
        }
      }
      if (!events.isEmpty()) {
        events.stream()
            .filter(LedgerEntryPosted.class::isInstance)
            .map(event -> ((LedgerEntryPosted) event).ledgerEntry())
            .filter(entry -> entry.reference().contains(item.changeId().toString()))
            .forEach(entry -> assertThat(expected.add(entry)).isTrue());
        item.targets().reversed().stream()
            .limit(1)
            .forEach(
                last -> assertThat(expected.open(last.reference())).isEqualTo(last.amountMinor()));
      }
      return true;
    }

    private void requireAgreement() {
      assertThat(book.claims()).as("claims").isEqualTo(model.claims());
      assertThat(book.state().openMinor()).as("open").isEqualTo(model.openMinor());
      assertThat(book.state().unappliedMinor()).as("credit").isEqualTo(model.creditMinor());
      assertThat(
              trial.of(ChartOfAccounts.CLAIMS_RECEIVABLE)
                  + trial.of(ChartOfAccounts.CLAIM_FEES_RECEIVABLE))
          .as("receivable in the books")
          .isEqualTo(model.openMinor());
      assertThat(-trial.of(ChartOfAccounts.UNAPPLIED_CREDIT))
          .as("credit in the books")
          .isEqualTo(model.creditMinor());
      assertThat(trial.of(ChartOfAccounts.COLLECTIONS_CLEARING))
          .as("money in the books")
          .isEqualTo(model.cashMinor());
      assertThat(trial.sum()).as("debits less credits").isZero();
    }

    private void requireFold() {
      AccountState replayed = new AccountState();
      book.events().forEach(replayed::evolve);
      assertThat(replayed)
          .usingRecursiveComparison()
          .ignoringFields("undo", "ledger.open")
          .isEqualTo(book.state());
      assertThat(replayed.open()).usingRecursiveComparison().isEqualTo(book.state().open());
    }
  }
}
