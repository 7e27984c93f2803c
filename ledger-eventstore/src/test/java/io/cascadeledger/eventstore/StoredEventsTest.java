package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoredEventsTest {

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final EventWriter writer = new EventWriter(database, (_, _, _) -> {});
  private final StoredEvents events = new StoredEvents(database);

  @AfterEach
  void close() {
    writer.close();
    server.drop();
  }

  private static EventFilter of(String tenant) {
    return new EventFilter(tenant, Set.of(), null, null, null, null);
  }

  /** Everything that a reader gets who starts behind a position, page after page. */
  private List<StoredEvent> all(EventFilter filter, long after) {
    List<StoredEvent> all = new ArrayList<>();
    long last = events.head();
    for (long reached = after; reached < last; ) {
      StoredEvents.Page page = events.after(filter, reached, last);
      assertThat(page.reached()).isGreaterThan(reached);
      all.addAll(page.events());
      reached = page.reached();
    }
    return all;
  }

  @Test
  void pages_give_every_event_of_a_tenant_once_and_in_order() {
    for (int i = 0; i < 60; i++) {
      writer.append(Rows.of(Rows.newStream(i % 3 == 0 ? "zenith" : "acme"), 0, 100, null)).join();
    }

    List<StoredEvent> acme = all(of("acme"), 0);

    assertThat(acme).hasSize(4_000).allMatch(event -> event.tenant().equals("acme"));
    assertThat(acme).extracting(StoredEvent::position).isSorted().doesNotHaveDuplicates();
    assertThat(all(of("acme"), acme.get(2_999).position())).hasSize(1_000);
    assertThat(all(EventFilter.all(), 0)).hasSize(6_000);
    assertThat(all(of("nobody"), 0)).isEmpty();
  }

  @Test
  void a_filter_picks_types_and_streams() {
    LoanId loan = Rows.newStream("acme");
    writer.append(Rows.of(Rows.newStream("acme"), 0, 5, null)).join();
    writer.append(Rows.of(loan, 0, 3, null)).join();
    writer.append(Rows.of(loan, 3, 2, null)).join();

    assertThat(all(new EventFilter("acme", Set.of(), "loan", loan.value(), null, null), 0))
        .extracting(StoredEvent::sequence)
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(all(new EventFilter("acme", Set.of(), "loan", loan.value(), null, null), 7))
        .extracting(StoredEvent::sequence)
        .containsExactly(2L, 3L, 4L);
    assertThat(all(new EventFilter("acme", Set.of("loan_opened"), null, null, null, null), 0))
        .isEmpty();
    assertThat(all(new EventFilter("acme", Set.of("loan_closed"), "loan", null, null, null), 0))
        .hasSize(10);
    assertThat(events.hasStream("acme", "loan", loan.value())).isTrue();
    assertThat(events.hasStream("zenith", "loan", loan.value())).isFalse();
  }

  @Test
  void times_of_recording_are_found_although_clocks_differ() {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 500; i++) {
      // Two nodes whose clocks are half an hour apart.
      Instant at = start.plus(Duration.ofMinutes(20L * i - (i % 2 == 0 ? 30 : 0)));
      writer.append(List.of(Rows.row(Rows.newStream("acme"), 0, null, at, payload))).join();
    }
    Instant from = start.plus(Duration.ofDays(2));
    Instant to = start.plus(Duration.ofDays(3));
    EventFilter filter = new EventFilter("acme", Set.of(), null, null, from, to);

    List<Long> expected =
        all(of("acme"), 0).stream()
            .filter(it -> !it.postedAt().isBefore(from) && it.postedAt().isBefore(to))
            .map(StoredEvent::position)
            .toList();
    long first = events.startOf(from);
    long last = events.endOf(to);

    assertThat(expected).hasSize(72);
    assertThat(events.after(filter, first, last).events())
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(expected);
    assertThat(first).isBetween(135L, 144L);
    assertThat(last).isBetween(216L, 225L);
  }

  @Test
  void a_line_has_all_that_is_hashed_byte_by_byte() {
    LoanId loan = Rows.newStream("acme");
    RequestKey key = Commands.key("request-1");
    String json = "{\"reason\" : \"Z\\u00fcrich \\n ü€\",\"n\":{\"a\":[1,2,{}]} }";
    EventRow row =
        Rows.row(
            loan,
            0,
            key,
            Instant.parse("2026-03-31T12:00:00.1Z"),
            json.getBytes(StandardCharsets.UTF_8));
    writer.append(List.of(row)).join();
    StoredEvent stored = all(of("acme"), 0).getFirst();
    LineBuffer line = new LineBuffer(16);

    StoredEventJson.write(stored, line);
    StoredEvent read = StoredEventJson.read(line.take());

    assertThat(new String(read.payload(), StandardCharsets.UTF_8)).isEqualTo(json);
    assertThat(read).usingRecursiveComparison().isEqualTo(stored);
    assertThat(read.computeHash()).isEqualTo(row.hash()).isEqualTo(read.hash());
    assertThat(read.stream()).isEqualTo(loan.toString());
  }

  @Test
  void what_is_no_line_of_an_event_is_an_error() {
    for (String line : List.of("", "{}", "[]", "{\"position\":1,\"payload\":{}}", "nonsense")) {
      assertThatThrownBy(() -> StoredEventJson.read(line.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
