package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The event store below Axon's command bus, repositories, cache and snapshots. */
@Timeout(30)
class AxonWiringTest {

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final TestLedger ledger = new TestLedger(database);

  @AfterEach
  void close() {
    ledger.close();
    server.drop();
  }

  @Test
  void a_command_gets_back_what_it_stored_and_where() {
    LoanId loan = Commands.newLoan();

    ledger.post(Commands.open(loan));
    Append.Stored stored = ledger.post(Commands.fee(loan, 500));

    assertThat(stored.lastPosition()).isEqualTo(2);
    assertThat(stored.events()).singleElement().isInstanceOf(FeeAssessed.class);
    assertThat(ledger.storage.readEvents(loan.toString()).asStream().map(e -> e.getPayload()))
        .hasSize(2)
        .last()
        .isEqualTo(stored.events().getFirst());
  }

  @Test
  void who_asked_is_stored_and_nothing_else_of_the_commands_metadata() {
    ledger.post(Commands.open(Commands.newLoan()));

    assertThat(new String(Rows.all(database).getFirst().row().metadata(), StandardCharsets.UTF_8))
        .isEqualTo("{\"actor\":\"client-1\",\"correlation_id\":\"c-1\"}");
  }

  @Test
  void concurrent_commands_get_dense_positions_and_gapless_sequences() {
    List<LoanId> loans = IntStream.range(0, 100).mapToObj(_ -> Commands.newLoan()).toList();
    loans.stream()
        .map(loan -> ledger.send(Commands.open(loan), null))
        .toList()
        .forEach(CompletableFuture::join);

    List<Long> positions =
        IntStream.range(0, 800)
            .mapToObj(i -> ledger.send(Commands.fee(loans.get(i % 100), 1), null))
            .toList()
            .stream()
            .map(stored -> stored.join().lastPosition())
            .toList();

    assertThat(positions)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(101, 900).boxed().toList());
    assertSound(900);
  }

  @Test
  void one_hot_loan_takes_concurrent_commands_one_after_another() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));

    Stream.generate(() -> ledger.send(Commands.fee(loan, 1), null))
        .limit(150)
        .toList()
        .forEach(CompletableFuture::join);

    assertSound(151);
    assertThat(feesOf(loan)).isEqualTo(150);
  }

  private void assertSound(int count) {
    List<Rows.Stored> rows = Rows.all(database);
    assertThat(rows)
        .extracting(Rows.Stored::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
    rows.stream()
        .collect(Collectors.groupingBy(stored -> stored.row().stream()))
        .values()
        .forEach(
            stream ->
                assertThat(stream)
                    .extracting(stored -> stored.row().sequence())
                    .containsExactlyElementsOf(
                        LongStream.range(0, stream.size()).boxed().toList()));
  }

  @Test
  void a_checked_exception_after_an_event_stores_nothing_and_leaves_no_changed_aggregate() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));
    ledger.bus.subscribe(
        String.class.getName(),
        _ -> {
          ledger.loans.load(loan.toString()).execute(it -> it.handle(Commands.fee(loan, 500)));
          throw new IOException("after the event");
        });

    assertThatThrownBy(() -> ledger.post("charge and fail"))
        .hasRootCauseInstanceOf(IOException.class);

    assertThat(Rows.all(database)).hasSize(1);
    ledger.post(Commands.fee(loan, 7));
    assertThat(feesOf(loan)).isEqualTo(7);
  }

  @Test
  void the_events_of_a_batch_over_several_loans_are_stored_together() {
    LoanId first = Commands.newLoan();
    LoanId second = Commands.newLoan();
    ledger.post(Commands.open(first));
    ledger.post(Commands.open(second));
    AccrualBatchId batch = new AccrualBatchId("acme", UUID.randomUUID());

    Append.Stored stored =
        ledger.send(Commands.accrue(batch, first, second), Commands.key("batch-0001")).join();

    assertThat(stored.events())
        .hasSize(3)
        .hasOnlyElementsOfTypes(AccrualBatchPosted.class, InterestAccrued.class);
    assertThat(stored.lastPosition()).isEqualTo(5);
    assertThat(Rows.all(database).stream().filter(it -> it.row().request() != null))
        .singleElement()
        .satisfies(it -> assertThat(it.position()).isEqualTo(3));
    assertThat(ledger.post(Commands.reverse(batch)).events()).hasSize(3);
    assertRefused(Commands.reverse(batch), RefusalCode.ENTRY_ALREADY_REVERSED);
  }

  @Test
  void a_batch_that_one_loan_refuses_stores_and_changes_nothing() {
    LoanId open = Commands.newLoan();
    LoanId closed = Commands.newLoan();
    ledger.post(Commands.open(open));
    ledger.post(Commands.open(closed));
    ledger.post(Commands.close(closed));
    AccrualBatchId batch = new AccrualBatchId("acme", UUID.randomUUID());

    assertRefused(Commands.accrue(batch, open, closed), RefusalCode.BATCH_REFUSED);

    assertThat(Rows.all(database)).hasSize(3);
    ledger.post(Commands.close(open)); // refused if the interest had stayed in the cache
  }

  @Test
  void a_batch_whose_loan_moved_on_elsewhere_stores_nothing_and_succeeds_when_repeated() {
    LoanId first = Commands.newLoan();
    LoanId second = Commands.newLoan();
    ledger.post(Commands.open(first));
    ledger.post(Commands.open(second));
    AccrualBatchId batch = new AccrualBatchId("acme", UUID.randomUUID());
    try (TestLedger otherNode = new TestLedger(database)) {
      otherNode.post(Commands.fee(second, 5));
    }

    assertThatThrownBy(() -> ledger.post(Commands.accrue(batch, first, second)))
        .hasRootCauseInstanceOf(ConcurrencyException.class);
    assertThat(Rows.all(database)).hasSize(3);

    assertThat(ledger.post(Commands.accrue(batch, first, second)).events()).hasSize(3);
  }

  @Test
  void opening_a_loan_twice_is_an_error_of_its_own() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));

    assertThatThrownBy(() -> ledger.post(Commands.open(loan)))
        .hasRootCauseInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void a_refused_command_burns_no_key_and_a_used_key_leads_to_its_first_event() {
    LoanId loan = Commands.newLoan();
    RequestKey key = Commands.key("request-1");
    RequestKey other = Commands.key("request-2");
    ledger.post(Commands.open(loan));

    assertThatThrownBy(() -> ledger.send(Commands.fee(loan, -1), key).join())
        .hasRootCauseInstanceOf(Refused.class);
    assertThat(ledger.requests.find("acme", "request-1")).isEmpty();

    Append.Stored stored = ledger.send(Commands.fee(loan, 500), key).join();
    ledger.send(Commands.fee(loan, 501), other).join();

    assertThat(ledger.requests.find("acme", "request-1"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.events()).isEqualTo(stored.events());
              assertThat(found.fingerprint()).isEqualTo(key.fingerprint());
            });
    assertThat(ledger.requests.find("other", "request-1")).isEmpty();
    assertThat(ledger.requests.head()).isEqualTo(3);
    assertThatThrownBy(() -> ledger.send(Commands.fee(loan, 500), key).join())
        .hasRootCauseInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(feesOf(loan)).isEqualTo(1_001);
  }

  private void assertRefused(Object command, RefusalCode code) {
    assertThatThrownBy(() -> ledger.post(command))
        .rootCause()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private long feesOf(LoanId loan) {
    return ledger
        .storage
        .readEvents(loan.toString())
        .asStream()
        .map(event -> event.getPayload())
        .filter(FeeAssessed.class::isInstance)
        .mapToLong(event -> ((FeeAssessed) event).amount().minorUnits())
        .sum();
  }
}
