package io.cascadeledger.api.journal;

import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;
import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;

import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.projections.journal.EntriesWanted;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/loans/{loan_id}/journal-entries}. */
public final class GetLoanJournalEndpoint implements Endpoint {

  private static final Parameter<LocalDate> FROM =
      Parameter.query(
          Field.date("from_date").optional().describe("The first effective date wanted."));
  private static final Parameter<LocalDate> TO =
      Parameter.query(Field.date("to_date").optional().describe("The last effective date wanted."));
  private static final Parameter<EntryType> EVENT_TYPE =
      Parameter.query(
          Field.oneWordOf("event_type", EntryType.class)
              .optional()
              .describe("The kind of movement wanted; all kinds if left out."));
  private static final Operation OPERATION =
      Operation.get("listLoanJournalEntries", "/v1/loans/{loan_id}/journal-entries")
          .tag("Journal")
          .summary("List a loan's journal entries")
          .description("The loan's entries in the order in which they were recorded, by pages.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(FROM)
          .parameter(TO)
          .parameter(EVENT_TYPE)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "A page of entries.", JournalPageAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final JournalQueries journal;

  /** Reads from a projection. */
  public GetLoanJournalEndpoint(Reads reads, JournalQueries journal) {
    this.reads = reads;
    this.journal = journal;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    Values parameters = OPERATION.readParameters(request);
    UUID loan = parameters.get(LOAN_IN_PATH);
    EntriesWanted wanted =
        new EntriesWanted(
            parameters.get(FROM),
            parameters.get(TO),
            parameters.get(EVENT_TYPE),
            PageFields.after(parameters),
            parameters.get(PAGE_SIZE));
    return reads.ofLoan(
        request,
        loan,
        JournalProjection.NAME,
        journal.entriesOfLoan(Caller.of(request).tenant(), loan, wanted).map(JournalPageAnswer::of),
        ProblemCode.LOAN_NOT_FOUND);
  }
}
