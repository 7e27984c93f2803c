package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.audit.Verification;
import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.audit.Mismatch;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.Sealer;
import io.cascadeledger.projections.Projection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each corruption that somebody with the rights of the database's owner plants is found and named.
 */
class VerifyTest {

  private final DataSource copy = AuditedLedger.copy();

  @AfterAll
  static void drop() {
    AuditedLedger.dropCopies();
  }

  private Verification.Result verify() throws Exception {
    return verify(List.of(), List.of());
  }

  private Verification.Result verify(List<CheckpointVerifier> keys, List<CheckpointNote> kept)
      throws Exception {
    return new Verification(keys, kept, (_, _) -> {}).ofDatabase(copy);
  }

  private Set<Mismatch> found() throws Exception {
    return verify().findings().counts().keySet();
  }

  private void plant(String sql) {
    AuditedLedger.execute(copy, sql);
  }

  private long position(String condition) {
    return AuditedLedger.jdbc(copy)
        .queryForObject("SELECT min(position) FROM events WHERE " + condition, Long.class);
  }

  /** Gives an event the hash that it would have if it had always been as it is. */
  private void recomputeHash(long position) {
    StoredEvent event =
        new StoredEvents(copy).after(EventFilter.all(), position - 1, position).events().getFirst();
    AuditedLedger.jdbc(copy)
        .update("UPDATE events SET hash = ? WHERE position = ?", event.computeHash(), position);
  }

  private void changeAmount(long position, String from, String to) {
    plant(
        """
        UPDATE events SET payload = convert_to(
            replace(convert_from(payload, 'UTF8'), '"%s"', '"%s"'), 'UTF8')
         WHERE position = %d
        """
            .formatted(from, to, position));
  }

  @Test
  void a_ledger_that_nobody_touched_is_found_to_be_as_it_was() throws Exception {
    Verification.Result result = verify();

    assertThat(result.findings().counts()).isEmpty();
    assertThat(result.events()).isGreaterThan(620);
    assertThat(result.checkpoints()).isPositive();
    assertThat(
            verify(
                    List.of(CheckpointVerifier.parse(AuditedLedger.KEPT.get("verifier"))),
                    List.of(CheckpointNote.parse(AuditedLedger.KEPT.get("note"))))
                .findings()
                .counts())
        .isEmpty();
  }

  @Test
  void every_read_model_that_the_server_has_is_checked() {
    List<String> checked =
        Verification.projections().stream()
            .map(projection -> projection.apply(new JdbcTemplate()).name())
            .toList();

    assertThat(checked)
        .containsExactlyInAnyOrderElementsOf(
            AuditedLedger.jdbc(copy)
                .queryForList("SELECT projection FROM projection_position", String.class));
    assertThat(Verification.projections().getFirst().apply(new JdbcTemplate()))
        .isInstanceOf(Projection.class);
  }

  @Test
  void a_changed_amount_is_found() throws Exception {
    long position = position("event_name = 'disbursement_posted'");
    changeAmount(position, "1000000", "1000001");

    Verification.Result result = verify();

    assertThat(result.findings().counts().keySet())
        .containsExactlyInAnyOrder(
            Mismatch.HASH_MISMATCH, Mismatch.VOLUME_MISMATCH, Mismatch.PROJECTION_MISMATCH);
    assertThat(result.findings().of(Mismatch.HASH_MISMATCH))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("position " + position + ", loan/acme/");
  }

  @Test
  void an_entry_that_is_not_balanced_any_more_is_found() throws Exception {
    long position = position("event_name = 'payment_posted' AND tenant = 'zenith'");
    plant(
        """
        UPDATE events SET payload = convert_to(
            regexp_replace(convert_from(payload, 'UTF8'),
                           '("account":"1000".*?"minor_units":)"88849"', '\\1"88850"'), 'UTF8')
         WHERE position = %d
        """
            .formatted(position));

    assertThat(found()).contains(Mismatch.HASH_MISMATCH, Mismatch.ENTRY_UNBALANCED);
  }

  @Test
  void a_deleted_event_is_found() throws Exception {
    long position = position("event_name = 'payment_posted' AND sequence = 100");
    plant("DELETE FROM events WHERE position = " + position);

    Verification.Result result = verify();

    assertThat(result.findings().counts().keySet())
        .contains(
            Mismatch.POSITION_GAP,
            Mismatch.SEQUENCE_GAP,
            Mismatch.VOLUME_MISMATCH,
            Mismatch.PROJECTION_MISMATCH)
        .doesNotContain(Mismatch.EVENT_REPLACED, Mismatch.CHECKPOINT_MISMATCH);
    assertThat(result.findings().of(Mismatch.POSITION_GAP)).containsExactly("position " + position);
  }

