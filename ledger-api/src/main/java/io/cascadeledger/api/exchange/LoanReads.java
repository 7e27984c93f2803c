package io.cascadeledger.api.exchange;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.past.PastLoans;
import io.cascadeledger.api.past.PastLoans.PastLoan;
import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What can be worked out from one loan's events alone is read from the loan itself: it is what the
 * last posting has left, and no projection has to be waited for.
 */
public final class LoanReads {

  private final Loans loans;
  private final PastLoans past;

  /** Reads the loans of the ledger. */
  public LoanReads(Loans loans, PastLoans past) {
    this.loans = loans;
    this.past = past;
  }

  /**
   * Answers with what is read of a loan.
   *
   * @param loan the loan's identifier within the caller's tenant
   * @param reading makes the answer's body; may throw a {@link ProblemException}
   */
  public Mono<ServerResponse> read(
      ServerRequest request, UUID loan, Function<LoanState, ? extends Record> reading) {
    LoanId id = new LoanId(Caller.of(request).tenant(), loan);
    return Blocking.call(request, () -> loans.read(id, reading))
        .map(
            read ->
                JsonResponse.of(
                    HttpStatus.OK,
                    read.orElseThrow(() -> new ProblemException(ProblemCode.LOAN_NOT_FOUND))));
  }

  /**
   * Answers with what is read of a loan as of a day, as it was known at a time.
   *
   * @param asOf the last effective date that counts; null if all count
   * @param knownAt what was posted later does not count; null if all counts
   */
  public Mono<ServerResponse> readPast(
      ServerRequest request,
      UUID loan,
      LocalDate asOf,
      Instant knownAt,
      Function<LoanState, ? extends Record> reading) {
    if (asOf == null && knownAt == null) {
      return read(request, loan, reading);
    }
    LoanId id = new LoanId(Caller.of(request).tenant(), loan);
    return Blocking.call(
            request, () -> past.find(id, asOf, knownAt).map(PastLoan::state).map(reading))
        .map(
            read ->
                JsonResponse.of(
                    HttpStatus.OK,
                    read.orElseThrow(() -> new ProblemException(ProblemCode.LOAN_NOT_FOUND))));
  }
}
