package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.account.DebtorAccount;
import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.Claim;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.eventstore.json.JsonTexts;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import io.cascadeledger.party.ScoreType;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.sealing.MasterKey;
import io.cascadeledger.testing.TestDatabase;
import io.cascadeledger.time.PostingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Debtor accounts and claims in the event store. */
@Timeout(60)
class AccountStoreTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final PostingTime NOW =
      new PostingTime(Instant.parse("2026-03-31T09:15:30.000001Z"), DAY);
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final AccountId ACCOUNT = new AccountId("acme", "Konto 7/Zürich");
  private static final ClaimId CLAIM = new ClaimId("acme", "CLAIM_REF_002_1");

  private static final MasterKey MASTER_KEY = MasterKey.random();

  private final TestDatabase server = TestDatabase.create();
  private final TestLedger ledger = new TestLedger(server.dataSource());
  private final EventSerializer serializer = new EventSerializer();

  @AfterEach
  void close() {
    ledger.close();
    server.drop();
  }

  @Test
  void an_account_is_its_stream_whatever_the_lender_calls_it() {
    ledger.post(open(invoice("I1", 100)));
    ledger.cache.removeAll();

    assertThat(ledger.post(change(match("T1", 40))).events()).hasSize(3);
    assertThat(Rows.number(server.dataSource(), "SELECT count(DISTINCT stream_id) FROM events"))
        .isEqualTo(1);
    assertThatThrownBy(() -> ledger.post(change(match("T1", 41))))
        .hasRootCauseInstanceOf(ItemRefused.class);
  }

  @Test
  void a_long_account_is_loaded_from_its_snapshot() {
    ledger.post(open(invoice("I1", 1_000), score(), debtor("D1")));
    for (int i = 0; i < 3 * TestLedger.EVENTS_PER_SNAPSHOT; i++) {
      ledger.post(change(invoice("more " + i, 10), match("T" + i, 15)));
    }
    ledger.post(
        change(
            new AccountItem.OnClaim("I1", new ClaimItem.Promise(new Money(5, EUR), DAY)),
            new AccountItem.OnClaim(
                "more 1", new ClaimItem.ChangeJourney(JourneyState.PAUSED, null, null))));
    assertThat(Rows.number(server.dataSource(), "SELECT count(*) FROM snapshots")).isEqualTo(1);

    DebtorAccount replayed =
        replay(DebtorAccount.class, ACCOUNT, (it, event) -> it.on((AccountEvent) event));

    assertThat(throughSnapshot(replayed))
        .usingRecursiveComparison()
        .ignoringFields("state.undo", "state.ledger.open")
        .isEqualTo(replayed);
    ledger.cache.removeAll();
    assertThat(ledger.post(change(match("last", 7))).events()).isNotEmpty();
    assertThatThrownBy(() -> ledger.post(change(invoice("I1", 1_001))))
        .hasRootCauseInstanceOf(ItemRefused.class);
  }

  @Test
  void a_claim_is_read_back_from_events_and_snapshot() {
    ledger.post(new ChangeClaim(CLAIM, List.of(new ClaimItem.Create(details(), id())), NOW));
    ledger.post(
        new ChangeClaim(
            CLAIM,
            List.of(
                new ClaimItem.Promise(new Money(5, EUR), DAY),
                new ClaimItem.ChangeJourney(JourneyState.STOPPED, "r", "d")),
            NOW));

    Claim replayed = replay(Claim.class, CLAIM, (it, event) -> it.on((ClaimEvent) event));

    assertThat(throughSnapshot(replayed)).usingRecursiveComparison().isEqualTo(replayed);
    assertThat(replayed.state().promises()).containsEntry(DAY, 5L);
  }

  @Test
  void a_payment_that_two_servers_get_is_posted_once() {
    ledger.post(open(invoice("I1", 100)));
    try (TestLedger otherNode = new TestLedger(server.dataSource())) {
      otherNode.post(change(match("T1", 40)));
    }

    assertThatThrownBy(() -> ledger.post(change(match("T1", 40))))
        .hasRootCauseInstanceOf(ConcurrencyException.class);
    long before = Rows.all(server.dataSource()).size();
    ledger.send(new GenericCommandMessage<>(change(match("T1", 40))));
    ledger.send(new GenericCommandMessage<>(change(match("T1", 40))));

    assertThat(Rows.all(server.dataSource())).hasSize((int) before);
  }

  @Test
  void of_a_person_nothing_can_be_read_in_the_database_and_nothing_at_all_after_the_erasure() {
    DataSubjects subjects =
        new DataSubjects(server.dataSource(), () -> MASTER_KEY, Clock.systemUTC());
    String ann = DataSubjects.debtor("D1");
    Debtor debtor = new Debtor("D1", subjects.obtain("acme", ann).seal("Ann Öztürk, 1971-05-07"));
    ledger.post(open(new AccountItem.AddDebtor(debtor)));

    Debtor stored =
        replay(DebtorAccount.class, ACCOUNT, (it, event) -> it.on((AccountEvent) event))
            .state()
            .debtor("D1")
            .orElseThrow();
    assertThat(subjects.find("acme", ann).orElseThrow().open(stored.personal()))
        .isEqualTo("Ann Öztürk, 1971-05-07");
    assertThat(everything()).contains("D1").doesNotContain("Ann", "Öztürk", "1971");

    subjects.erase("acme", ann);

    assertThat(subjects.findAll("acme", List.of(stored.personal().subject()))).isEmpty();
    assertThat(Rows.number(server.dataSource(), "SELECT count(wrapped_key) FROM data_subject_key"))
        .isZero();
    assertThat(ledger.post(change(invoice("I1", 5))).events()).hasSize(2);
  }

  /** All tables as text, as a dump would show them. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("events", "readable_events", "snapshots", "data_subject_key")) {
      all.append(
          Rows.text(
              server.dataSource(),
              "SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t"));
    }
    return all.toString();
  }

  private <T> T replay(Class<T> type, Object id, BiConsumer<T, Object> apply) {
    List<? extends DomainEventMessage<?>> events =
        ledger.storage.readEvents(id.toString()).asStream().toList();
    T aggregate =
        new GenericAggregateFactory<>(type).createAggregateRoot(id.toString(), events.getFirst());
    events.forEach(event -> apply.accept(aggregate, event.getPayload()));
    return aggregate;
  }

  private <T> T throughSnapshot(T aggregate) {
    return serializer.deserialize(serializer.serialize(aggregate, byte[].class));
  }

  private static OpenAccount open(AccountItem... items) {
    return new OpenAccount(
        ACCOUNT, new AccountDetails(EUR, null, null, Meta.NONE), Arrays.asList(items), NOW);
  }

  private static ChangeAccount change(AccountItem... items) {
    return new ChangeAccount(ACCOUNT, List.of(items), NOW);
  }

  private static AccountItem invoice(String reference, long minor) {
    return new AccountItem.AddEntry(
        new LedgerEntry.Invoice(reference, minor, DAY, null, null, "P", NOW.postedAt(), Meta.NONE),
        id(),
        DAY);
  }

  private static AccountItem match(String trackingId, long minor) {
    return new AccountItem.MatchPayment(
        id(),
        new Money(minor, EUR),
        MatchRule.of(MatchStrategy.ORDERED_LEDGER_ENTRIES),
        "trustly",
        trackingId,
        null,
        Meta.NONE,
        DAY);
  }

  private static AccountItem score() {
    return new AccountItem.SetScore(
        new Score(ScoreType.COLLECTION, JsonTexts.parse("{\"a\":1.10}"), Meta.NONE));
  }

  private AccountItem debtor(String reference) {
    DataSubjects subjects =
        new DataSubjects(server.dataSource(), () -> MASTER_KEY, Clock.systemUTC());
    return new AccountItem.AddDebtor(
        new Debtor(
            reference, subjects.obtain("acme", DataSubjects.debtor(reference)).seal("somebody")));
  }

  private static ClaimDetails details() {
    return new ClaimDetails(
        1_000, EUR, 40, List.of(), DAY, DAY, null, null, null, null, "ACCOUNT", List.of(), null,
        Meta.NONE);
  }

  private static UUID id() {
    return UUID.randomUUID();
  }
}
