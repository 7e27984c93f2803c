package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.accrual.AccrualBatch;
import io.cascadeledger.accrual.AccrualBatchEvent;
import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.state.Figures;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an aggregate knew must survive its snapshot, to the last private field. */
@Timeout(30)
class SnapshotTest {

  private final EventSerializer serializer = new EventSerializer();
  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final TestLedger ledger = new TestLedger(database);

  @AfterEach
  void close() {
    ledger.close();
    server.drop();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_loan_decides_the_same_after_a_snapshot(long seed) {
    LoanId id = Commands.newLoan();
    live(id, new Random(seed));
    Loan replayed = replay(id);

    Loan restored = throughSnapshot(replayed);

    assertThat(restored)
        .usingRecursiveComparison()
        .withEqualsForType(Object::equals, Figures.class)
        .isEqualTo(replayed);
    for (Object command : questions(id)) {
      assertThat(answer(restored.state(), command)).isEqualTo(answer(replayed.state(), command));
    }
  }

  /** A life of 30 random commands; those that are refused leave no event. */
  private void live(LoanId id, Random random) {
    ledger.post(Commands.open(id));
    ledger.post(Commands.disburse(id, 100_000));
    for (int i = 0; i < 30; i++) {
      long amount = random.nextLong(1, 50_000);
      Object command =
          switch (random.nextInt(6)) {
            case 0 -> Commands.disburse(id, amount);
            case 1 -> Commands.fee(id, amount);
            case 2 -> Commands.pay(id, amount);
            case 3 -> Commands.pay(id, amount, Commands.DAY.plusDays(random.nextInt(3)));
            case 4 -> Commands.applySuspense(id, amount);
            default -> Commands.reverse(id, anEntry(id, random));
          };
      ledger.send(command, null).exceptionally(_ -> null).join();
    }
  }

  private UUID anEntry(LoanId id, Random random) {
    List<UUID> entries = entries(id).toList();
    return entries.get(random.nextInt(entries.size()));
  }

  private Stream<UUID> entries(LoanId id) {
    return payloads(id)
        .flatMap(
            event ->
                event instanceof LoanMovement it ? Stream.of(it.entry().id()) : Stream.empty());
  }

  private Stream<?> payloads(LoanId id) {
    return ledger.storage.readEvents(id.toString()).asStream().map(DomainEventMessage::getPayload);
  }

  private Loan replay(LoanId id) {
    List<? extends DomainEventMessage<?>> events =
        ledger.storage.readEvents(id.toString()).asStream().toList();
    Loan loan =
        new GenericAggregateFactory<>(Loan.class)
            .createAggregateRoot(id.toString(), events.getFirst());
    events.forEach(event -> loan.on((LoanEvent) event.getPayload()));
    return loan;
  }

  private <T> T throughSnapshot(T aggregate) {
    SerializedObject<byte[]> snapshot = serializer.serialize(aggregate, byte[].class);
    return serializer.deserialize(snapshot);
  }

  private List<Object> questions(LoanId id) {
    List<Object> questions = new ArrayList<>();
    questions.add(Commands.close(id));
    questions.add(Commands.pay(id, 7_777_777));
    questions.add(Commands.disburse(id, 1_000_000_000));
    questions.add(Commands.fee(id, 1));
    entries(id).forEach(entry -> questions.add(Commands.reverse(id, entry)));
    return questions;
  }

  private static Object answer(LoanState state, Object command) {
    try {
      return Decisions.decide(state, command);
    } catch (Refused refused) {
      return refused.code() + ": " + refused.getMessage();
    }
  }

  @Test
  void a_batch_knows_its_loans_and_its_reversal_after_a_snapshot() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));
    AccrualBatchId posted = new AccrualBatchId("acme", UUID.randomUUID());
    AccrualBatchId reversed = new AccrualBatchId("acme", UUID.randomUUID());
    ledger.post(Commands.accrue(posted, loan));
    ledger.post(Commands.accrue(reversed, loan));
    ledger.post(Commands.reverse(reversed));

    for (AccrualBatchId id : List.of(posted, reversed)) {
      AccrualBatch replayed = replay(id);
      assertThat(throughSnapshot(replayed)).usingRecursiveComparison().isEqualTo(replayed);
      ledger.storage.storeSnapshot(
          new GenericDomainEventMessage<>(
              AccrualBatchId.STREAM_TYPE, id.toString(), lastSequence(id), replayed));
    }
    ledger.cache.removeAll();

    assertRefused(Commands.reverse(reversed), RefusalCode.ENTRY_ALREADY_REVERSED);
    assertThat(ledger.post(Commands.reverse(posted)).events())
        .hasSize(2)
        .last()
        .isInstanceOf(EntryReversed.class);
  }

  private long lastSequence(AccrualBatchId id) {
    return ledger.storage.lastSequenceNumberFor(id.toString()).orElseThrow();
  }

  private AccrualBatch replay(AccrualBatchId id) {
    List<? extends DomainEventMessage<?>> events =
        ledger.storage.readEvents(id.toString()).asStream().toList();
    AccrualBatch batch =
        new GenericAggregateFactory<>(AccrualBatch.class)
            .createAggregateRoot(id.toString(), events.getFirst());
    events.forEach(event -> batch.on((AccrualBatchEvent) event.getPayload()));
    return batch;
  }

  @Test
  void a_long_loan_is_loaded_from_its_snapshot_and_one_of_another_revision_is_ignored() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));
    List<UUID> entries = new ArrayList<>();
    for (int i = 0; i < 3 * TestLedger.EVENTS_PER_SNAPSHOT; i++) {
      entries.add(UUID.randomUUID());
      ledger.post(Commands.fee(loan, 100, entries.getLast()));
    }
    assertThat(Rows.number(database, "SELECT max(sequence) FROM snapshots")).isEqualTo(9);

    ledger.cache.removeAll();
    ledger.post(Commands.reverse(loan, entries.getFirst()));
    assertRefused(Commands.reverse(loan, entries.getFirst()), RefusalCode.ENTRY_ALREADY_REVERSED);

    // As an earlier release has left it.
    Rows.execute(database, "UPDATE snapshots SET state = 'no state', revision = 1");
    ledger.cache.removeAll();
    assertThat(ledger.storage.readSnapshot(loan.toString())).isEmpty();
    ledger.post(Commands.pay(loan, 1_400));
    ledger.post(Commands.close(loan));
  }

  @Test
  void a_snapshot_is_what_the_aggregate_is_loaded_from() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));
    for (int i = 0; i < 2 * TestLedger.EVENTS_PER_SNAPSHOT; i++) {
      ledger.post(Commands.fee(loan, 100));
    }

    long sequence = ledger.storage.readSnapshot(loan.toString()).orElseThrow().getSequenceNumber();

    Rows.execute(
        database,
        "UPDATE snapshots SET state ="
            + " convert_to(replace(convert_from(state, 'UTF8'), '\"USD\"', '\"EUR\"'), 'UTF8')");
    ledger.cache.removeAll();
    assertThat(sequence).isPositive();
    assertRefused(Commands.fee(loan, 1), RefusalCode.CURRENCY_MISMATCH);
  }

  private void assertRefused(Object command, RefusalCode code) {
    assertThatThrownBy(() -> ledger.post(command))
        .rootCause()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
