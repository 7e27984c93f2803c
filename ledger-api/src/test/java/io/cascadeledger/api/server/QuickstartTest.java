package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The published quickstart, whose commands are kept word for word beside this class. */
@ExtendWith(StopsLedger.class)
class QuickstartTest {

  private static final String LOAN = "11111111-1111-1111-1111-111111111111";

  private final Tenant lender = RunningLedger.newTenant();
  private final List<String> commands = CurlLine.in(published());

  private static String published() {
    try (var text = QuickstartTest.class.getResourceAsStream("quickstart-curl.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Only host and credentials are changed. */
  private Reply run(String command, String token) {
    return lender.send(
        CurlLine.request(
            command
                .replace("https://ledger.clarivo.co", "http://localhost:" + lender.port())
                .replace("https://auth.example.com", "http://localhost:" + lender.port())
                .replace("YOUR_CLIENT_ID", lender.client().client().id())
                .replace("YOUR_CLIENT_SECRET", lender.client().secret())
                .replace("YOUR_ACCESS_TOKEN", token)));
  }

  @Test
  void the_published_commands_answer_as_published() {
    UUID loan = UUID.fromString(LOAN);
    lender.post("/v1/loans", Bodies.loan(loan)).expect(201);
    lender.post("/v1/disbursements", Bodies.disbursement(loan, 1_000_000)).expect(201);
    lender.post("/v1/loans/" + LOAN + "/fees", Bodies.fee(500, "2026-04-20")).expect(201);
    lender.post("/v1/accruals/batch", Bodies.accrual(loan, 10_000, "2026-04-30")).expect(201);
    assertThat(commands).hasSize(4);

    Reply token = run(commands.get(0), "").expect(200);
    assertThat(names(token.json())).contains("access_token", "token_type", "expires_in");
    assertThat(token.text("token_type")).isEqualTo("Bearer");
    assertThat(token.json().get("expires_in").intValue()).isEqualTo(3600);

    Reply live = run(commands.get(1), "").expect(200);
    assertThat(names(live.json())).containsExactlyInAnyOrder("status", "version", "git_sha");
    assertThat(live.text("status")).isEqualTo("ok");

    Reply payment = run(commands.get(2), token.text("access_token")).expect(201);
    assertThat(names(payment.json()))
        .containsExactlyInAnyOrder(
            "payment_event_id", "journal_entry_id", "allocation", "posted_at");
    assertThat(payment.id("payment_event_id")).isNotEqualTo(payment.id("journal_entry_id"));
    assertThat(payment.text("/allocation/fees_minor")).isEqualTo("500");
    assertThat(payment.text("/allocation/interest_minor")).isEqualTo("10000");
    assertThat(payment.text("/allocation/principal_minor")).isEqualTo("78349");
    assertThat(payment.text("/allocation/suspense_minor")).isEqualTo("0");
    assertThat(payment.json().get("allocation").size()).isEqualTo(4);
    assertThat(Instant.parse(payment.text("posted_at"))).isBefore(Instant.now());
    assertThat(payment.text("posted_at")).endsWith("Z");

    Reply balance = run(commands.get(3), token.text("access_token")).expect(200);
    assertThat(names(balance.json()))
        .containsExactlyInAnyOrder(
            "loan_id",
            "currency",
            "as_of_date",
            "principal_outstanding_minor",
            "interest_receivable_minor",
            "fees_receivable_minor",
            "total_exposure_minor",
            "suspense_minor",
            "last_activity_at");
    assertThat(balance.text("loan_id")).isEqualTo(LOAN);
    assertThat(balance.text("currency")).isEqualTo("USD");
    assertThat(balance.text("principal_outstanding_minor")).isEqualTo("921651");
    assertThat(balance.text("interest_receivable_minor")).isEqualTo("0");
    assertThat(balance.text("fees_receivable_minor")).isEqualTo("0");
    assertThat(balance.text("total_exposure_minor")).isEqualTo("921651");
    assertThat(balance.text("last_activity_at")).isEqualTo(payment.text("posted_at"));
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }
}
