package io.cascadeledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.party.PersonalData;
import io.cascadeledger.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataSubjectsTest {

  private static final String ANN = DataSubjects.debtor("DEBTOR-1");
  private static final String CONTENT = "{\"firstName\":\"Ann\",\"lastName\":\"Öztürk\"}";

  private final TestDatabase server = TestDatabase.create();
  private final MasterKey masterKey = MasterKey.random();
  private final DataSubjects subjects = subjects(masterKey);

  private DataSubjects subjects(MasterKey key) {
    return new DataSubjects(server.dataSource(), () -> key, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    server.drop();
  }

  @Test
  void what_is_sealed_is_opened_with_the_same_key_and_says_nothing_without() {
    PersonalData sealed = subjects.obtain("acme", ANN).seal(CONTENT);

    assertThat(sealed.sealed()).doesNotContain("Ann");
    assertThat(sealed.toString()).doesNotContain(sealed.sealed());
    assertThat(subjects.find("acme", ANN))
        .hasValueSatisfying(key -> assertThat(key.open(sealed)).isEqualTo(CONTENT));
    assertThat(subjects.findAll("acme", List.of(sealed.subject(), UUID.randomUUID())))
        .containsOnlyKeys(sealed.subject());
  }

  @Test
  void the_same_content_looks_different_each_time_and_is_known_again() {
    SubjectKey key = subjects.obtain("acme", ANN);
    SubjectKey bob = subjects.obtain("acme", DataSubjects.debtor("DEBTOR-2"));

    assertThat(key.seal(CONTENT).sealed()).isNotEqualTo(key.seal(CONTENT).sealed());
    assertThat(key.seal(CONTENT).saysTheSameAs(key.seal(CONTENT))).isTrue();
    assertThat(key.seal(CONTENT).saysTheSameAs(key.seal("{}"))).isFalse();
    assertThat(key.seal(CONTENT).digest()).isNotEqualTo(bob.seal(CONTENT).digest());
  }

  @Test
  void tenants_have_keys_of_their_own_for_the_same_reference() {
    PersonalData sealed = subjects.obtain("acme", ANN).seal(CONTENT);
    SubjectKey other = subjects.obtain("other", ANN);

    assertThat(other.subject()).isNotEqualTo(sealed.subject());
    assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(SealBrokenException.class);
    assertThat(subjects.findAll("other", List.of(sealed.subject()))).isEmpty();
  }

  @Test
  void what_was_changed_or_is_no_seal_is_not_opened() {
    SubjectKey key = subjects.obtain("acme", ANN);
    PersonalData sealed = key.seal(CONTENT);
    char first = sealed.sealed().charAt(20) == 'A' ? 'B' : 'A';
    String changed = sealed.sealed().substring(0, 20) + first + sealed.sealed().substring(21);

    for (String broken : List.of(changed, "", "AAAA", "not base64!")) {
      assertThatThrownBy(() -> key.open(new PersonalData(key.subject(), broken, "")))
          .isInstanceOf(SealBrokenException.class);
    }
  }

  @Test
  void whoever_is_erased_cannot_be_read_again_and_is_another_when_coming_back() {
    SubjectKey before = subjects.obtain("acme", ANN);
    PersonalData sealed = before.seal(CONTENT);

    assertThat(subjects.erase("acme", ANN)).isTrue();

    assertThat(subjects.find("acme", ANN)).isEmpty();
    assertThat(subjects.findAll("acme", List.of(sealed.subject()))).isEmpty();
    assertThat(subjects.erase("acme", ANN)).isFalse();
    SubjectKey after = subjects.obtain("acme", ANN);
    assertThat(after.subject()).isNotEqualTo(before.subject());
    assertThatThrownBy(() -> after.open(sealed)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void servers_that_ask_at_once_get_one_key() {
    List<UUID> keys =
        IntStream.range(0, 16)
            .mapToObj(
                _ -> CompletableFuture.supplyAsync(() -> subjects.obtain("acme", ANN).subject()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(keys).containsOnly(keys.getFirst());
  }

  @Test
  void another_master_key_opens_nothing_and_says_which_one_is_needed() {
    subjects.obtain("acme", ANN);
    MasterKey wrong = MasterKey.random();

    assertThatThrownBy(() -> subjects(wrong).find("acme", ANN))
        .hasMessageContaining(masterKey.id())
        .hasMessageContaining(wrong.id());
  }

  @Test
  void references_of_different_kinds_are_different_subjects() {
    assertThat(
            Stream.of(
                    DataSubjects.debtor("X"),
                    DataSubjects.unnamedOfAccount("X"),
                    DataSubjects.unnamedOfClaim("X"))
                .map(reference -> subjects.obtain("acme", reference).subject()))
        .doesNotHaveDuplicates();
  }
}
