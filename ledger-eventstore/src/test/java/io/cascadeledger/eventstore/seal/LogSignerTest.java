package io.cascadeledger.eventstore.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogSignerTest {

  private static final TrialBalanceNote BALANCE =
      new TrialBalanceNote(
          "acme",
          LocalDate.of(2026, 2, 28),
          3,
          "ab".repeat(32),
          Instant.parse("2026-03-02T09:00:00.123456Z"));

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();

  @AfterEach
  void close() {
    server.drop();
  }

  private LogSigner signer(CheckpointKey own) {
    return new LogSigner(database, own, Clock.systemUTC());
  }

  private Checkpoint seal(CheckpointKey own) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO events
          SELECT coalesce(max(position), 0) + 1, 'acme', 'loan', gen_random_uuid(), 0,
                 gen_random_uuid(), 'loan_closed', 1, DATE '2026-03-31', now(), '{}', '{}', NULL,
                 NULL, sha256('x')
            FROM events
          """);
    }
    return new Sealing(database, own, Clock.systemUTC()).seal();
  }

  private List<String> verifiers() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new SealTables(connection).verifiers();
    }
  }

  @Test
  void a_trial_balance_can_be_signed_before_the_first_checkpoint_with_the_key_of_all_later_ones()
      throws SQLException {
    LogSigner.Signed signed = signer(null).sign(BALANCE);

    assertThat(signed.note())
        .startsWith(
            """
            cascade-ledger trial balance
            tenant acme
            last_day 2026-02-28
            closing 3
            sha256 %s
            time 2026-03-02T09:00:00.123456Z

            \u2014 cascade-ledger/"""
                .formatted("ab".repeat(32)));
    assertThat(BALANCE.isIn(signed.note())).isTrue();
    assertThat(SignedNote.isSignedBy(signed.note(), CheckpointVerifier.parse(signed.verifier())))
        .isTrue();
    assertThat(seal(null).verifier()).isEqualTo(signed.verifier());
    assertThat(signer(null).sign(BALANCE)).isEqualTo(signed);
    assertThat(verifiers()).containsExactly(signed.verifier());
  }

  @Test
  void the_key_of_a_file_signs_and_is_known_to_whoever_verifies() throws SQLException {
    String before = seal(null).verifier();
    CheckpointKey own = CheckpointKey.random();

    LogSigner.Signed signed = signer(own).sign(BALANCE);

    assertThat(signed.verifier()).isNotEqualTo(before);
    assertThat(verifiers()).containsExactly(before, signed.verifier());
    assertThat(seal(own).verifier()).isEqualTo(signed.verifier());
  }

  @Test
  void servers_that_sign_for_the_first_time_together_agree_on_the_key() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<LogSigner.Signed>> signings =
          Stream.generate(() -> (Callable<LogSigner.Signed>) () -> signer(null).sign(BALANCE))
              .limit(8)
              .toList();
      for (Future<LogSigner.Signed> signed : threads.invokeAll(signings)) {
        assertThat(signed.get()).isEqualTo(signer(null).sign(BALANCE));
      }
    }
    assertThat(verifiers()).hasSize(1);
  }

  @Test
  void what_is_signed_of_a_trial_balance_is_no_checkpoint() {
    String note = signer(null).sign(BALANCE).note();

    assertThatIllegalArgumentException().isThrownBy(() -> CheckpointNote.parse(note));
    assertThat(new TrialBalanceNote("acme", BALANCE.lastDay(), 4, "", Instant.EPOCH).isIn(note))
        .isFalse();
  }
}
