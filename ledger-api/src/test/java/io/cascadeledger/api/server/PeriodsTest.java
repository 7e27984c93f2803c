package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.bankFee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.SignedNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounting periods over HTTP. */
@ExtendWith(StopsLedger.class)
class PeriodsTest {

  private static final String FEBRUARY = "2026-02-28";
  private static final String JANUARY = "2026-01-31";

  private final Tenant alice = RunningLedger.newTenant();

  static String settings(String periodApproval, String late) {
    return """
    {"manual_entry_approval": "not_required", "period_approval": "%s", "late_postings": "%s"}"""
        .formatted(periodApproval, late);
  }

  private Reply change(Tenant who, String lastDay, String change) {
    return who.post("/v1/periods/%s/%s".formatted(lastDay, change), "{\"reason\": \"Month end.\"}");
  }

  private Reply close(String lastDay) {
    return change(alice, lastDay, "close");
  }

  private Reply pay(UUID loan, long minor, String date) {
    return alice.post("/v1/payments", Bodies.payment(loan, minor, date));
  }

  /** The lines of a trial balance that were booked to: account, currency, debits, credits. */
  private List<String> trialBalance(String asOf) {
    return alice
        .get("/v1/trial-balance?as_of_date=" + asOf)
        .expect(200)
        .json()
        .path("lines")
        .valueStream()
        .map(PeriodsTest::line)
        .filter(line -> !line.endsWith(" 0 0"))
        .sorted()
        .toList();
  }

  private List<String> snapshot(String lastDay) {
    return alice
        .get("/v1/periods/" + lastDay + "/snapshot")
        .expect(200)
        .json()
        .path("lines")
        .valueStream()
        .map(PeriodsTest::line)
        .toList();
  }

  private static String line(JsonNode line) {
    return "%s %s %s %s"
        .formatted(
            line.path("account_code").asString(),
            line.path("currency").asString(),
            line.path("dr_balance_minor").asString(),
            line.path("cr_balance_minor").asString());
  }

  @Test
  void a_closed_period_has_a_trial_balance_that_anyone_can_check() throws Exception {
    UUID loan = alice.newLoan();
    pay(loan, 700, "2026-02-10").expect(201);
    pay(loan, 900, "2026-03-10").expect(201);

    Reply closed = close(FEBRUARY).expect(201);

    assertThat(closed.text("status")).isEqualTo("closed");
    assertThat(closed.json().path("closing").asInt()).isEqualTo(1);
    Reply kept = alice.get("/v1/periods/" + FEBRUARY + "/snapshot").expect(200);
    assertThat(kept.text("text"))
        .isEqualTo(
            alice.name()
                + "\n2026-02-28\n1000 USD 700 0\n1010 USD 0 1000000\n1100 USD 1000000 700\n");
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(kept.text("text").getBytes(StandardCharsets.UTF_8));
    assertThat(kept.text("sha256")).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(
            RunningLedger.JDBC.queryForObject(
                "SELECT payload ->> 'sha256' FROM readable_events WHERE tenant = ?"
                    + " AND event_name = 'period_snapshot_taken'",
                String.class,
                alice.name()))
        .isEqualTo(kept.text("sha256"));
    assertThat(snapshot(FEBRUARY)).isEqualTo(trialBalance(FEBRUARY));
    Reply list = alice.get("/v1/periods").expect(200);
    assertThat(list.text("closed_through")).isEqualTo(FEBRUARY);
    assertThat(list.text("/periods/0/trial_balance_sha256")).isEqualTo(kept.text("sha256"));
  }

