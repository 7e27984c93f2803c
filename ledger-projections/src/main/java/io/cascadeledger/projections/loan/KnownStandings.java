package io.cascadeledger.projections.loan;

import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Reads how loans stood as it was known at a time: from their events, because no read model keeps
 * what a loan is no more. Of loans that had been closed or had left the books by then, those few
 * events are read that {@link StandingChange} looks at; of all others only when they were recorded.
 *
 * @param database the database of the events
 */
record KnownStandings(DatabaseClient database) {

  private static final EventSerializer SERIALIZER = new EventSerializer();

  private static final String STANDINGS =
      """
      SELECT wanted.loan_id, known.last_activity_at,
             change.event_name, change.event_revision, change.payload
        FROM unnest(:loans) AS wanted (loan_id)
       CROSS JOIN LATERAL
             (SELECT max(posted_at) AS last_activity_at,
                     bool_or(event_name IN ('loan_closed', 'loan_charged_off', 'loan_written_off',
                                            'loan_sold')) AS ended
                FROM events
               WHERE tenant = :tenant AND stream_type = :type AND stream_id = wanted.loan_id
                 AND posted_at <= :known_at) known
        LEFT JOIN LATERAL
             (SELECT sequence, event_name, event_revision, payload
                FROM events
               WHERE known.ended
                 AND tenant = :tenant AND stream_type = :type AND stream_id = wanted.loan_id
                 AND posted_at <= :known_at
                 AND event_name IN ('loan_closed', 'loan_charged_off', 'loan_written_off',
                                    'loan_sold', 'entry_reversed', 'entry_restated')
               ORDER BY sequence) change ON true
       ORDER BY wanted.loan_id, change.sequence
      """;

  /**
   * How a loan stood.
   *
   * @param standing what the events of that time had made of it
   * @param lastActivityAt when the last of them was recorded
   */
  record KnownStanding(LoanStanding standing, Instant lastActivityAt) {

    private KnownStanding after(LoanEvent event) {
      return event == null
          ? this
          : new KnownStanding(StandingChange.after(standing, event), lastActivityAt);
    }

    /** The loan as it was then. */
    LoanView of(LoanView now) {
      return now.standing(
          LoanStanding.status(standing.exit(), standing.exitMinor(), standing.closedOn()),
          standing.closedOn());
    }
  }

  /**
   * How loans of a tenant stood, by loan.
   *
   * @param loans those that are wanted, which had been opened by then
   * @param knownAt when it was known: what was recorded later does not count
   */
  Mono<Map<UUID, KnownStanding>> of(String tenant, List<UUID> loans, Instant knownAt) {
    return loans.isEmpty()
        ? Mono.just(Map.of())
        : database
            .sql(STANDINGS)
            .bind("tenant", tenant)
            .bind("type", LoanId.STREAM_TYPE)
            .bind("loans", loans.toArray(UUID[]::new))
            .bind("known_at", knownAt)
            .map(row -> new Change(new LoanId(tenant, row.get("loan_id", UUID.class)), row))
            .all()
            .collect(HashMap::new, KnownStandings::add);
  }

  private static void add(Map<UUID, KnownStanding> standings, Change change) {
    standings.compute(
        change.loan.value(),
        (_, before) -> (before == null ? change.unchanged() : before).after(change.event));
  }

  /** A loan with one of the events that may have changed how it stood; null if there is none. */
  private record Change(LoanId loan, Instant lastActivityAt, LoanEvent event) {

    private Change(LoanId loan, Readable row) {
      this(loan, row.get("last_activity_at", Instant.class), event(row));
    }

    private static LoanEvent event(Readable row) {
      String name = row.get("event_name", String.class);
      return name == null
          ? null
          : (LoanEvent)
              SERIALIZER.readEvent(
                  name,
                  row.get("event_revision", Short.class).toString(),
                  row.get("payload", byte[].class));
    }

    private KnownStanding unchanged() {
      return new KnownStanding(LoanStanding.onTheBooks(loan, null), lastActivityAt);
    }
  }
}
