package io.cascadeledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetadataTest {
  @Test
  void notes_are_kept_in_alphabetical_order() {
    Metadata notes = Metadata.of(Map.of("b", "2", "c", "3", "a", "1"));
    assertThat(notes.entries().keySet()).containsExactly("a", "b", "c");
  }

  @Test
  void notes_do_not_change_with_the_map_they_came_from() {
    Map<String, String> map = new HashMap<>(Map.of("a", "1"));
    Metadata notes = Metadata.of(map);
    map.put("b", "2");
    assertThat(notes.entries()).containsExactly(Map.entry("a", "1"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> notes.entries().put("b", "2"));
  }

  @Test
  void no_notes_are_no_notes() {
    assertThat(Metadata.of(Map.of())).isEqualTo(Metadata.NONE);
    assertThat(Metadata.NONE.entries()).isEmpty();
  }
}
