package io.cascadeledger.api.endofday;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/loans/{loan_id}/business-days/{date}/close}. */
final class LoanDayEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.post("closeLoanBusinessDay", "/v1/loans/{loan_id}/business-days/{date}/close")
          .tag("Business days")
          .summary("Close a business day for one loan")
          .description(
              "Brings one loan that the ledger services to the end of the day, as the end of the"
                  + " day of all loans does, and at once. What it was brought to before is not"
                  + " brought again; then nothing is posted, and the answer has status 200.")
          .scope(Scopes.ACCRUALS_WRITE)
          .parameter(MovementFields.LOAN_IN_PATH)
          .parameter(BusinessDay.DATE)
          .posts("The loan was brought to the end of the day.", LoanDayReceipt.example())
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.AMOUNT_TOO_LARGE,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.PERIOD_CLOSED,
              ProblemCode.BALANCE_TOO_LARGE,
              ProblemCode.TOO_MANY_RESTATEMENTS)
          .build();

  private final Writes writes;
  private final BusinessClock clock;

  /** Posts through the ledger's one way of posting. */
  LoanDayEndpoint(Writes writes, BusinessClock clock) {
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    Values parameters = OPERATION.readParameters(request);
    UUID loan = parameters.get(MovementFields.LOAN_IN_PATH);
    LocalDate date = parameters.get(BusinessDay.DATE);
    BusinessDay.require(date, clock.today());
    return writes.post(
        request,
        OPERATION,
        draft -> Mono.just(new CloseLoanDay(draft.loanInPath(), date, draft.time())),
        posted -> LoanDayReceipt.of(loan, date, posted));
  }
}
