package io.cascadeledger.api.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.eventstore.Commands;
import io.cascadeledger.eventstore.IdempotencyKeyUsedException;
import io.cascadeledger.eventstore.TestLedger;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.stream.StreamCommand;
import io.cascadeledger.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class StreamsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE.dataSource());
  private static final TestLedger LEDGER = new TestLedger(DATABASE.dataSource());
  private static final long PRINCIPAL = 1_000;

  private final Streams streams =
      new Streams(
          List.of(
              new StreamType<>(
                  LoanId.STREAM_TYPE, LEDGER.loans, command -> new Loan((OpenLoan) command))),
          LEDGER.cache,
          LEDGER.storage);

  @AfterAll
  static void drop() {
    LEDGER.close();
    DATABASE.drop();
  }

  @Test
  void what_is_refused_because_of_events_that_were_not_stored_is_decided_again() {
    LoanId loan = newLoan();
    String key = UUID.randomUUID().toString();
    store(posting(Commands.disburse(loan, PRINCIPAL / 2), key));
    StreamPosting repeated = posting(Commands.disburse(loan, PRINCIPAL / 2), key);
    StreamPosting other = posting(Commands.disburse(loan, PRINCIPAL / 2));

    streams.handle(List.of(repeated, other));
    // Somebody else takes the place that the repeated one seemed to have taken.
    store(posting(Commands.fee(loan, 1)));

    assertThat(repeated.failure()).isInstanceOf(IdempotencyKeyUsedException.class);
    assertThat(other.failure())
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.code()).isEqualTo(RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL));
    assertThat(other.isRefusalFinal()).isFalse();
    store(other);
  }

  @Test
  void what_is_refused_because_of_what_is_stored_stays_refused() {
    LoanId loan = newLoan();
    StreamPosting all = posting(Commands.disburse(loan, PRINCIPAL));
    StreamPosting more = posting(Commands.disburse(loan, 1));

    streams.handle(List.of(all, more));

    assertThat(all.failure()).isNull();
    assertThat(more.failure()).isInstanceOf(Refused.class);
    assertThat(more.isRefusalFinal()).isTrue();
  }

  @Test
  void a_stream_that_cannot_be_read_does_not_fail_the_others_of_its_group() {
    LoanId sound = newLoan();
    LoanId unreadable = newLoan();
    JDBC.update(
        """
        INSERT INTO events (position, tenant, stream_type, stream_id, sequence, event_id,
                            event_name, event_revision, effective_date, posted_at, payload,
                            metadata, hash)
        SELECT (SELECT max(position) FROM events) + 1, tenant, stream_type, stream_id, 1,
               gen_random_uuid(), 'of_a_later_version', 1, effective_date, posted_at, payload,
               metadata, hash
          FROM events WHERE stream_id = ?
        """,
        unreadable.value());
    LEDGER.cache.removeAll();
    StreamPosting bad = posting(Commands.fee(unreadable, 1));
    StreamPosting good = posting(Commands.fee(sound, 1));

    streams.handle(List.of(bad, good));

    assertThat(bad.failure()).isInstanceOf(ConcurrencyException.class);
    assertThat(good.failure()).isInstanceOf(ConcurrencyException.class);
    store(good);
    bad.make();
    assertThat(bad.failure())
        .isNotInstanceOf(ConcurrencyException.class)
        .hasStackTraceContaining("of_a_later_version");
  }

  @Test
  void what_comes_behind_very_many_events_waits_for_another_turn() {
    LoanId loan = newLoan();
    List<StreamPosting> postings =
        Stream.generate(() -> posting(payments(loan, 1_000))).limit(6).toList();

    streams.handle(postings);

    assertThat(postings.subList(0, 5)).allMatch(posting -> posting.failure() == null);
    assertThat(postings.getLast().failure()).isInstanceOf(ConcurrencyException.class);
    store(postings.getLast());
    assertThat(streams.lastSequence(loan.toString())).isEqualTo(6_000);
  }

  private void store(StreamPosting posting) {
    posting.make();
    assertThat(posting.failure()).isNull();
  }

  private LoanId newLoan() {
    LoanId loan = Commands.newLoan();
    store(posting(Commands.open(loan, PRINCIPAL)));
    return loan;
  }

  private StreamPosting posting(StreamCommand command) {
    return posting(command, UUID.randomUUID().toString());
  }

  private StreamPosting posting(StreamCommand command, String key) {
    return new StreamPosting(
        streams,
        new PostingRequest("test", "acme", "client-1", Commands.key(key), "correlation", null),
        command);
  }

  private static PostPayments payments(LoanId loan, int count) {
    return new PostPayments(
        loan, Stream.generate(() -> Commands.pay(loan, 1)).limit(count).toList(), Commands.TIME);
  }
}
