package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private final RecentEvents recent = new RecentEvents();

  private static List<RecordedEvent> events(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(position -> new RecordedEvent(position, null, null, null))
        .toList();
  }

  private List<Long> after(long position, int limit) {
    return recent.after(position, limit).stream().map(RecordedEvent::position).toList();
  }

  @Test
  void events_come_back_from_any_place_on() {
    recent.add(events(8, 9));
    recent.add(events(10, 12));

    assertThat(recent.last()).isEqualTo(12);
    assertThat(after(7, 100)).containsExactly(8L, 9L, 10L, 11L, 12L);
    assertThat(after(9, 2)).containsExactly(10L, 11L);
    assertThat(after(12, 100)).isEmpty();
    assertThat(after(6, 100)).isEmpty();
  }

  @Test
  void a_gap_ends_what_is_given_until_it_is_filled() {
    recent.add(events(1, 3));
    recent.add(events(6, 7));
    assertThat(after(2, 100)).containsExactly(3L);
    assertThat(after(3, 100)).isEmpty();
    assertThat(after(5, 100)).containsExactly(6L, 7L);

    recent.add(events(4, 5));
    assertThat(after(2, 100)).containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(recent.last()).isEqualTo(7);
  }

  @Test
  void a_gap_holds_nothing_of_what_was_there_a_round_earlier() {
    recent.add(events(1, RecentEvents.CAPACITY));
    recent.add(events(RecentEvents.CAPACITY + 3L, RecentEvents.CAPACITY + 3L));

    assertThat(after(RecentEvents.CAPACITY - 1L, 100))
        .containsExactly((long) RecentEvents.CAPACITY);
    assertThat(after(RecentEvents.CAPACITY, 100)).isEmpty();

    recent.add(events(5L * RecentEvents.CAPACITY, 5L * RecentEvents.CAPACITY));
    assertThat(after(4L * RecentEvents.CAPACITY, 100)).isEmpty();
  }

  @Test
  void no_more_than_its_capacity_is_kept() {
    recent.add(events(1, RecentEvents.CAPACITY));
    recent.add(events(RecentEvents.CAPACITY + 1L, RecentEvents.CAPACITY + 2L));

    assertThat(after(1, 1)).isEmpty();
    assertThat(after(2, RecentEvents.CAPACITY)).hasSize(RecentEvents.CAPACITY);
  }

  @Test
  void what_is_forgotten_is_gone_and_the_rest_is_not() {
    recent.add(events(1, 4));
    recent.forget(2);
    assertThat(after(1, 100)).isEmpty();
    assertThat(after(2, 100)).containsExactly(3L, 4L);

    recent.forget(99);
    recent.add(events(5, 5));
    assertThat(after(4, 100)).containsExactly(5L);
  }
}
