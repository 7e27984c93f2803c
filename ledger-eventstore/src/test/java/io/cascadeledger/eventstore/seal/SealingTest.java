package io.cascadeledger.eventstore.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.eventstore.merkle.GrowingRoot;
import io.cascadeledger.eventstore.merkle.MerkleProof;
import io.cascadeledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final SealedLog log = new SealedLog(database);

  @AfterEach
  void close() {
    server.drop();
  }

  /** Adds rows whose hash is all that matters here. */
  private void addEvents(int count) throws SQLException {
    execute(
        """
        INSERT INTO events
        SELECT n, 'acme', 'loan', gen_random_uuid(), 0, gen_random_uuid(), 'loan_closed', 1,
               DATE '2026-03-31', now(), '{}', '{}', NULL, NULL, sha256(n::text::bytea)
        FROM generate_series((SELECT coalesce(max(position), 0) + 1 FROM events),
                             (SELECT coalesce(max(position), 0) + %d FROM events)) AS n
        """
            .formatted(count));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Sealing sealing() {
    return new Sealing(database, null, Clock.systemUTC());
  }

  @Test
  void a_checkpoint_covers_all_events_and_is_signed() throws SQLException {
    addEvents(1_000);

    Checkpoint checkpoint = sealing().seal();

    assertThat(checkpoint.treeSize()).isEqualTo(1_000);
    CheckpointNote note = CheckpointNote.parse(checkpoint.note());
    assertThat(note.treeSize()).isEqualTo(1_000);
    assertThat(note.root()).isEqualTo(checkpoint.root()).isEqualTo(rootOf(1_000));
    assertThat(note.signedAt()).isEqualTo(checkpoint.signedAt());
    CheckpointVerifier verifier = CheckpointVerifier.parse(checkpoint.verifier());
    assertThat(SignedNote.isSignedBy(checkpoint.note(), verifier)).isTrue();
    String other = checkpoint.note().replace("\n1000\n", "\n1001\n");
    assertThat(SignedNote.isSignedBy(other, verifier)).isFalse();
    assertThat(SignedNote.isSignedBy(checkpoint.note(), CheckpointKey.random().verifier("x")))
        .isFalse();
  }

  private static byte[] rootOf(int size) {
    GrowingRoot root = new GrowingRoot();
    for (int n = 1; n <= size; n++) {
      root.add(sha256(Integer.toString(n)));
    }
    return root.root();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void proofs_lead_to_each_checkpoint_and_from_one_to_the_next() throws SQLException {
    Sealing sealing = sealing();
    addEvents(300);
    Checkpoint first = sealing.seal();
    addEvents(Sealing.MOST_EVENTS + 17);
    Checkpoint second = sealing.seal();
    Checkpoint third = sealing.seal();

    assertThat(second.treeSize()).isEqualTo(300 + Sealing.MOST_EVENTS);
    assertThat(third.treeSize()).isEqualTo(317 + Sealing.MOST_EVENTS);
    assertThat(sealing.seal().treeSize()).isEqualTo(third.treeSize());
    assertThat(log.latest()).map(Checkpoint::note).hasValue(third.note());
    assertThat(log.before(Long.MAX_VALUE, 2))
        .extracting(Checkpoint::treeSize)
        .containsExactly(third.treeSize(), second.treeSize());
    assertThat(log.covering(301)).map(Checkpoint::treeSize).hasValue(second.treeSize());
    for (long position : List.of(1L, 256L, 257L, 300L)) {
      for (Checkpoint checkpoint : List.of(first, second, third)) {
        assertThat(
                MerkleProof.includes(
                    sha256(Long.toString(position)),
                    position - 1,
                    checkpoint.treeSize(),
                    log.inclusion(position, checkpoint.treeSize()),
                    checkpoint.root()))
            .isTrue();
      }
    }
    assertThat(consistent(first, second)).isTrue();
    assertThat(consistent(second, third)).isTrue();
    assertThat(consistent(first, third)).isTrue();
  }

  private boolean consistent(Checkpoint from, Checkpoint to) {
    return MerkleProof.isConsistent(
        from.treeSize(),
        from.root(),
        to.treeSize(),
        to.root(),
        log.consistency(from.treeSize(), to.treeSize()));
  }

  @Test
  void one_node_seals_at_a_time_and_all_under_one_name_and_key() throws Exception {
    addEvents(5_000);
    List<CompletableFuture<Optional<Checkpoint>>> nodes =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::seal)).limit(6).toList();
    nodes.forEach(CompletableFuture::join);
    addEvents(10);
    Checkpoint last = sealing().seal();

    List<Checkpoint> all = log.before(Long.MAX_VALUE, 10);
    assertThat(all).extracting(Checkpoint::treeSize).containsExactly(5_010L, 5_000L);
    assertThat(all).extracting(Checkpoint::verifier).containsOnly(last.verifier());
  }

  private Optional<Checkpoint> seal() {
    try {
      return Optional.ofNullable(sealing().seal());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_tree_that_is_not_as_it_was_signed_is_not_signed_again() throws SQLException {
    Sealing sealing = sealing();
    addEvents(600);
    sealing.seal();
    addEvents(1);
    execute(
        "UPDATE sealed_tile SET hashes = overlay(hashes PLACING sha256('x') FROM 65)"
            + " WHERE level = 0 AND index = 2");

    assertThatThrownBy(sealing::seal)
        .hasMessageContaining("not that of the checkpoint of 600 events");
    assertThat(log.latest()).map(Checkpoint::treeSize).hasValue(600L);
  }

  @Test
  void a_log_with_a_gap_is_not_signed() throws SQLException {
    addEvents(20);
    execute("ALTER TABLE events DISABLE TRIGGER events_only_grow");
    execute("DELETE FROM events WHERE position = 7");

    assertThatThrownBy(() -> sealing().seal()).hasMessageContaining("no event at position 7");
  }

  @Test
  void a_checkpoint_is_never_changed() throws SQLException {
    addEvents(1);
    sealing().seal();

    assertThatThrownBy(() -> execute("UPDATE checkpoint SET note = ''"))
        .hasMessageContaining("UPDATE of checkpoint is not allowed");
  }

  @Test
  void a_key_of_a_file_signs_and_its_secret_stays_there(@TempDir Path folder) throws Exception {
    String seed = HexFormat.of().formatHex(CheckpointKey.random().seed());
    byte[] encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
    Path file =
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(encoded)));
    addEvents(3);

    Checkpoint checkpoint =
        new Sealing(database, CheckpointKey.read(file), Clock.systemUTC()).seal();

    assertThat(
            SignedNote.isSignedBy(
                checkpoint.note(), CheckpointVerifier.parse(checkpoint.verifier())))
        .isTrue();
    try (Connection connection = database.getConnection()) {
      assertThat(new SealTables(connection).key()).isEmpty();
      assertThat(new SealTables(connection).verifiers()).containsExactly(checkpoint.verifier());
    }
    assertThatThrownBy(() -> CheckpointKey.read(Files.writeString(file, "AAAA")))
        .hasMessageContaining("not an Ed25519 key");
  }

  /** The first test of RFC 8032, section 7.1. */
  @Test
  void a_key_of_a_seed_is_that_of_the_standard() {
    CheckpointKey key =
        CheckpointKey.of(
            HexFormat.of()
                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    assertThat(HexFormat.of().formatHex(key.sign("")))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  }

  @Test
  @Timeout(30)
  void what_is_new_is_sealed_after_a_while() throws Exception {
    addEvents(2);
    try (Sealer _ = new Sealer(database, null, Clock.systemUTC(), () -> 2, Duration.ofMillis(50))) {
      while (log.latest().isEmpty()) {
        Thread.sleep(10);
      }
    }
    assertThat(log.latest()).map(Checkpoint::treeSize).hasValue(2L);
  }
}