  @Test
  void deleted_events_at_the_end_are_found() throws Exception {
    plant("DELETE FROM events WHERE position > (SELECT max(position) - 2 FROM events)");

    assertThat(found())
        .containsExactlyInAnyOrder(
            Mismatch.SEALED_EVENT_MISSING,
            Mismatch.PROJECTION_FAILED,
            Mismatch.PROJECTION_MISMATCH,
            Mismatch.VOLUME_MISMATCH);
  }

  @Test
  void a_swapped_order_is_found_although_every_hash_is_right() throws Exception {
    long zenith = position("tenant = 'zenith'");
    long acme = position("event_name = 'payment_posted' AND position > " + zenith);
    plant("UPDATE events SET position = -1 WHERE position = " + zenith);
    plant("UPDATE events SET position = %d WHERE position = %d".formatted(zenith, acme));
    plant("UPDATE events SET position = %d WHERE position = -1".formatted(acme));

    Verification.Result result = verify();

    assertThat(result.findings().counts()).containsEntry(Mismatch.EVENT_MOVED, 2L);
    assertThat(result.findings().counts().keySet())
        .doesNotContain(Mismatch.HASH_MISMATCH, Mismatch.EVENT_REPLACED, Mismatch.POSITION_GAP);
    assertThat(result.findings().of(Mismatch.EVENT_MOVED).getFirst())
        .contains("was sealed at position");
  }

  @Test
  void a_forged_event_is_found_although_its_hash_is_right() throws Exception {
    long position = position("event_name = 'disbursement_posted'");
    changeAmount(position, "1000000", "2000000");
    recomputeHash(position);

    Verification.Result result = verify();

    assertThat(result.findings().counts())
        .containsEntry(Mismatch.EVENT_REPLACED, 1L)
        .doesNotContainKey(Mismatch.HASH_MISMATCH);
    assertThat(result.findings().of(Mismatch.EVENT_REPLACED).getFirst())
        .startsWith("position " + position + ",");
  }

  @Test
  void a_forged_event_is_found_although_the_tree_was_forged_with_it() throws Exception {
    long position = position("event_name = 'disbursement_posted'");
    changeAmount(position, "1000000", "2000000");
    recomputeHash(position);
    plant(
        """
        UPDATE sealed_tile
           SET hashes = overlay(hashes PLACING (SELECT hash FROM events WHERE position = %1$d)
                                FROM (32 * ((%1$d - 1) %% 256) + 1)::int)
         WHERE level = 0 AND index = (%1$d - 1) / 256
        """
            .formatted(position));

    assertThat(found())
        .contains(Mismatch.CHECKPOINT_MISMATCH, Mismatch.TREE_MISMATCH)
        .doesNotContain(Mismatch.HASH_MISMATCH, Mismatch.EVENT_REPLACED);
  }

  @Test
  void a_log_that_was_forged_and_sealed_anew_is_not_that_of_a_checkpoint_or_key_that_was_kept()
      throws Exception {
    long position = position("event_name = 'loan_closed'");
    plant(
        """
        UPDATE events SET payload = convert_to(
            replace(convert_from(payload, 'UTF8'), '"loan"', '"reason":"x","loan"'), 'UTF8')
         WHERE position = %d
        """
            .formatted(position));
    recomputeHash(position);
    plant("TRUNCATE sealed_tile, checkpoint_key");
    plant("TRUNCATE checkpoint");
    long last = new StoredEvents(copy).head();
    new Sealer(copy, null, Clock.systemUTC(), () -> last, Duration.ofHours(1)).close();

    // What the lost key has signed besides shows at once, and could have been signed anew as well.
    assertThat(found()).containsExactly(Mismatch.SNAPSHOT_UNSIGNED);
    assertThat(
            verify(List.of(), List.of(CheckpointNote.parse(AuditedLedger.KEPT.get("note"))))
                .findings()
                .counts())
        .containsOnlyKeys(Mismatch.CHECKPOINT_MISMATCH, Mismatch.SNAPSHOT_UNSIGNED);
    assertThat(
            verify(List.of(CheckpointVerifier.parse(AuditedLedger.KEPT.get("verifier"))), List.of())
                .findings()
                .counts())
        .containsOnlyKeys(Mismatch.CHECKPOINT_UNSIGNED);
  }

  @Test
  void a_forged_checkpoint_is_found() throws Exception {
    plant(
        """
        UPDATE checkpoint SET note = replace(note, 'time 2', 'time 3')
         WHERE tree_size = (SELECT max(tree_size) FROM checkpoint)
        """);

    assertThat(found()).containsExactly(Mismatch.CHECKPOINT_UNSIGNED);
  }

  @Test
  void a_damaged_tree_is_found() throws Exception {
    plant(
        "UPDATE sealed_tile SET hashes = overlay(hashes PLACING '\\x00' FROM 40) WHERE level = 1");

    assertThat(found()).containsExactly(Mismatch.TREE_MISMATCH);
  }

