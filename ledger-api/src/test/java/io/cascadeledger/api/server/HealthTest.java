package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HealthTest {

  @Test
  void a_server_lives_without_its_database_says_that_it_is_not_ready_and_recovers()
      throws IOException {
    TestDatabase database = TestDatabase.create();
    try (CuttableLine line = new CuttableLine(database.port());
        LedgerServer server =
            RunningLedger.start(
                "postgresql://postgres@localhost:" + line.port() + "/" + database.name())) {
      Tenant lender = Tenant.of(server, "lender", Scopes.DESCRIPTIONS.keySet());
      UUID loan = lender.newLoan();
      awaitReady(lender, 200, "ok");
      Reply ready = lender.get("/v1/health/ready").expect(200);
      assertThat(ready.json().path("projections").size()).isEqualTo(4);

      line.cut();
      awaitReady(lender, 503, "unavailable");
      lender.get("/v1/health/live").expect(200);
      String key = "payment:while-away";
      String body = Bodies.payment(loan, 100, "2026-05-01");
      Reply refused = lender.post("/v1/payments", key, body);
      refused.expectProblem(503, refused.text("code"));
      assertThat(refused.header("Retry-After")).isNotNull();
      Reply unread = lender.get("/v1/loans/" + loan);
      unread.expectProblem(503, unread.text("code"));

      line.mend();
      awaitReady(lender, 200, "ok");
      Reply paid = lender.post("/v1/payments", key, body);
      assertThat(paid.status()).as(paid.body()).isIn(200, 201);
      lender.post("/v1/payments", key, body).expect(200);
      assertThat(lender.owed(loan)).isEqualTo("0 0 999900 0");
    } finally {
      database.drop();
    }
  }

  private static void awaitReady(Tenant lender, int status, String database) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(lender.get("/v1/health/ready").expect(status).text("database"))
                    .isEqualTo(database));
  }
}
