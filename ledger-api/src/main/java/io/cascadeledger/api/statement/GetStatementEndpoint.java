package io.cascadeledger.api.statement;

import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.StreamedAnswer;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementQueries;
import io.cascadeledger.projections.statement.StatementTooLongException;
import io.cascadeledger.projections.statement.StatementWanted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /v1/loans/{loan_id}/statement}. */
public final class GetStatementEndpoint implements Endpoint {

  private static final MediaType CSV = new MediaType("text", "csv");

  private static final Parameter<LocalDate> FROM =
      Parameter.query(
          Field.date("from")
              .optional()
              .describe(
                  "The first effective date; the day on which the loan was opened if left out."));
  private static final Parameter<LocalDate> TO =
      Parameter.query(
          Field.date("to")
              .optional()
              .describe("The last effective date; the business date if left out."));

  private static final Operation OPERATION =
      Operation.get("getLoanStatement", "/v1/loans/{loan_id}/statement")
          .tag("Loans")
          .summary("Read a loan's statement")
          .description(
              "Every journal entry of the loan that counts in a period, with the balances before,"
                  + " between and after; with known_at, as it was known at a time. It has at most "
                  + Limits.STATEMENT_LINES
                  + " lines. A long one is written while it is read: if the connection breaks, it"
                  + " is not whole.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(FROM)
          .parameter(TO)
          .parameter(KNOWN_AT)
          .answer(200, "The statement.", StatementExample.ANSWER)
          .orAs(
              CSV,
              "A line for each entry, between one with the balance before and one with the balance"
                  + " after. Amounts are in minor units. Text that a spreadsheet would read as a"
                  + " formula has an apostrophe before it.",
              StatementExample::csv)
          .orAs(
              MediaType.TEXT_HTML,
              "A page for print. It needs nothing else, and runs nothing.",
              StatementExample::page)
          .problems(
              ProblemCode.LOAN_NOT_FOUND,
              ProblemCode.STATEMENT_TOO_LONG,
              ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final StatementQueries statements;
  private final BusinessClock clock;

  /** Reads from projections. */
  public GetStatementEndpoint(Reads reads, StatementQueries statements, BusinessClock clock) {
    this.reads = reads;
    this.statements = statements;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    MediaType type = OPERATION.answerType(request);
    Values parameters = OPERATION.readParameters(request);
    UUID loan = parameters.get(LOAN_IN_PATH);
    LocalDate to = parameters.find(TO).orElseGet(clock::today);
    LocalDate from = parameters.get(FROM);
    if (from != null && from.isAfter(to)) {
      throw new InvalidRequest(
          FROM.name(), FieldErrorCode.INVALID_FORMAT, "must not be after " + to);
    }
    LoanId id = new LoanId(Caller.of(request).tenant(), loan);
    return reads.streamOfLoan(
        request,
        loan,
        List.of(JournalProjection.NAME, BalanceProjection.NAME),
        position ->
            statements
                .of(
                    new StatementWanted(
                        id, from, to, parameters.get(KNOWN_AT), position, Limits.STATEMENT_LINES))
                .onErrorMap(StatementTooLongException.class, GetStatementEndpoint::tooLong)
                .map(statement -> answer(type, statement, request)),
        ProblemCode.LOAN_NOT_FOUND);
  }

  private static ProblemException tooLong(StatementTooLongException tooLong) {
    return new ProblemException(
        ProblemCode.STATEMENT_TOO_LONG,
        "The statement would have more than %d lines.".formatted(Limits.STATEMENT_LINES));
  }

  private StreamedAnswer answer(MediaType type, Statement statement, ServerRequest request) {
    Map<String, String> headers = new HashMap<>(Map.of("Vary", "Accept"));
    if (type.equals(CSV)) {
      headers.put("Content-Disposition", "attachment; filename=\"%s\"".formatted(name(statement)));
      return stream(utf8(CSV), headers, new CsvStatement(statement), statement, request);
    }
    if (type.equals(MediaType.TEXT_HTML)) {
      headers.put("Content-Security-Policy", HtmlStatement.CONTENT_SECURITY_POLICY);
      headers.put("X-Content-Type-Options", "nosniff");
      StatementText page = new HtmlStatement(statement, clock.now().postedAt());
      return stream(utf8(MediaType.TEXT_HTML), headers, page, statement, request);
    }
    return stream(
        MediaType.APPLICATION_JSON, headers, new JsonStatement(statement), statement, request);
  }

  private static MediaType utf8(MediaType type) {
    return new MediaType(type, Map.of("charset", "UTF-8"));
  }

  private static String name(Statement statement) {
    return "statement-%s-%s-%s.csv"
        .formatted(statement.loan().value(), statement.from(), statement.to());
  }

  private static StreamedAnswer stream(
      MediaType type,
      Map<String, String> headers,
      StatementText text,
      Statement statement,
      ServerRequest request) {
    DataBufferFactory buffers = request.exchange().getResponse().bufferFactory();
    return new StreamedAnswer(
        type,
        headers,
        Flux.concat(
                Mono.fromSupplier(text::begin),
                statement.lines().map(text::lines),
                Mono.fromSupplier(text::end))
            .map(buffers::wrap));
  }
}
