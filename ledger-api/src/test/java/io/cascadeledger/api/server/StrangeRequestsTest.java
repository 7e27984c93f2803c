package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.security.Scopes;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no one should send: at the door, in the path, in headers, and at random. */
@ExtendWith(StopsLedger.class)
class StrangeRequestsTest {

  private static final String ID = "33333333-3333-3333-3333-333333333333";

  private static final Tenant LENDER = RunningLedger.newTenant();
  private static final Map<String, Tenant> WITHOUT_SCOPE = new HashMap<>();

  static List<Operation> guarded() {
    return RunningLedger.SERVER.part(EndpointWiring.Endpoints.class).list().stream()
        .map(Endpoint::operation)
        .filter(operation -> operation.scope() != null)
        .toList();
  }

  private static HttpRequest.Builder call(Tenant caller, Operation operation) {
    String path =
        operation.path().replaceAll("\\{account_code}", "1100").replaceAll("\\{\\w+}", ID);
    return caller
        .request(path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", Tenant.newKey())
        .method(operation.method().name(), BodyPublishers.ofString("{}"));
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void an_operation_needs_its_scope_and_a_token(Operation operation) {
    long events = RunningLedger.events();
    Tenant without =
        WITHOUT_SCOPE.computeIfAbsent(
            operation.scope(),
            scope -> {
              Set<String> others = new HashSet<>(Scopes.DESCRIPTIONS.keySet());
              others.remove(scope);
              return RunningLedger.newTenant(others);
            });

    Reply refused = LENDER.send(call(without, operation)).expectProblem(403, "insufficient_scope");
    assertThat(refused.text("detail")).contains(operation.scope());
    Reply unknown =
        LENDER.send(
            HttpRequest.newBuilder(call(LENDER, operation).build(), (_, _) -> true)
                .setHeader("Authorization", "Bearer nonsense"));
    unknown.expectProblem(401, "unauthenticated");
    Reply nobody =
        LENDER.send(
            HttpRequest.newBuilder(
                call(LENDER, operation).build(), (name, _) -> !name.equals("Authorization")));
    nobody.expectProblem(401, "unauthenticated");
    assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(RunningLedger.events()).isEqualTo(events);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/payments, 405, method_not_allowed",
    "DELETE, /v1/loans/" + ID + ", 405, method_not_allowed",
    "PATCH, /v1/loans, 405, method_not_allowed",
    "POST, /v1/trial-balance, 405, method_not_allowed",
    "GET, /v1/nothing, 404, not_found",
    "GET, /v1/loans/" + ID + "/unknown, 404, not_found",
    "GET, /, 404, not_found",
    "GET, /actuator/env, 404, not_found",
    "GET, /actuator/heapdump, 404, not_found",
    "GET, /v1/loans/not-a-uuid, 400, invalid_request",
    "GET, /v1/accounts/11/balance?currency=USD, 400, invalid_request",
    "GET, /v1/accounts/1100/balance, 400, invalid_request",
    "GET, /v1/accounts/1100/balance?currency=usd, 400, invalid_request",
    "GET, /v1/accounts/1100/balance?currency=USD&layer=pending, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/balance?as_of_date=2026-02-30, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/balance?as_of=2026-02-03, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/balance?as_of_date, 400, invalid_request",
    "GET, /v1/trial-balance?as_of_date=2026-01-01&as_of_date=2026-01-02, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/journal-entries?page_size=0, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/journal-entries?page_size=501, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/journal-entries?page_token=x, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/journal-entries?event_type=none, 400, invalid_request",
    "GET, /v1/loans/" + ID + "/journal-entries?from_date=yesterday, 400, invalid_request"
  })
  void what_is_wrong_with_line_path_or_query_is_said(
      String method, String path, int status, String code) {
    Reply reply = LENDER.send(LENDER.request(path).method(method, BodyPublishers.noBody()));

    reply.expectProblem(status, code);
    if (status == 405) {
      assertThat(reply.header("Allow")).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/loans/%zz HTTP/1.1",
        "GET /v1/loans/% HTTP/1.1",
        "GET /v1/loans/%00 HTTP/1.1",
        "GET /v1/loans/%2e%2e%2fadmin HTTP/1.1",
        "GET /v1/loans/..%2f..%2fetc HTTP/1.1",
        "GET /v1/loans;x=1/y HTTP/1.1",
        "GET //v1/loans HTTP/1.1",
        "GET /v1/trial-balance?as_of_date=%zz HTTP/1.1",
        "GET /v1/trial-balance?%ff=%fe HTTP/1.1",
        "GET /v1/loans/{loan_id} HTTP/1.1",
        "NONSENSE /v1/loans HTTP/1.1",
        "GET no-slash HTTP/1.1",
        "GET /v1/loans HTTP/9.9"
      })
  void a_malformed_request_line_is_a_problem_of_the_caller(String line) {
    String answer = RawHttp.request(LENDER, line);

    assertThat(answer).matches("(?s)HTTP/\\d\\.\\d 4\\d\\d .*");
    Reply.of(answer).expectDiscreet();
  }

  @Test
  void odd_headers_are_refused_or_ignored() {
    String path = "/v1/trial-balance";
    LENDER
        .send(LENDER.request(path).header("Ledger-Position", "-1"))
        .expectProblem(400, "invalid_request");
    LENDER
        .send(LENDER.request(path).header("Ledger-Position", "9".repeat(40)))
        .expectProblem(400, "invalid_request");
    LENDER
        .send(LENDER.request(path).header("Accept", "application/xml"))
        .expectProblem(406, "not_acceptable");
    LENDER
        .send(LENDER.request(path).header("Accept", "nonsense"))
        .expectProblem(406, "not_acceptable");
    LENDER.send(LENDER.request(path).header("traceparent", "nonsense")).expect(200);
    LENDER.send(LENDER.request(path).header("X-Trace-Id", "<script>")).expect(200);
    String answer =
        RawHttp.post(LENDER, "/v1/loans", "Idempotency-Key: " + "k".repeat(20_000), "{}");
    assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
    Reply.of(answer).expectDiscreet();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Idempotency-Key: schl\u00fcssel-1234",
        "Idempotency-Key: key:\u0001:control",
        "Idempotency-Key: key:\u007f:delete",
        "Idempotency-Key: key:\u0085:next-line",
        "Idempotency-Key: key:\u2028:line"
      })
  void a_key_of_other_than_plain_characters_is_refused(String header) {
    String answer = RawHttp.post(LENDER, "/v1/loans", header, Bodies.loan(UUID.randomUUID()));

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    Reply.of(answer).expectDiscreet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Trace-Id: trace-\u0001-id", "X-\u0001: x", "X-Any: a\u0000b"})
  void a_control_character_in_any_header_is_refused(String header) {
    String answer = RawHttp.post(LENDER, "/v1/loans", header, Bodies.loan(UUID.randomUUID()));

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    Reply.of(answer).expectDiscreet();
  }

  @Test
  void mutated_requests_are_never_a_fault_of_the_server() {
    Random random = new Random(20_261_121);
    UUID loan = LENDER.newLoan();
    List<String[]> requests =
        List.of(
            new String[] {"/v1/loans", Bodies.loan(UUID.randomUUID())},
            new String[] {"/v1/disbursements", Bodies.disbursement(loan, 10)},
            new String[] {"/v1/loans/" + loan + "/fees", Bodies.fee(10, "2026-05-01")},
            new String[] {"/v1/accruals/batch", Bodies.accrual(loan, 10, "2026-05-01")},
            new String[] {"/v1/payments", Bodies.payment(loan, 10, "2026-05-01")},
            new String[] {"/v1/reversals", Bodies.reversal(loan)});
    for (int i = 0; i < 600; i++) {
      String[] request = requests.get(random.nextInt(requests.size()));
      String body = Mutation.of(request[1], random);
      Reply reply = LENDER.post(request[0], body);
      assertThat(reply.status())
          .as("%s %s: %s", request[0], body, reply.body())
          .isBetween(200, 499);
      if (reply.status() >= 400) {
        reply.expectProblem(reply.status(), reply.text("code"));
      }
    }
  }
}