  @Test
  void a_changed_column_is_found_although_the_hash_is_right() throws Exception {
    long position = position("event_name = 'payment_posted' AND sequence = 50");
    plant("UPDATE events SET effective_date = effective_date + 1 WHERE position = " + position);
    recomputeHash(position);

    assertThat(found())
        .containsExactlyInAnyOrder(Mismatch.COLUMN_MISMATCH, Mismatch.EVENT_REPLACED);
  }

  @Test
  void an_event_that_cannot_be_read_is_found() throws Exception {
    plant("UPDATE events SET payload = '{' WHERE sequence = 50 AND tenant = 'acme'");

    assertThat(found()).contains(Mismatch.EVENT_UNREADABLE, Mismatch.HASH_MISMATCH);
  }

  @Test
  void a_changed_total_is_found() throws Exception {
    plant(
        """
        UPDATE account_daily_total SET debit_minor = debit_minor + 1
         WHERE tenant = 'acme' AND account_code = '1000'
        """);

    Verification.Result result = verify();

    assertThat(result.findings().counts())
        .containsOnlyKeys(Mismatch.VOLUME_MISMATCH, Mismatch.PROJECTION_MISMATCH);
    assertThat(result.findings().of(Mismatch.VOLUME_MISMATCH).getFirst())
        .startsWith("account 1000 of acme in USD has debits ");
  }

  @Test
  void a_changed_row_of_each_read_model_is_found() throws Exception {
    plant("UPDATE journal_line SET amount_minor = amount_minor + 1 WHERE position = 3");
    plant("UPDATE loan SET closed_on = '2026-05-02' WHERE tenant = 'zenith'");
    plant("DELETE FROM movement WHERE tenant = 'zenith' AND type = 'payment_received'");
    plant("UPDATE loan_daily_total SET principal_minor = 0 WHERE tenant = 'zenith'");

    Verification.Result result = verify();

    assertThat(result.findings().counts()).containsOnlyKeys(Mismatch.PROJECTION_MISMATCH);
    assertThat(String.join("\n", result.findings().of(Mismatch.PROJECTION_MISMATCH)))
        .contains("table journal_line: is {", "table loan: is {", "table loan_daily_total: is {")
        .contains("table movement: is not there, should be {");
  }

  @Test
  void bytes_that_are_no_text_do_not_end_the_check() throws Exception {
    AuditedLedger.jdbc(copy)
        .update(
            "UPDATE events SET payload = ? WHERE sequence = 50 AND tenant = 'acme'",
            "\u0000\u0001".getBytes(StandardCharsets.UTF_8));

    assertThat(found()).contains(Mismatch.EVENT_UNREADABLE);
  }

  private long closing(String change) {
    long position = position("event_name = 'period_snapshot_taken'");
    plant(
        "UPDATE events SET payload = convert_to(%s, 'UTF8') WHERE position = %d"
            .formatted(change.replace("payload", "convert_from(payload, 'UTF8')"), position));
    recomputeHash(position);
    return position;
  }

  @Test
  void a_changed_trial_balance_of_a_closed_period_is_found_although_its_event_has_the_right_hash()
      throws Exception {
    long position = closing("replace(payload, '\"1000000\"', '\"2000000\"')");

    Verification.Result result = verify();

    assertThat(result.findings().counts())
        .containsOnlyKeys(
            Mismatch.EVENT_REPLACED, Mismatch.SNAPSHOT_MISMATCH, Mismatch.PROJECTION_MISMATCH);
    assertThat(result.findings().of(Mismatch.SNAPSHOT_MISMATCH))
        .singleElement()
        .asString()
        .startsWith("position " + position + ",")
        .endsWith("its hash is another");
  }

  @Test
  void a_trial_balance_of_another_time_than_was_signed_is_found() throws Exception {
    closing("regexp_replace(payload, '\"closing\":1', '\"closing\":2')");

    assertThat(verify().findings().of(Mismatch.SNAPSHOT_MISMATCH))
        .singleElement()
        .asString()
        .endsWith("its note says something else");
  }

  @Test
  void a_trial_balance_that_another_key_has_signed_or_none_is_found() throws Exception {
    closing("regexp_replace(payload, '(\u2014 [^ ]+ ).{8}', '\\1AAAAAAAA')");
    assertThat(found()).contains(Mismatch.SNAPSHOT_UNSIGNED);

    closing("regexp_replace(payload, ',\"signature\":\\{[^}]*\\}', '')");
    assertThat(found())
        .contains(Mismatch.SNAPSHOT_UNSIGNED)
        .doesNotContain(Mismatch.EVENT_UNREADABLE, Mismatch.SNAPSHOT_MISMATCH);
  }
}
