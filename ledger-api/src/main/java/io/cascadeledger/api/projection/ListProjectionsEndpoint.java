package io.cascadeledger.api.projection;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.rebuild.RebuildQueries;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/projections}. */
public final class ListProjectionsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("listProjections", "/v1/projections")
          .tag("Events")
          .summary("List the read models")
          .description(
              "How far each read model has come, and how far its rebuild is, which `ledger"
                  + " rebuild` makes beside it.")
          .scope(Scopes.EVENTS_READ)
          .answer(200, "The read models.", ProjectionListAnswer.example())
          .build();

  private final RebuildQueries projections;

  /** Reads from the database. */
  public ListProjectionsEndpoint(RebuildQueries projections) {
    this.projections = projections;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    OPERATION.readParameters(request);
    return projections
        .all()
        .collectList()
        .map(all -> JsonResponse.of(HttpStatus.OK, ProjectionListAnswer.of(all)));
  }
}
