package io.cascadeledger.api.journal;

import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import io.cascadeledger.projections.journal.ManualEntryView;
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
          .description(
              "An entry with its lines; for a batch of accruals, those of all its loans. A manual"
                  + " entry is read here as a draft too, and when it was rejected.")
          .scope(Scopes.LEDGER_READ)
          .parameter(ENTRY)
          .answer(200, "The entry.", JournalEntryAnswer.example())
          .problems(ProblemCode.JOURNAL_ENTRY_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final JournalQueries journal;
  private final ManualEntryQueries manual;

  /** Reads from a projection. */
  public GetJournalEntryEndpoint(Reads reads, JournalQueries journal, ManualEntryQueries manual) {
    this.reads = reads;
    this.journal = journal;
    this.manual = manual;
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
        find(Caller.of(request).tenant(), entry),
        ProblemCode.JOURNAL_ENTRY_NOT_FOUND);
  }

  private Mono<JournalEntryAnswer> find(String tenant, UUID entry) {
    Mono<ManualEntryView> written = manual.entry(tenant, entry);
    return journal
        .entry(tenant, entry)
        .flatMap(
            item -> {
              JournalEntryAnswer booked = JournalEntryAnswer.of(item);
              return item.type() == EntryType.MANUAL_ADJUSTMENT
                  ? written.map(booked::with)
                  : Mono.just(booked);
            })
        .switchIfEmpty(written.map(JournalEntryAnswer::of));
  }
}
