package io.cascadeledger.api.journal;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;

import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Reads manual entries by what has become of them. */
final class ManualEntryList {

  private ManualEntryList() {}

  static Mono<ServerResponse> read(
      ServerRequest request, Operation operation, Reads reads, ManualEntryQueries entries) {
    Values parameters = operation.readParameters(request);
    return reads.ofTenant(
        request,
        JournalProjection.NAME,
        entries
            .withStatus(
                Caller.of(request).tenant(),
                parameters.get(ManualEntryEndpoints.STATUS),
                PageFields.after(parameters),
                parameters.get(PAGE_SIZE))
            .map(JournalPageAnswer::ofManual),
        ProblemCode.INTERNAL_ERROR);
  }
}
