package io.cascadeledger.api.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.eventstore.AggregateCache;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.eventstore.EventWriter;
import io.cascadeledger.eventstore.IdempotencyKeyUsedException;
import io.cascadeledger.eventstore.RequestKey;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.stream.StreamCommand;
import io.cascadeledger.testing.TestDatabase;
import io.cascadeledger.time.PostingTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class StreamsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE.dataSource());
  private static final EventWriter WRITER = new EventWriter(DATABASE.dataSource(), (_, _, _) -> {});
  private static final EventStorage STORAGE = new EventStorage(DATABASE.dataSource(), WRITER);
  private static final EmbeddedEventStore STORE =
      EmbeddedEventStore.builder().storageEngine(STORAGE).build();

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final PostingTime TIME =
      new PostingTime(Instant.parse("2026-04-02T09:30:15Z"), DAY.plusDays(2));
  private static final long PRINCIPAL = 1_000;

  private final AggregateCache cache = new AggregateCache(1_000_000);
  private final Streams streams = streams();

  private Streams streams() {
    return new Streams(
        List.of(
            new StreamType<>(
                LoanId.STREAM_TYPE,
                EventSourcingRepository.builder(Loan.class).eventStore(STORE).cache(cache).build(),
                command -> new Loan((OpenLoan) command))),
        cache,
        STORAGE);
  }

  @AfterAll
  static void drop() {
    WRITER.close();
    STORE.shutDown();
    DATABASE.drop();
  }

  @Test
  void what_is_refused_because_of_events_that_were_not_stored_is_decided_again() {
    LoanId loan = newLoan();
    String key = UUID.randomUUID().toString();
    store(posting(disburse(loan, PRINCIPAL / 2), key));
    StreamPosting repeated = posting(disburse(loan, PRINCIPAL / 2), key);
    StreamPosting other = posting(disburse(loan, PRINCIPAL / 2));

    streams.handle(List.of(repeated, other));
    // Somebody else takes the place that the repeated one seemed to have taken.
    store(posting(fee(loan)));

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
    StreamPosting all = posting(disburse(loan, PRINCIPAL));
    StreamPosting more = posting(disburse(loan, 1));

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
    cache.removeAll();
    StreamPosting bad = posting(fee(unreadable));
    StreamPosting good = posting(fee(sound));

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
    LoanId loan = new LoanId("acme", UUID.randomUUID());
    store(
        posting(
            new OpenLoan(
                loan,
                new UUID(0, 7),
                Currency.getInstance("USD"),
                null,
                new LoanTerms(PRINCIPAL, null, null, null, null, null),
                DAY,
                Metadata.NONE,
                TIME)));
    return loan;
  }

  private StreamPosting posting(StreamCommand command) {
    return posting(command, UUID.randomUUID().toString());
  }

  private StreamPosting posting(StreamCommand command, String key) {
    RequestKey requestKey = new RequestKey(key, key.getBytes(StandardCharsets.US_ASCII));
    return new StreamPosting(
        streams,
        new PostingRequest("test", "acme", "client-1", requestKey, "correlation", null),
        command);
  }

  private static PostDisbursement disburse(LoanId loan, long minor) {
    return new PostDisbursement(
        loan,
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        usd(minor),
        DAY,
        null,
        null,
        Metadata.NONE,
        TIME);
  }

  private static AssessFee fee(LoanId loan) {
    return new AssessFee(
        loan,
        UUID.randomUUID(),
        UUID.randomUUID(),
        usd(1),
        DAY,
        "late_payment",
        null,
        null,
        Metadata.NONE,
        TIME);
  }

  private static PostPayments payments(LoanId loan, int count) {
    return new PostPayments(
        loan,
        Stream.generate(
                () ->
                    new PostPayment(
                        loan,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        usd(1),
                        DAY,
                        "ach",
                        null,
                        PaymentKind.REGULAR,
                        null,
                        Metadata.NONE,
                        TIME))
            .limit(count)
            .toList(),
        TIME);
  }

  private static Money usd(long minor) {
    return Money.ofMinor(minor, "USD");
  }
}
