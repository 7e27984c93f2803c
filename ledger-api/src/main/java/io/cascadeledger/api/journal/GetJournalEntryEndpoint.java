package io.cascadeledger.api.journal;

import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/journal-entries/{journal_entry_id}}. */
public final class GetJournalEntryEndpoint implements Endpoint {

  private static final Parameter<UUID> ENTRY =
      Parameter.path(Field.uuid("journal_entry_id").describe("The entry."));

  private static final Operation OPERATION =
      Operation.get("getJournalEntry", "/v1/journal-entries/{journal_entry_id}")
          .tag("Journal")
          .summary("Read a journal entry")
          .description("An entry with its lines; for a batch of accruals, those of all its loans.")
          .scope(Scopes.LEDGER_READ)
          .parameter(ENTRY)
          .answer(200, "The entry.", JournalEntryAnswer.example())
          .problems(ProblemCode.JOURNAL_ENTRY_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final JournalQueries journal;

  /** Reads from a projection. */
  public GetJournalEntryEndpoint(Reads reads, JournalQueries journal) {
    this.reads = reads;
    this.journal = journal;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    UUID entry = OPERATION.readParameters(request).get(ENTRY);
    return reads.ofTenant(
        request,
        JournalProjection.NAME,
        journal.entry(Caller.of(request).tenant(), entry).map(JournalEntryAnswer::of),
        ProblemCode.JOURNAL_ENTRY_NOT_FOUND);
  }
}
