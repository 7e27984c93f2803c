package io.cascadeledger.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The quickstart of the posting API, step by step over HTTP: a loan of 10,000.00 dollars is opened,
 * paid out, charged a fee, accrues interest, and is paid 888.49 dollars.
 */
final class Quickstart {

  private static final String LOAN = "11111111-1111-1111-1111-111111111111";
  private static final String BORROWER = "22222222-2222-2222-2222-222222222222";

  private final DemoClient client;
  private final Path clientFile;
  private final PrintWriter out;
  private final ShownClient http;
  private int posted;
  private int replayed;
  private boolean asExpected = true;

  Quickstart(int port, DemoClient client, Path clientFile, PrintWriter out) {
    this.client = client;
    this.clientFile = clientFile;
    this.out = out;
    this.http = new ShownClient(port, out);
  }

  /**
   * Runs it.
   *
   * @return whether every answer was as documented
   */
  boolean run() throws IOException, InterruptedException {
    asExpected &= http.authenticate(client, clientFile) == 200;
    get("Check that the server lives", "/v1/health/live");
    post(
        "Open a loan",
        "/v1/loans",
        "loan:loan_42:opened",
        """
        {"loan_id": "%s",
         "borrower_id": "%s", "currency": "USD",
         "effective_at": "2026-01-15", "program_id": "prog_7", "terms": {"principal_minor": "1000000",
         "annual_interest_rate": "0.12", "day_count_convention": "ACT_365"}}"""
            .formatted(LOAN, BORROWER));
    post(
        "Pay it out",
        "/v1/disbursements",
        "disbursement:loan_42:wire_001",
        """
        {"loan_id": "%s",
         "borrower_id": "%s",
         "amount_minor": "1000000", "currency": "USD",
         "effective_at": "2026-01-15", "method": "ach", "destination_ref": "bank_acct_789"}"""
            .formatted(LOAN, BORROWER));
    post(
        "Charge a fee",
        "/v1/loans/" + LOAN + "/fees",
        "fee:loan_42:late_2026-04",
        """
        {"amount_minor": "500", "currency": "USD", "effective_at": "2026-04-20",
         "fee_type": "late_payment"}""");
    post(
        "Accrue interest",
        "/v1/accruals/batch",
        "accrual:prog_7:2026-04-30",
        """
        {"program_id": "prog_7", "accrual_date": "2026-04-30", "day_count_convention": "ACT_365",
         "loans": [{"loan_id": "%s",
                    "outstanding_principal_minor": "1000000", "interest_minor": "10000"}]}"""
            .formatted(LOAN));
    JsonNode payment =
        post(
            "Post your first payment",
            "/v1/payments",
            "payment:loan_42:proc_txn_abc123",
            """
            {"loan_id": "%s",
             "borrower_id": "%s",
             "amount_minor": "88849", "currency": "USD",
             "effective_at": "2026-05-01", "source_method": "ach",
             "external_ref": "stripe_ch_xyz123"}"""
                .formatted(LOAN, BORROWER));
    expect(payment.path("allocation"), Map.of("fees_minor", "500", "interest_minor", "10000"));
    expect(payment.path("allocation"), Map.of("principal_minor", "78349", "suspense_minor", "0"));
    JsonNode balance = get("Read the loan's balance", "/v1/loans/" + LOAN + "/balance");
    expect(
        balance, Map.of("principal_outstanding_minor", "921651", "total_exposure_minor", "921651"));
    trialBalance();
    summarize();
    return asExpected;
  }

  /** The access token that it was given. */
  String token() {
    return http.token();
  }

  private JsonNode post(String title, String path, String key, String body)
      throws IOException, InterruptedException {
    ShownClient.Shown answer = http.post(title, path, key, body);
    if (answer.replayed()) {
      replayed++;
    } else {
      posted++;
    }
    asExpected &= answer.status() == (answer.replayed() ? 200 : 201);
    return answer.body();
  }

  private JsonNode get(String title, String path) throws IOException, InterruptedException {
    ShownClient.Shown answer = http.get(title, path, true);
    asExpected &= answer.status() == 200;
    return answer.body();
  }

  private void trialBalance() throws IOException, InterruptedException {
    ShownClient.Shown answer = http.get("Read the trial balance", "/v1/trial-balance", false);
    asExpected &= answer.status() == 200;
    out.printf("%d, as a table:%n%n", answer.status());
    TrialBalanceTable.of(answer.body()).print(out);
    out.println();
    JsonNode total = answer.body().path("totals").path(0);
    expect(total, Map.of("currency", "USD", "difference_minor", "0"));
  }

  private void expect(JsonNode answer, Map<String, String> documented) {
    documented.forEach(
        (field, value) -> {
          String actual = answer.path(field).asString("missing");
          if (!value.equals(actual)) {
            asExpected = false;
            out.printf("! %s should be %s and is %s%n", field, value, actual);
          }
        });
  }

  private void summarize() {
    if (replayed > 0) {
      out.printf(
          "%d of %d requests had been posted by an earlier run: they were answered as then, and"
              + " nothing was posted twice.%n",
          replayed, replayed + posted);
    }
    out.println(
        asExpected
            ? "All answers are as documented, and the trial balance sums to zero."
            : "Not all answers are as documented; see the lines that begin with !.");
    out.flush();
  }
}
