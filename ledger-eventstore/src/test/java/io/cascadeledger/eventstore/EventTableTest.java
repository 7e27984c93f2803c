package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table itself promises to an auditor, without the program. */
@Timeout(30)
class EventTableTest {

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final TestLedger ledger = new TestLedger(database);
  private final LoanId loan = Commands.newLoan();

  @BeforeEach
  void post() {
    ledger.send(Commands.open(loan), Commands.key("request-1")).join();
    ledger.post(Commands.disburse(loan, 88_849));
  }

  @AfterEach
  void close() {
    ledger.close();
    server.drop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE events SET position = position + 10",
        "UPDATE events SET tenant = 'x' WHERE false",
        "DELETE FROM events",
        "TRUNCATE events"
      })
  void an_event_is_never_changed_or_taken_away(String sql) {
    assertThatThrownBy(() -> Rows.execute(database, sql))
        .hasRootCauseMessage(
            "ERROR: %s of events is not allowed: it only grows\n  Where: PL/pgSQL function"
                    .formatted(sql.substring(0, sql.indexOf(' ')))
                + " refuse_change() line 3 at RAISE");
    assertThat(Rows.all(database)).hasSize(2);
  }

  @Test
  void the_events_can_be_read_as_json() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT event_name, payload -> 'amount' ->> 'minor_units', metadata ->> 'actor',"
                    + " length(hash) FROM readable_events ORDER BY position DESC")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("disbursement_posted");
      assertThat(row.getString(2)).isEqualTo("88849");
      assertThat(row.getString(3)).isEqualTo("client-1");
      assertThat(row.getInt(4)).isEqualTo(64);
    }
  }

  @Test
  void a_text_with_a_nul_character_does_not_make_the_events_unreadable() {
    byte[] payload = "{\"reason\":\"\\u0000\"}".getBytes(StandardCharsets.UTF_8);
    append(Rows.row(Commands.newLoan(), 0, null, Commands.TIME.postedAt(), payload));

    assertThat(Rows.number(database, "SELECT sum(length(payload::text)) FROM readable_events"))
        .isPositive();
  }

  private void append(EventRow row) {
    ledger.writer.append(List.of(row)).join();
  }

  @Test
  void a_stored_row_gives_its_own_hash_again() {
    assertThat(Rows.all(database))
        .hasSize(2)
        .allSatisfy(stored -> assertThat(Rows.hashOf(stored.row())).isEqualTo(stored.row().hash()))
        .allSatisfy(
            stored ->
                assertThat(stored.row().postedAt())
                    .isEqualTo(Instant.parse("2026-04-02T09:30:15.123456Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999999Z", "2249-12-31T23:59:59.999999Z"})
  void a_moment_far_from_today_keeps_its_microseconds(String moment) {
    byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
    append(Rows.row(Commands.newLoan(), 0, null, Instant.parse(moment), payload));

    Rows.Stored stored = Rows.all(database).getLast();
    assertThat(stored.row().postedAt()).isEqualTo(moment);
    assertThat(Rows.hashOf(stored.row())).isEqualTo(stored.row().hash());
  }

  @Test
  void any_changed_column_gives_another_hash() {
    EventRow row = Rows.all(database).getFirst().row();
    StreamId stream = row.stream();
    RequestKey key = row.request();
    byte[] other = {1};

    Set<String> hashes =
        Stream.of(
                row,
                with(row, new StreamId("other", stream.type(), stream.id())),
                with(row, new StreamId(stream.tenant(), "other", stream.id())),
                with(row, new StreamId(stream.tenant(), stream.type(), new UUID(1, 2))),
                with(row, 1, row.eventId(), row.name(), row.revision()),
                with(row, 0, new UUID(1, 2), row.name(), row.revision()),
                with(row, 0, row.eventId(), "other", row.revision()),
                with(row, 0, row.eventId(), row.name(), row.revision() + 1),
                with(row, row.effectiveDate().plusDays(1), row.postedAt()),
                with(row, row.effectiveDate(), row.postedAt().plusNanos(1_000)),
                with(row, other, row.metadata(), key),
                with(row, row.payload(), other, key),
                with(row, row.payload(), row.metadata(), null),
                with(row, row.payload(), row.metadata(), new RequestKey("other", new byte[0])),
                with(row, row.payload(), row.metadata(), new RequestKey("request-1", other)))
            .map(changed -> HexFormat.of().formatHex(Rows.hashOf(changed)))
            .collect(Collectors.toSet());

    assertThat(hashes).hasSize(15);
  }

  private static EventRow with(EventRow it, StreamId stream) {
    return new EventRow(
        stream,
        it.sequence(),
        it.eventId(),
        it.name(),
        it.revision(),
        it.effectiveDate(),
        it.postedAt(),
        it.payload(),
        it.metadata(),
        it.request(),
        it.hash(),
        it.fact());
  }

  private static EventRow with(
      EventRow it, long sequence, UUID eventId, String name, int revision) {
    return new EventRow(
        it.stream(),
        sequence,
        eventId,
        name,
        revision,
        it.effectiveDate(),
        it.postedAt(),
        it.payload(),
        it.metadata(),
        it.request(),
        it.hash(),
        it.fact());
  }

  private static EventRow with(EventRow it, LocalDate effectiveDate, Instant postedAt) {
    return new EventRow(
        it.stream(),
        it.sequence(),
        it.eventId(),
        it.name(),
        it.revision(),
        effectiveDate,
        postedAt,
        it.payload(),
        it.metadata(),
        it.request(),
        it.hash(),
        it.fact());
  }

  private static EventRow with(EventRow it, byte[] payload, byte[] metadata, RequestKey request) {
    return new EventRow(
        it.stream(),
        it.sequence(),
        it.eventId(),
        it.name(),
        it.revision(),
        it.effectiveDate(),
        it.postedAt(),
        payload,
        metadata,
        request,
        it.hash(),
        it.fact());
  }
}
