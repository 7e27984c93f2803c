package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams that are read many at once. */
class ReadAheadTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestLedger ledger = new TestLedger(database.dataSource());

  @AfterEach
  void close() {
    ledger.close();
    database.drop();
  }

  private ReadAhead read(LoanId... loans) {
    return ledger.storage.readAhead(List.of(loans).stream().map(LoanId::toString).toList());
  }

  @Test
  void each_stream_comes_as_it_would_by_itself() {
    LoanId first = Commands.newLoan();
    LoanId second = Commands.newLoan();
    ledger.post(Commands.open(first));
    ledger.post(Commands.fee(first, 5));
    ledger.post(Commands.open(second));
    LoanId unknown = Commands.newLoan();

    ReadAhead ahead = read(first, second, unknown);

    EventReader alone = new EventReader(database.dataSource());
    for (LoanId loan : List.of(first, second, unknown)) {
      String stream = loan.toString();
      assertThat(ahead.has(stream)).isTrue();
      assertThat(ahead.events(stream, 0))
          .usingRecursiveComparison()
          .isEqualTo(alone.ofStream(StreamId.parse(stream), 0, 100));
    }
    assertThat(ahead.events(first.toString(), 1)).hasSize(1);
    assertThat(ahead.has(Commands.newLoan().toString())).isFalse();
  }

  @Test
  void of_a_stream_with_a_snapshot_only_what_is_behind_it_is_read() {
    LoanId loan = Commands.newLoan();
    ledger.post(Commands.open(loan));
    for (int i = 0; i < 2; i++) {
      ledger.post(Commands.fee(loan, 5));
    }
    String stream = loan.toString();
    Snapshots snapshots = new EventReader(database.dataSource()).snapshots();
    byte[] state = {'{', '}'};
    snapshots.store(StreamId.parse(stream), 1, Commands.TIME.postedAt(), state);

    ReadAhead ahead = read(loan);

    assertThat(ahead.snapshot(stream))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(snapshots.read(StreamId.parse(stream)).orElseThrow());
    assertThat(ahead.events(stream, 2))
        .singleElement()
        .extracting(DomainEventData::getSequenceNumber)
        .isEqualTo(2L);
  }

  @Test
  void a_very_long_stream_is_left_out() {
    LoanId loan = Commands.newLoan();
    LoanId atTheLimit = Commands.newLoan();
    ledger.writer.append(Rows.of(loan, 0, ReadAhead.MOST_EVENTS + 1, null)).join();
    ledger.writer.append(Rows.of(atTheLimit, 0, ReadAhead.MOST_EVENTS, null)).join();

    ReadAhead ahead = read(loan, atTheLimit);

    assertThat(ahead.has(loan.toString())).isFalse();
    assertThat(ahead.events(atTheLimit.toString(), 0)).hasSize(ReadAhead.MOST_EVENTS);
  }
}