  @Test
  void the_trial_balance_of_a_closed_period_is_signed_by_the_key_of_the_checkpoints() {
    alice.newLoan();
    close(FEBRUARY).expect(201);

    Reply kept = alice.get("/v1/periods/" + FEBRUARY + "/snapshot").expect(200);

    String note = kept.text("note");
    assertThat(note)
        .startsWith(
            """
            cascade-ledger trial balance
            tenant %s
            last_day 2026-02-28
            closing 1
            sha256 %s
            time %s

            """
                .formatted(alice.name(), kept.text("sha256"), kept.text("taken_at")));
    CheckpointVerifier key = CheckpointVerifier.parse(kept.text("verifier"));
    assertThat(SignedNote.isSignedBy(note, key)).isTrue();
    assertThat(SignedNote.isSignedBy(note.replace("closing 1", "closing 2"), key)).isFalse();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(alice.get("/v1/checkpoints/latest").expect(200).text("verifier"))
                    .isEqualTo(kept.text("verifier")));
  }

  @Test
  void the_commands_of_the_guide_verify_the_signature_with_openssl(@TempDir Path folder)
      throws Exception {
    assumeTrue(PlainTextTool.isInstalled("openssl"));
    alice.newLoan();
    close(FEBRUARY).expect(201);
    String kept = alice.get("/v1/periods/" + FEBRUARY + "/snapshot").expect(200).body();
    String guide = Files.readString(Path.of("..", "docs", "guides", "close-a-month.md"));
    Matcher block =
        Pattern.compile("```console\ncurl[^\n]*\n(.*?)```", Pattern.DOTALL).matcher(guide);
    assertThat(block.find()).isTrue();
    String script = "set -e; cd %s\n%s".formatted(folder, block.group(1));

    Files.writeString(folder.resolve("snapshot.json"), kept);
    assertThat(PlainTextTool.run("bash", "-c", script))
        .contains(
            JsonMapper.shared().readTree(kept).path("sha256").asString(),
            "Signature Verified Successfully");
    Files.writeString(
        folder.resolve("snapshot.json"), kept.replace("closing 1\\n", "closing 2\\n"));
    assertThatThrownBy(() -> PlainTextTool.run("bash", "-c", script))
        .hasMessageContaining("Verification Failure");
  }

  @Test
  void a_trial_balance_that_was_kept_without_a_signature_is_read_without_one() {
    alice.newLoan();
    close(FEBRUARY).expect(201);
    alice.get("/v1/periods/" + FEBRUARY + "/snapshot").expect(200);
    RunningLedger.JDBC.update(
        "UPDATE accounting_period_change SET verifier = NULL, note = NULL WHERE tenant = ?",
        alice.name());

    JsonNode kept = alice.get("/v1/periods/" + FEBRUARY + "/snapshot").expect(200).json();

    assertThat(kept.has("sha256")).isTrue();
    assertThat(kept.has("note") || kept.has("verifier")).isFalse();
  }

  @Test
  void nothing_is_booked_in_a_closed_period_by_whichever_way() {
    UUID loan = alice.newLoan();
    UUID payment = pay(loan, 700, "2026-02-10").expect(201).id("journal_entry_id");
    alice.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    UUID draft =
        alice
            .post("/v1/journal-entries", bankFee(5).replace("2026-05-01", "2026-02-10"))
            .expect(201)
            .id("journal_entry_id");
    close(FEBRUARY).expect(201);
    long events = RunningLedger.eventsOf(alice);

    Reply refused = pay(loan, 5, FEBRUARY).expectProblem(409, "period_closed");
    assertThat(refused.errors()).containsExactly("effective_at/period_closed");
    alice
        .post("/v1/loans/" + loan + "/fees", Bodies.fee(5, "2026-02-01"))
        .expectProblem(409, "period_closed");
    alice
        .post("/v1/accruals/batch", Bodies.accrual(loan, 5, FEBRUARY))
        .expectProblem(409, "period_closed");
    alice
        .post("/v1/reversals", Bodies.reversal(payment).replace("2026-05-02", FEBRUARY))
        .expectProblem(409, "period_closed");
    alice
        .another()
        .post("/v1/journal-entries/" + draft + "/approve", "{}")
        .expectProblem(409, "period_closed");
    alice
        .post("/v1/payments?dry_run=true", Bodies.payment(loan, 5, FEBRUARY))
        .expectProblem(409, "period_closed");
    assertThat(Batch.post(alice, List.of(Batch.line(Tenant.newKey(), loan, 5, FEBRUARY))))
        .singleElement()
        .satisfies(it -> assertThat(it.toString()).contains("period_closed"));
    assertThat(
            Batch.send(
                    alice,
                    "?atomic=true",
                    Batch.NDJSON,
                    Batch.line(Tenant.newKey(), loan, 5, FEBRUARY))
                .body())
        .contains("period_closed");
    assertThat(RunningLedger.eventsOf(alice)).isEqualTo(events);

    alice.reverse(payment).expect(201); // on an open day
    pay(loan, 5, "2026-03-01").expect(201);
    assertThat(snapshot(FEBRUARY)).isEqualTo(trialBalance(FEBRUARY));
  }

  @Test
  void the_ledger_closes_no_business_day_in_a_closed_period() {
    UUID loan = UUID.randomUUID();
    String terms =
        """
        , "terms": {"principal_minor": "1000000", "annual_interest_rate": "0.073",
          "day_count_convention": "ACT_365", "repayment_frequency": "monthly",
          "instalment_count": 12, "first_due_date": "2026-02-15",
          "servicing": {"interest_method": "declining_balance_daily",
                        "amortization": "equal_principal"}}}""";
    alice.post("/v1/loans", Bodies.loan(loan).replaceFirst("}$", terms)).expect(201);
    alice.post("/v1/disbursements", Bodies.disbursement(loan, 1_000_000)).expect(201);
    close(JANUARY).expect(201);

    alice
        .post("/v1/loans/" + loan + "/business-days/" + JANUARY + "/close", "{}")
        .expectProblem(409, "period_closed");
  }

  @Test
  void what_comes_late_is_booked_on_the_first_open_day_and_keeps_its_value_date() {
    alice.put("/v1/books-settings", settings("not_required", "first_open_day")).expect(201);
    UUID loan = alice.newLoan();
    alice.post("/v1/loans/" + loan + "/fees", Bodies.fee(2_500, "2026-01-25")).expect(201);
    UUID february = pay(loan, 30_000, "2026-02-15").expect(201).id("journal_entry_id");
    UUID march = pay(loan, 30_000, "2026-03-15").expect(201).id("journal_entry_id");
    close(FEBRUARY).expect(201);
    List<String> before = trialBalance(FEBRUARY);

    Reply late = pay(loan, 20_000, JANUARY).expect(201);

    assertThat(late.text("/allocation/fees_minor")).isEqualTo("2500");
    JsonNode entry =
        alice.get("/v1/journal-entries/" + late.id("journal_entry_id")).expect(200).json();
    assertThat(entry.path("effective_at").asString()).isEqualTo("2026-03-01");
    assertThat(entry.path("value_date").asString()).isEqualTo(JANUARY);
    assertThat(late.text("/restated/0/journal_entry_id")).isEqualTo(february.toString());
    JsonNode restatement =
        alice
            .get("/v1/journal-entries/" + late.text("/restated/0/restatement_entry_id"))
            .expect(200)
            .json();
    assertThat(restatement.path("effective_at").asString()).isEqualTo("2026-03-01");
    assertThat(restatement.path("value_date").asString()).isEqualTo("2026-02-15");
    assertThat(trialBalance(FEBRUARY)).isEqualTo(before).isEqualTo(snapshot(FEBRUARY));
    JsonNode movements =
        alice.get("/v1/loans/" + loan + "/movements").expect(200).json().path("items");
    assertThat(movements.findValuesAsString("effective_at"))
        .containsExactly("2026-01-15", "2026-01-25", JANUARY, "2026-02-15", "2026-03-15");
    assertThat(alice.get("/v1/journal-entries/" + march).expect(200).json().has("value_date"))
        .isFalse();
    alice.post("/v1/accruals/batch", Bodies.accrual(loan, 500, JANUARY)).expect(201);
    assertThat(
            alice
                .get("/v1/reconciliation/status?as_of_date=2026-03-01")
                .expect(200)
                .text("/portfolio_rollup/status"))
        .isEqualTo("ok");
    assertThat(trialBalance(FEBRUARY)).isEqualTo(before);
  }

  @Test
  void a_batch_of_accruals_that_comes_late_is_read_as_one_entry_of_the_open_day() {
    alice.put("/v1/books-settings", settings("not_required", "first_open_day")).expect(201);
    UUID loan = alice.newLoan();
    close(FEBRUARY).expect(201);

    UUID batch =
        alice
            .post("/v1/accruals/batch", Bodies.accrual(loan, 500, JANUARY))
            .expect(201)
            .id("journal_entry_id");

    JsonNode entry = alice.get("/v1/journal-entries/" + batch).expect(200).json();
    assertThat(entry.path("effective_at").asString()).isEqualTo("2026-03-01");
    assertThat(entry.path("value_date").asString()).isEqualTo(JANUARY);
  }

  @Test
  void with_four_eyes_a_period_is_closed_and_opened_by_two() {
    alice.put("/v1/books-settings", settings("required", "refused")).expect(201);
    Tenant bob = alice.another();
    UUID loan = alice.newLoan();

    assertThat(close(FEBRUARY).expect(201).text("status")).isEqualTo("close_requested");
    pay(loan, 5, "2026-02-10").expect(201); // it still waits
    assertThat(alice.get("/v1/periods").expect(200).text("/waiting/requested_by"))
        .isEqualTo(alice.client().client().id());
    change(alice, FEBRUARY, "approve").expectProblem(403, "approver_is_author");
    assertThat(change(bob, FEBRUARY, "approve").expect(201).text("status")).isEqualTo("closed");
    pay(loan, 5, "2026-02-10").expectProblem(409, "period_closed");
    assertThat(snapshot(FEBRUARY)).isEqualTo(trialBalance(FEBRUARY));

    change(bob, FEBRUARY, "reopen").expect(201);
    pay(loan, 5, "2026-02-10").expectProblem(409, "period_closed");
    change(alice, FEBRUARY, "reject").expect(201);
    change(bob, FEBRUARY, "reopen").expect(201);
    change(alice, FEBRUARY, "approve").expect(201);
    pay(loan, 5, "2026-02-10").expect(201);

    assertThat(
            alice
                .get("/v1/periods/journal")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsString("event"))
        .containsExactly(
            "close_requested",
            "closed",
            "snapshot_taken",
            "reopen_requested",
            "reopen_rejected",
            "reopen_requested",
            "reopened");
  }

  @Test
  void books_that_are_not_sound_are_not_closed() {
    alice.newLoan();
    alice.get("/v1/trial-balance").expect(200);
    tamper("debit_minor + 1");

    Reply refused = close(FEBRUARY).expectProblem(409, "period_checks_failed");

    assertThat(refused.text("detail")).contains("1100 USD");
    tamper("debit_minor - 1");
    close(FEBRUARY).expect(201);
  }

  private void tamper(String debit) {
    assertThat(
            RunningLedger.JDBC.update(
                "UPDATE account_daily_total SET debit_minor = "
                    + debit
                    + " WHERE tenant = ?"
                    + " AND account_code = '1100'",
                alice.name()))
        .isPositive();
  }

  @Test
  void a_repeated_closing_is_answered_as_at_first_and_closes_once() {
    alice.newLoan();
    String key = Tenant.newKey();
    String path = "/v1/periods/" + FEBRUARY + "/close";
    Reply first = alice.post(path, key, "{\"reason\": \"Month end.\"}").expect(201);

    Reply again = alice.post(path, key, "{\"reason\": \"Month end.\"}").expect(200);

    assertThat(again.body()).isEqualTo(first.body());
    close(FEBRUARY).expectProblem(409, "period_already_closed");
    Reply tried =
        alice.post("/v1/periods/2026-03-31/close?dry_run=true", "{\"reason\": \"Month end.\"}");
    assertThat(tried.expect(200).text("status")).isEqualTo("closed");
    assertThat(alice.get("/v1/periods").expect(200).text("closed_through")).isEqualTo(FEBRUARY);
  }

  @Test
  void another_server_refuses_from_the_same_moment_on() {
    UUID loan = alice.newLoan();
    try (LedgerServer other = RunningLedger.start(RunningLedger.DATABASE.url())) {
      Tenant there = alice.at(other);
      there.post("/v1/payments", Bodies.payment(loan, 5, "2026-02-10")).expect(201);

      close(FEBRUARY).expect(201);

      there
          .post("/v1/payments", Bodies.payment(loan, 5, "2026-02-10"))
          .expectProblem(409, "period_closed");
      change(there, FEBRUARY, "reopen").expect(201);
      pay(loan, 5, "2026-02-10").expect(201);
    }
  }

  /** Postings of any day from several programs at once, while months are closed and opened. */
  @Test
  void while_random_postings_go_on_the_kept_trial_balance_stays_the_trial_balance() {
    List<UUID> loans = List.of(alice.newLoan(), alice.newLoan(), alice.newLoan());
    Random closings = new Random(7);
    LocalDate last = LocalDate.of(2026, 1, 31);
    for (int round = 0; round < 8; round++) {
      if (closings.nextInt(4) == 0) {
        alice.put("/v1/books-settings", settings("not_required", "first_open_day")).expect(201);
      } else if (closings.nextBoolean()) {
        alice.put("/v1/books-settings", settings("not_required", "refused")).expect(201);
      }
      String lastDay = last.toString();
      int seed = round;
      List<Reply> replies =
          Together.run(
              9,
              i -> {
                if (i == 4) {
                  return close(lastDay);
                }
                Random random = new Random(100L * seed + i);
                String day = LocalDate.of(2026, 1, 15).plusDays(random.nextInt(150)).toString();
                return pay(loans.get(i % 3), 1 + random.nextInt(500), day);
              });
      assertThat(replies).extracting(Reply::status).isSubsetOf(201, 409);
      assertThat(snapshot(lastDay)).isEqualTo(trialBalance(lastDay));
      pay(loans.get(0), 3, lastDay);
      assertThat(snapshot(lastDay)).isEqualTo(trialBalance(lastDay));
      if (closings.nextInt(3) == 0) {
        change(alice, lastDay, "reopen").expect(201);
        pay(loans.get(1), 3, lastDay).expect(201);
      } else {
        last = last.plusDays(1 + closings.nextInt(20));
      }
    }
    JsonNode total = alice.get("/v1/trial-balance").expect(200).json().path("totals");
    assertThat(total.findValuesAsString("difference_minor")).containsOnly("0");
  }
}
