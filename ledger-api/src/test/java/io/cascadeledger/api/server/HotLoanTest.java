package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who post to the same loans at once, through one server and through two. */
@ExtendWith(StopsLedger.class)
class HotLoanTest {

  private static final int THREADS = 32;
  private static final int PAYMENTS = 20;

  private final Tenant lender = RunningLedger.newTenant();

  @Test
  void a_long_hot_loan_takes_every_payment_once_and_is_carried_on_from_its_snapshot() {
    UUID loan = lender.newLoan();

    Together.run(
        THREADS,
        _ -> {
          for (int i = 0; i < PAYMENTS; i++) {
            lender.pay(loan, 100).expect(201);
          }
          return null;
        });

    assertSound(loan, 2 + THREADS * PAYMENTS);
    assertThat(lender.owed(loan)).isEqualTo("0 0 936000 0");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        RunningLedger.JDBC.queryForList(
                            "SELECT sequence FROM snapshots WHERE tenant = ? AND stream_id = ?",
                            Long.class,
                            lender.name(),
                            loan))
                    .singleElement()
                    .satisfies(sequence -> assertThat(sequence).isGreaterThanOrEqualTo(499)));
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-05-01")).expect(201);
    try (LedgerServer other = RunningLedger.start(RunningLedger.DATABASE.url())) {
      Tenant elsewhere = lender.at(other);
      Reply paid = elsewhere.pay(loan, 936_507).expect(201);
      assertThat(paid.text("/allocation/fees_minor")).isEqualTo("500");
      assertThat(paid.text("/allocation/principal_minor")).isEqualTo("936000");
      assertThat(paid.text("/allocation/suspense_minor")).isEqualTo("7");
      assertThat(elsewhere.owed(loan)).isEqualTo("0 0 0 7");
      twoServersTakeTurns(elsewhere);
    }
  }

  private void twoServersTakeTurns(Tenant elsewhere) {
    List<UUID> loans = List.of(lender.newLoan(), lender.newLoan());

    Together.run(
        16,
        thread -> {
          Tenant here = thread % 2 == 0 ? lender : elsewhere;
          for (int i = 0; i < PAYMENTS; i++) {
            String key = "payment:%d:%d".formatted(thread / 2, i);
            String body = Bodies.payment(loans.get(i % 2), 100, "2026-05-01");
            Reply reply = here.post("/v1/payments", key, body);
            assertThat(reply.status()).as(reply.body()).isIn(200, 201);
          }
          return null;
        });

    // Both servers were given the same 8 x 20 payments.
    for (UUID loan : loans) {
      assertSound(loan, 2 + 8 * PAYMENTS / 2);
      assertThat(elsewhere.post("/v1/payments", Bodies.payment(loan, 1, "2026-05-01")).status())
          .isEqualTo(201);
      assertThat(elsewhere.owed(loan)).isEqualTo("0 0 991999 0");
    }
  }

  private void assertSound(UUID loan, long events) {
    List<Long> sequences =
        RunningLedger.JDBC.queryForList(
            "SELECT sequence FROM events WHERE tenant = ? AND stream_id = ? ORDER BY sequence",
            Long.class,
            lender.name(),
            loan);
    assertThat(sequences).hasSize((int) events);
    assertThat(sequences.getLast()).isEqualTo(events - 1);
  }
}
