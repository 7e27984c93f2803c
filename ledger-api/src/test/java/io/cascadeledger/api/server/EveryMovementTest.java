package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.server.ServicedLoan.Call;
import io.cascadeledger.api.server.ServicedLoan.Row;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** What holds of every movement, whichever it is. */
@ExtendWith(StopsLedger.class)
class EveryMovementTest {

  @SuppressWarnings("UnusedVariable") // the source of the parameters
  private static final List<Row> MOVEMENTS = ServicedLoan.MOVEMENTS;

  @SuppressWarnings("UnusedVariable") // the source of the parameters
  private static final List<Row> POSTINGS =
      Stream.of(ServicedLoan.MOVEMENTS, ServicedLoan.OTHER_POSTINGS).flatMap(List::stream).toList();

  /**
   * What has a test of its own: the payments of a batch have their keys in themselves, and a manual
   * entry, or what was asked of a period, is approved by another client.
   */
  private static final Set<String> OTHERS =
      Set.of("postPaymentBatch", "approveJournalEntry", "approvePeriodChange");

  private final Tenant lender = RunningLedger.newTenant();
  private final ServicedLoan loan = ServicedLoan.of(lender);

  @ParameterizedTest
  @FieldSource("POSTINGS")
  void a_movement_sent_twice_with_one_key_is_posted_once(Row row) {
    Call call = row.call().apply(loan);
    String key = Tenant.newKey();
    Reply first = lender.post(call.path(), key, call.body()).expect(201);
    long events = RunningLedger.eventsOf(lender);

    Reply again = lender.post(call.path(), key, call.body()).expect(200);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }

  @ParameterizedTest
  @FieldSource("POSTINGS")
  void a_dry_run_answers_as_the_movement_would_and_stores_nothing(Row row) {
    Call call = row.call().apply(loan);
    long events = RunningLedger.eventsOf(lender);

    Reply tried = tryOnly(call).expect(200);

    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
    assertThat(tried.json().path("dry_run").asBoolean()).isTrue();
    assertThat(tried.header("Ledger-Position")).isNull();
    Reply posted = loan.post(call).expect(201);
    assertThat(posted.json().has("dry_run")).isFalse();
    Set<String> names = names(tried.json());
    names.remove("dry_run");
    assertThat(names).isEqualTo(names(posted.json()));
    assertThat(tried.json().path("allocation")).isEqualTo(posted.json().path("allocation"));
    assertThat(allocations(tried)).isEqualTo(allocations(posted));
  }

  private Reply tryOnly(Call call) {
    return lender.send(
        lender
            .request(call.path() + "?dry_run=true")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(call.body())));
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  private static List<JsonNode> allocations(Reply reply) {
    return reply.json().path("restated").valueStream().map(it -> it.path("allocation")).toList();
  }

  @ParameterizedTest
  @FieldSource("MOVEMENTS")
  void a_movement_can_be_undone_to_the_cent(Row row) {
    Call call = row.call().apply(loan);
    String before = trialBalance();
    Reply posted = loan.post(call).expect(201);

    Reply undone = lender.post("/v1/reversals", reversalOn10May(posted.text("journal_entry_id")));
    if (posted.json().has("reverses_entry_id")) {
      undone.expectProblem(422, "reversal_not_reversible");
      return;
    }
    undone.expect(201);

    assertThat(trialBalance()).isEqualTo(before);
  }

  private static String reversalOn10May(String entry) {
    return """
    {"reverses_entry_id": "%s", "reason_code": "error_correction", "effective_at": "2026-05-10"}"""
        .formatted(entry);
  }

  /** What each account holds on its normal side. */
  private String trialBalance() {
    return lender
        .get("/v1/trial-balance?as_of_date=2026-06-30")
        .expect(200)
        .json()
        .findValuesAsString("normal_balance_minor")
        .toString();
  }

  @Test
  void a_payment_of_a_batch_sent_twice_is_posted_once() {
    String line = Batch.line(Tenant.newKey(), loan.loan(), 70);
    JsonNode first = Batch.post(lender, List.of(line)).getFirst();
    long events = RunningLedger.eventsOf(lender);

    JsonNode again = Batch.post(lender, List.of(line)).getFirst();

    assertThat(first.path("status").asInt()).isEqualTo(201);
    assertThat(again.path("replayed").asBoolean()).isTrue();
    assertThat(again.path("payment")).isEqualTo(first.path("payment"));
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }

  /** A new operation that posts needs a row, and so is tried twice, dry, and with all refusals. */
  @Test
  void every_operation_that_takes_a_key_is_among_them() {
    Map<String, Pattern> taking = operationsThatTakeKeys();

    Set<String> covered = new TreeSet<>(OTHERS);
    for (Row row : POSTINGS) {
      String path = row.call().apply(ServicedLoan.of(RunningLedger.newTenant())).path();
      taking.forEach(
          (id, pattern) -> {
            if (pattern.matcher(path).matches()) {
              covered.add(id);
            }
          });
    }

    assertThat(covered).isEqualTo(new TreeSet<>(taking.keySet()));
  }

  /** Their paths by their identifiers, as the description has them. */
  private Map<String, Pattern> operationsThatTakeKeys() {
    Map<String, Pattern> operations = new TreeMap<>();
    lender
        .get("/openapi.json")
        .expect(200)
        .json()
        .path("paths")
        .propertyStream()
        .filter(
            path -> path.getValue().at("/post/responses/409").toString().contains("idempotency"))
        .forEach(
            path ->
                operations.put(
                    path.getValue().at("/post/operationId").asString(),
                    Pattern.compile(path.getKey().replaceAll("\\{[a-z_]+}", "[^/]+"))));
    return operations;
  }

  @Test
  void opening_accruing_reversing_and_closing_can_be_tried_too() {
    UUID other = UUID.randomUUID();
    long events = RunningLedger.eventsOf(lender);

    assertThat(tryOnly(new Call("/v1/loans", Bodies.loan(other))).expect(200).text("status"))
        .isEqualTo("open");
    tryOnly(new Call("/v1/loans", Bodies.loan(loan.loan())))
        .expectProblem(409, "loan_already_exists");
    tryOnly(new Call("/v1/accruals/batch", Bodies.accrual(loan.loan(), 10, "2026-05-01")))
        .expect(200);
    tryOnly(new Call("/v1/loans/" + loan.loan() + "/close", "{}"))
        .expectProblem(409, "loan_not_settled");
    tryOnly(new Call("/v1/loans/" + other + "/close", "{}")).expectProblem(404, "loan_not_found");
    tryOnly(new Call("/v1/reversals", Bodies.reversal(other)))
        .expectProblem(404, "journal_entry_not_found");
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(events);
  }
}
