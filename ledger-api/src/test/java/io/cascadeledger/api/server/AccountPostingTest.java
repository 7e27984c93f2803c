package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.stream.StreamCommand;
import io.cascadeledger.time.PostingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Debtor accounts and claims behind the queues that commands of all streams go through. */
@Timeout(120)
@ExtendWith(StopsLedger.class)
class AccountPostingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final PostingTime NOW =
      new PostingTime(Instant.parse("2026-05-01T09:30:00.000001Z"), DAY);
  private static final Currency EUR = Currency.getInstance("EUR");

  private final Tenant lender = RunningLedger.newTenant();
  private final AccountId account = new AccountId(lender.name(), "ACCOUNT 7");
  private final ClaimId claim = new ClaimId(lender.name(), "CLAIM 7");

  @Test
  void an_account_is_created_once_and_then_changed() {
    Posted created = post(open(invoice("I1", 100)));

    assertThat(created.events()).hasSize(3).first().isInstanceOf(AccountOpened.class);
    assertThat(post(open(invoice("I1", 100))).isNothing()).isTrue();
    assertThat(post(change(invoice("I2", 50))).outcome()).isEqualTo(Posted.Outcome.POSTED);
    assertRefused(ItemRefusalCode.ACCOUNT_EXISTS, open(invoice("I1", 101)));
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(5);
  }

  @Test
  void what_is_not_there_is_named_for_what_it_is() {
    assertRefused(ItemRefusalCode.ACCOUNT_NOT_FOUND, change(invoice("I1", 100)));
    assertRefused(
        ItemRefusalCode.CLAIM_NOT_FOUND,
        changeClaim(new ClaimItem.Resolve(ResolutionReason.CLAIM_SOLD)));
    assertThat(RunningLedger.eventsOf(lender)).isZero();
  }

  @Test
  void a_refused_item_leaves_the_account_as_it_was() {
    post(open(invoice("I1", 100)));

    assertThatThrownBy(() -> post(change(match("T1", 60), invoice("I1", 101))))
        .isInstanceOfSatisfying(
            ItemRefused.class, refused -> assertThat(refused.index()).isEqualTo(1));

    assertThat(post(change(match("T1", 60))).events())
        .filteredOn(LedgerEntryPosted.class::isInstance)
        .singleElement()
        .satisfies(
            event -> assertThat(((LedgerEntryPosted) event).effect().openMinor()).isEqualTo(-60));
  }

  @Test
  void a_provider_that_sends_each_payment_three_times_to_two_servers_has_it_posted_once() {
    post(open(invoice("I1", 100_000)));
    int payments = 60;
    try (LedgerServer other = RunningLedger.start(RunningLedger.DATABASE.url())) {
      List<CompletableFuture<Posted>> answers = new ArrayList<>();
      for (int i = 0; i < payments; i++) {
        for (LedgerServer server : List.of(RunningLedger.SERVER, other, RunningLedger.SERVER)) {
          answers.add(posting(server, change(match("T" + i, 10 + i))));
        }
      }
      assertThat(answers.stream().map(CompletableFuture::join))
          .filteredOn(posted -> !posted.isNothing())
          .hasSize(payments);
      for (int i = 0; i < payments; i++) {
        assertThat(posting(other, change(match("T" + i, 10 + i))).join().isNothing()).isTrue();
      }
    }
    assertThat(
            RunningLedger.JDBC.queryForObject(
                "SELECT count(*) FROM events WHERE tenant = ? AND event_name = 'payment_matched'",
                Long.class,
                lender.name()))
        .isEqualTo(payments);
  }

  @Test
  void accounts_that_many_create_at_once_are_created_once() {
    List<CompletableFuture<Posted>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(posting(RunningLedger.SERVER, open(invoice("I1", 100))));
    }

    assertThat(answers.stream().map(CompletableFuture::join))
        .filteredOn(posted -> !posted.isNothing())
        .hasSize(1);
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(3);
  }

  @Test
  void a_claim_lives_behind_the_same_queues_and_its_money_is_in_the_trial_balance()
      throws InterruptedException {
    post(changeClaim(new ClaimItem.Create(details(1_000), UUID.randomUUID())));
    post(open(invoice("I1", 100)));
    assertThat(
            post(changeClaim(new ClaimItem.Create(details(1_000), UUID.randomUUID()))).isNothing())
        .isTrue();

    assertThat(receivable(1_100)).isEqualTo(1_100);
  }

  /** What the projection of balances says, as soon as it says what is expected. */
  private long receivable(long expected) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < 100 && sum != expected; i++) {
      Thread.sleep(100);
      sum =
          RunningLedger.JDBC.queryForObject(
              """
              SELECT coalesce(sum(debit_minor - credit_minor), 0)::bigint
                FROM account_daily_total WHERE tenant = ? AND account_code = '1500'
              """,
              Long.class,
              lender.name());
    }
    return sum;
  }

  @Test
  void personal_data_needs_a_master_key_where_the_database_is_not_embedded() {
    try (LedgerServer server =
        RunningLedger.start(
            RunningLedger.DATABASE.url(), Map.of("ledger.sealing.master-key", ""))) {
      DataSubjects without = server.part(DataSubjects.class);
      assertThatThrownBy(() -> without.obtain(lender.name(), DataSubjects.debtor("D1")))
          .hasMessageContaining("LEDGER_MASTER_KEY");
    }
    DataSubjects subjects = RunningLedger.SERVER.part(DataSubjects.class);
    assertThat(subjects.obtain(lender.name(), DataSubjects.debtor("D1")).seal("Ann").sealed())
        .isNotEmpty();
  }

  private Posted post(StreamCommand command) {
    return RunningLedger.SERVER
        .part(Posting.class)
        .post(request(), command)
        .block(Duration.ofSeconds(30));
  }

  private CompletableFuture<Posted> posting(LedgerServer server, StreamCommand command) {
    return server.part(Posting.class).post(request(), command).toFuture();
  }

  private PostingRequest request() {
    return new PostingRequest("test", lender.name(), "client", null, "c-1", null);
  }

  private void assertRefused(ItemRefusalCode code, StreamCommand command) {
    assertThatThrownBy(() -> post(command))
        .isInstanceOfSatisfying(
            ItemRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private OpenAccount open(AccountItem... items) {
    return new OpenAccount(
        account, new AccountDetails(EUR, null, null, Meta.NONE), List.of(items), NOW);
  }

  private ChangeAccount change(AccountItem... items) {
    return new ChangeAccount(account, List.of(items), NOW);
  }

  private ChangeClaim changeClaim(ClaimItem... items) {
    return new ChangeClaim(claim, List.of(items), NOW);
  }

  private static AccountItem.AddEntry invoice(String reference, long minor) {
    return new AccountItem.AddEntry(
        new LedgerEntry.Invoice(reference, minor, DAY, null, null, null, null, Meta.NONE),
        UUID.randomUUID(),
        DAY);
  }

  private static AccountItem match(String trackingId, long minor) {
    return new AccountItem.MatchPayment(
        UUID.randomUUID(),
        new Money(minor, EUR),
        MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES),
        "trustly",
        trackingId,
        null,
        Meta.NONE,
        DAY);
  }

  private static ClaimDetails details(long minor) {
    return new ClaimDetails(
        minor,
        EUR,
        0,
        List.of(),
        DAY,
        DAY,
        null,
        null,
        null,
        null,
        "ACCOUNT 7",
        List.of(),
        null,
        Meta.NONE);
  }
}
