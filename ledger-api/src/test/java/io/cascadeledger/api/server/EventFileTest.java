package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.api.audit.EventTransfer;
import io.cascadeledger.api.audit.Verification;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.audit.Mismatch;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The events as a file: checked by itself, and made into a ledger again. */
class EventFileTest {

  @TempDir private Path folder;

  private final TestDatabase restored = TestDatabase.create();

  @AfterEach
  void drop() {
    restored.drop();
  }

  @AfterAll
  static void dropCopies() {
    AuditedLedger.dropCopies();
  }

  private Path export(DataSource database, String name) throws Exception {
    Path file = folder.resolve(name);
    EventTransfer.export(database, file, (_, _) -> {});
    return file;
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new ArrayList<>(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private Path write(List<String> lines) throws IOException {
    Path file = folder.resolve("changed.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static Verification.Result verify(Path file) throws Exception {
    return new Verification(
            List.of(), List.of(CheckpointNote.parse(AuditedLedger.KEPT.get("note"))), (_, _) -> {})
        .ofFile(file, Files.size(file));
  }

  private Set<Mismatch> found(List<String> lines) throws Exception {
    return verify(write(lines)).findings().counts().keySet();
  }

  private long restore(Path file) throws Exception {
    return EventTransfer.restore(restored.dataSource(), file, (_, _) -> {});
  }

  @Test
  void a_database_made_of_the_file_is_the_same_ledger() throws Exception {
    DataSource original = AuditedLedger.copy();
    Path file = export(original, "events.gz");

    Verification.Result ofFile = verify(file);
    long events = restore(file);

    assertThat(ofFile.findings().counts()).isEmpty();
    assertThat(ofFile.events()).isEqualTo(events).isGreaterThan(620);
    assertThat(ofFile.checkpoints()).isPositive();
    String trialBalance =
        "SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM account_daily_total t";
    try (LedgerServer server = RunningLedger.start(restored.url())) {
      AuditedLedger.awaitProjections(AuditedLedger.jdbc(restored.dataSource()));
      assertThat(text(restored.dataSource(), trialBalance)).isEqualTo(text(original, trialBalance));
      for (String table : tables()) {
        String rows =
            "SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM %s t".formatted(table);
        assertThat(text(restored.dataSource(), rows)).as(table).isEqualTo(text(original, rows));
      }
      // It goes on where the other was.
      Tenant lender = Tenant.of(server, "acme", Scopes.DESCRIPTIONS.keySet());
      assertThat(lender.pay(lender.newLoan(), 5).expect(201).position()).isEqualTo(events + 3);
    }
    assertThat(
            new Verification(List.of(), List.of(), (_, _) -> {})
                .ofDatabase(restored.dataSource())
                .findings()
                .counts())
        .isEmpty();
    List<String> again = lines(export(restored.dataSource(), "again.gz"));
    List<String> first = lines(file);
    assertThat(again).hasSizeGreaterThan(first.size());
    // All but the head, which names a second key by now, and the end.
    assertThat(again.subList(1, first.size() - 1)).isEqualTo(first.subList(1, first.size() - 1));
  }

  /** What was restored, and what the server derived from it. */
  private static List<String> tables() {
    return Stream.concat(
            Stream.of("events", "checkpoint", "sealed_tile"),
            Verification.projections().stream()
                .flatMap(it -> it.apply(new JdbcTemplate()).tables().stream()))
        .toList();
  }

  private static String text(DataSource database, String sql) {
    return AuditedLedger.jdbc(database).queryForObject(sql, String.class);
  }

  @Test
  void a_database_with_events_is_not_restored_into() throws Exception {
    DataSource full = AuditedLedger.copy();
    Path file = export(full, "events.gz");

    assertThatThrownBy(() -> EventTransfer.restore(full, file, (_, _) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there are events in the database");
  }

  @Test
  void what_was_changed_in_a_file_is_found_and_not_restored() throws Exception {
    List<String> lines = lines(export(AuditedLedger.copy(), "events.gz"));
    Map<String, List<String>> changes =
        Map.of(
            "changed",
            changed(lines, 5, lines.get(5).replace("\"payload\":{", "\"payload\":{ ")),
            "removed",
            without(lines, 5),
            "swapped",
            swapped(lines, 5, 6));

    for (Map.Entry<String, List<String>> change : changes.entrySet()) {
      Path file = write(change.getValue());
      assertThat(verify(file).findings().isEmpty()).as(change.getKey()).isFalse();
      assertThatThrownBy(() -> restore(file)).isInstanceOf(IOException.class);
      assertThat(text(restored.dataSource(), "SELECT count(*) FROM events")).isEqualTo("0");
    }
    assertThat(found(changes.get("changed"))).containsExactly(Mismatch.HASH_MISMATCH);
    assertThat(found(changes.get("removed"))).contains(Mismatch.POSITION_GAP);
    assertThat(found(changes.get("swapped"))).contains(Mismatch.POSITION_GAP);
  }

  @Test
  void a_file_that_is_not_whole_is_found_and_not_restored() throws Exception {
    Path whole = export(AuditedLedger.copy(), "events.gz");
    List<String> lines = lines(whole);
    Path torn = folder.resolve("torn.gz");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(torn, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(verify(torn).findings().counts()).containsKey(Mismatch.FILE_DAMAGED);
    assertThatThrownBy(() -> restore(torn)).isInstanceOf(IOException.class);
    assertThat(found(lines.subList(0, lines.size() - 1))).contains(Mismatch.FILE_DAMAGED);
    assertThat(found(changed(lines, 9, "nonsense"))).contains(Mismatch.FILE_DAMAGED);
    assertThatThrownBy(() -> verify(write(List.of("{}"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a line of a file of events");
  }

  private static List<String> changed(List<String> lines, int index, String line) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(index, line);
    return changed;
  }

  private static List<String> without(List<String> lines, int index) {
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(index);
    return fewer;
  }

  private static List<String> swapped(List<String> lines, int one, int other) {
    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, one, other);
    return swapped;
  }
}
