package io.cascadeledger.api.health;

import io.cascadeledger.api.BuildInfo;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/health/live}. */
public final class LiveEndpoint implements Endpoint {

  /** The server as it says it lives. */
  record LiveAnswer(
      @Describe("Always ok: a server that is not, does not answer.") String status,
      @Describe("The release.") String version,
      @Describe("The commit it was built from.") String gitSha) {}

  private static final Operation OPERATION =
      Operation.get("getLive", "/v1/health/live")
          .tag("Health")
          .summary("Ask whether the server lives")
          .description("Answers as long as the server runs, whatever the state of the database.")
          .answer(200, "The server lives.", new LiveAnswer("ok", "1.4.2", "a3f9e12"))
          .build();

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    var answer = new LiveAnswer("ok", BuildInfo.CURRENT.version(), BuildInfo.CURRENT.gitSha());
    return Mono.just(JsonResponse.of(HttpStatus.OK, answer));
  }
}
