package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.loan.LoanTapeQueries;
import io.cascadeledger.projections.loan.LoanTapeRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random loans with much that was back-dated: the tape of any day, as it was known at any time, is
 * what the events add up to.
 */
class KnownLoanTapeTest {

  private static final long SEED = 20_261_122;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 90;
  private static final String TENANT = "acme";
  private static final String MANY = "many";

  private static final Random RANDOM = new Random(SEED);
  private static final Projections PROJECTIONS = Projections.start(37);
  private static final List<LoanId> LOANS = new ArrayList<>();

  @BeforeAll
  static void work() {
    new RandomWork(RANDOM, FIRST_DAY, DAYS).ofTwoLenders(PROJECTIONS, LOANS);
    Lender many = new Lender(MANY, PROJECTIONS.events());
    for (int i = 0; i < 1_200; i++) {
      LOANS.add(many.open("USD", FIRST_DAY));
    }
    LOANS.stream().filter(it -> it.tenant().equals(MANY)).forEach(it -> many.fee(it, 7, FIRST_DAY));
    store();
    PROJECTIONS.catchUp();
  }

  @AfterAll
  static void close() {
    PROJECTIONS.close();
  }

  /** The projections read their events out of memory, the tape some of them out of the table. */
  private static void store() {
    EventSerializer serializer = new EventSerializer();
    Map<LoanId, Integer> sequences = new HashMap<>();
    List<Object[]> rows = new ArrayList<>();
    for (RecordedEvent recorded : PROJECTIONS.events().recorded()) {
      if (recorded.event() instanceof LoanEvent event) {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        rows.add(
            new Object[] {
              recorded.position(),
              event.tenant(),
              event.loan().value(),
              sequences.merge(event.loan(), 1, Integer::sum) - 1,
              UUID.randomUUID(),
              stored.getType().getName(),
              Integer.parseInt(stored.getType().getRevision()),
              event.effectiveDate(),
              OffsetDateTime.ofInstant(event.postedAt(), ZoneOffset.UTC),
              stored.getData()
            });
      }
    }
    PROJECTIONS
        .jdbc()
        .batchUpdate(
            """
            INSERT INTO events (position, tenant, stream_type, stream_id, sequence, event_id,
                event_name, event_revision, effective_date, posted_at, payload, metadata, hash)
            VALUES (?, ?, 'loan', ?, ?, ?, ?, ?, ?, ?, ?, '{}', '')
            """,
            rows);
  }

  private static List<LoanTapeRow> tape(LocalDate asOf, Instant knownAt) {
    return tape(TENANT, asOf, knownAt);
  }

  private static List<LoanTapeRow> tape(String tenant, LocalDate asOf, Instant knownAt) {
    return new LoanTapeQueries(PROJECTIONS.client())
        .loans(tenant, asOf, knownAt)
        .flatMapIterable(page -> page)
        .collectList()
        .block();
  }

  private static LocalDate anyDay() {
    return FIRST_DAY.plusDays(RANDOM.nextInt(DAYS + 10));
  }

  private static Stream<LoanEvent> events(Predicate<LoanEvent> which) {
    return PROJECTIONS.events().events().stream()
        .filter(LoanEvent.class::isInstance)
        .map(LoanEvent.class::cast)
        .filter(it -> it.tenant().equals(TENANT))
        .filter(which);
  }

  @Test
  void the_loan_tape_is_that_of_the_day_as_it_was_known() {
    List<Instant> posted = events(_ -> true).map(LoanEvent::postedAt).toList();
    for (int round = 0; round < 25; round++) {
      Instant some = posted.get(RANDOM.nextInt(posted.size()));
      for (Instant knownAt : List.of(some, some.minus(1, ChronoUnit.MICROS))) {
        assertTape(anyDay(), knownAt);
      }
    }
  }

  private static void assertTape(LocalDate asOf, Instant knownAt) {
    String what = "as of %s known at %s, seed %d".formatted(asOf, knownAt, SEED);
    List<LoanId> known =
        events(it -> it instanceof LoanOpened && !it.postedAt().isAfter(knownAt))
            .filter(it -> !it.effectiveDate().isAfter(asOf))
            .map(LoanEvent::loan)
            .toList();
    List<LoanTapeRow> tape = tape(asOf, knownAt);

    assertThat(tape).as(what).extracting(it -> it.loan().loan()).hasSameElementsAs(known);
    for (LoanTapeRow row : tape) {
      List<LoanEvent> ofLoan =
          events(it -> it.loan().equals(row.loan().loan()) && !it.postedAt().isAfter(knownAt))
              .toList();
      assertThat(row.balance())
          .as("%s %s", row.loan().loan(), what)
          .isEqualTo(
              ofLoan.stream()
                  .filter(it -> !it.effectiveDate().isAfter(asOf))
                  .filter(LoanMovement.class::isInstance)
                  .map(it -> LoanBalance.ZERO.plus(((LoanMovement) it).entry().lines()))
                  .reduce(LoanBalance.ZERO, LoanBalance::plus));
      assertThat(row.lastActivityAt())
          .as("%s %s", row.loan().loan(), what)
          .isEqualTo(
              ofLoan.stream().map(LoanEvent::postedAt).max(Instant::compareTo).orElseThrow());
    }
  }

  @Test
  void what_is_known_in_the_end_is_what_is_known_now() {
    for (int round = 0; round < 5; round++) {
      LocalDate asOf = anyDay();

      assertThat(tape(asOf, Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(tape(asOf, null));
    }
  }

  @Test
  void a_tape_of_many_loans_is_read_some_at_a_time() {
    List<LoanEvent> events =
        PROJECTIONS.events().events().stream()
            .filter(it -> it.tenant().equals(MANY))
            .map(LoanEvent.class::cast)
            .toList();
    for (int known : List.of(1, 499, 500, 501, 1_000, 1_001, 1_200, 1_700, 2_400)) {
      List<LoanTapeRow> tape = tape(MANY, FIRST_DAY, events.get(known - 1).postedAt());

      assertThat(tape)
          .extracting(it -> it.loan().loan())
          .doesNotHaveDuplicates()
          .hasSize(Math.min(known, 1_200));
      assertThat(tape.stream().mapToLong(it -> it.balance().feesMinor()).sum())
          .isEqualTo(7L * Math.max(0, known - 1_200));
    }
  }
}
