package io.cascadeledger.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void an_identifier_begins_with_the_time() {
    UUID id = Identifiers.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16)
        .isCloseTo(Instant.now().toEpochMilli(), within(1_000L));
  }

  @Test
  void a_later_identifier_is_greater() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(Identifiers.next().toString());
    }

    assertThat(made).isSorted();
  }

  @Test
  void identifiers_made_at_the_same_time_differ() {
    Set<UUID> made = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        threads.execute(
            () -> {
              for (int n = 0; n < 10_000; n++) {
                made.add(Identifiers.next());
              }
            });
      }
    }

    assertThat(made).hasSize(80_000);
  }

  @Test
  void axon_names_events_by_them() {
    String id = IdentifierFactory.getInstance().generateIdentifier();

    assertThat(UUID.fromString(id).version()).isEqualTo(7);
  }
}
