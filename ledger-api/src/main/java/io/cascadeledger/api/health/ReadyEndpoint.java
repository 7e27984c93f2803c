package io.cascadeledger.api.health;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.feed.FeedState;
import io.cascadeledger.api.feed.KafkaFeed;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.measure.ProjectionLag;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/health/ready}. */
public final class ReadyEndpoint implements Endpoint {

  /** A projection this far behind gives answers that are too old to be of use. */
  private static final long EVENTS_BEHIND = 10_000;

  /** A projection that has not seen an event of this age is stuck. */
  private static final long MILLIS_BEHIND = 30_000;

  /** The server as it says it is ready. */
  record ReadyAnswer(
      @Describe("ok or unavailable.") String status,
      @Describe("ok or unavailable.") String database,
      @Describe("The read models.") List<ProjectionAnswer> projections,
      @Describe(value = "The feed into Kafka; left out if there is none.", optional = true)
          @Nullable FeedAnswer kafka) {}

  /** The feed into Kafka. */
  @Describe(
      "The feed into Kafka, as this server sees it. It is told here, and makes no server"
          + " unready: posting and reading do not need it.")
  record FeedAnswer(
      @Describe("ok, standby while another server feeds, or failing.") String status,
      @Describe("The last event that the topic has acknowledged.")
          @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long position,
      @Describe("How many events it has not.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long lagEvents) {

    private static @Nullable FeedAnswer of(KafkaFeed feed) {
      FeedState state = feed.state();
      return state == null ? null : new FeedAnswer(status(state), state.position(), feed.behind());
    }

    private static String status(FeedState state) {
      if (state.isFailing()) {
        return "failing";
      }
      return state.own() ? "ok" : "standby";
    }
  }

  /** A read model. */
  @Describe("A read model and how far it is behind the events.")
  record ProjectionAnswer(
      @Describe("Its name.") String name,
      @Describe("ok or behind.") String status,
      @Describe("The last event it has seen.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long position,
      @Describe("How many events it has not seen.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long lagEvents) {

    private static ProjectionAnswer of(ProjectionLag.Lag lag) {
      boolean behind = lag.events() > EVENTS_BEHIND || lag.millis() > MILLIS_BEHIND;
      return new ProjectionAnswer(
          lag.projection(), behind ? "behind" : "ok", lag.position(), lag.events());
    }

    private boolean isBehind() {
      return status.equals("behind");
    }
  }

  private static final Operation OPERATION =
      Operation.get("getReady", "/v1/health/ready")
          .tag("Health")
          .summary("Ask whether the server is ready")
          .description("Answers 503 while the database is away or a read model is far behind.")
          .answer(200, "The server is ready.", example("ok", 0))
          .answer(503, "The server is not ready.", example("unavailable", 20_000))
          .build();

  private final ProjectionLag lag;
  private final KafkaFeed feed;

  /**
   * Judges by how far the projections are behind.
   *
   * @param feed is told of, too
   */
  public ReadyEndpoint(ProjectionLag lag, KafkaFeed feed) {
    this.lag = lag;
    this.feed = feed;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    boolean database = lag.isFresh();
    List<ProjectionAnswer> projections = lag.all().stream().map(ProjectionAnswer::of).toList();
    boolean ready = database && projections.stream().noneMatch(ProjectionAnswer::isBehind);
    var answer =
        new ReadyAnswer(
            ready ? "ok" : "unavailable",
            database ? "ok" : "unavailable",
            projections,
            FeedAnswer.of(feed));
    return Mono.just(
        JsonResponse.of(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, answer));
  }

  private static ReadyAnswer example(String status, long behind) {
    ProjectionAnswer journal =
        ProjectionAnswer.of(new ProjectionLag.Lag("journal", 42, 42 + behind, 0));
    return new ReadyAnswer(status, "ok", List.of(journal), new FeedAnswer("ok", 42, 0));
  }
}
