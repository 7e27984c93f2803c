package io.cascadeledger.api.checkpoint;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.seal.SealedLog;
import io.cascadeledger.projections.loan.MovementQueries;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The operations that prove that an event is in the log. */
public final class ProofEndpoints {

  private static final Parameter<String> POSITION =
      Parameter.path(
          Field.token("position", "^[1-9][0-9]{0,17}$", "42").describe("The event's position."));

  private static final Parameter<UUID> PAYMENT =
      Parameter.path(Field.uuid("payment_event_id").describe("The payment."));

  private static final Parameter<String> TREE_SIZE =
      Parameter.query(
          Field.token("tree_size", "^[1-9][0-9]{0,17}$", "4711")
              .optional()
              .describe("That of the checkpoint to lead to. Left out: the last one."));

  private static final Operation OF_EVENT =
      Operation.get("getEventProof", "/v1/events/{position}/proof")
          .tag("Events")
          .summary("Prove that an event is in the log")
          .description(
              "Leads from the hash of an event to the signed root of a checkpoint. The hashes"
                  + " beside the way tell nothing of other events, or of other tenants.")
          .scope(Scopes.EVENTS_READ)
          .parameter(POSITION)
          .parameter(TREE_SIZE)
          .answer(200, "The proof.", InclusionAnswer.example())
          .problems(
              ProblemCode.EVENT_NOT_FOUND,
              ProblemCode.EVENT_NOT_SEALED,
              ProblemCode.CHECKPOINT_NOT_FOUND)
          .build();

  private static final Operation OF_PAYMENT =
      Operation.get("getPaymentProof", "/v1/payments/{payment_event_id}/proof")
          .tag("Events")
          .summary("Prove that a payment is in the log")
          .description("The proof of the event that posted the payment.")
          .scope(Scopes.EVENTS_READ)
          .parameter(PAYMENT)
          .parameter(TREE_SIZE)
          .answer(200, "The proof.", InclusionAnswer.example())
          .problems(
              ProblemCode.PAYMENT_NOT_FOUND,
              ProblemCode.EVENT_NOT_SEALED,
              ProblemCode.CHECKPOINT_NOT_FOUND)
          .build();

  private ProofEndpoints() {}

  /** The endpoints of the sealed log: checkpoints and proofs. */
  public static List<Endpoint> all(StoredEvents events, SealedLog log, MovementQueries movements) {
    Proofs proofs = new Proofs(events, log);
    List<Endpoint> own =
        List.of(
            new PlainEndpoint(OF_EVENT, request -> ofEvent(request, proofs)),
            new PlainEndpoint(OF_PAYMENT, request -> ofPayment(request, proofs, movements)));
    return Stream.of(CheckpointEndpoints.all(log, proofs), own).flatMap(List::stream).toList();
  }

  private static Mono<ServerResponse> ofEvent(ServerRequest request, Proofs proofs) {
    Values values = OF_EVENT.readParameters(request);
    return prove(request, values, Long.parseLong(values.get(POSITION)), proofs);
  }

  private static Mono<ServerResponse> ofPayment(
      ServerRequest request, Proofs proofs, MovementQueries movements) {
    Values values = OF_PAYMENT.readParameters(request);
    UUID payment = values.get(PAYMENT);
    return movements
        .payment(Caller.of(request).tenant(), payment)
        .switchIfEmpty(
            Mono.error(
                () ->
                    new ProblemException(
                        ProblemCode.PAYMENT_NOT_FOUND, "There is no payment " + payment + ".")))
        .flatMap(found -> prove(request, values, found.position(), proofs));
  }

  private static Mono<ServerResponse> prove(
      ServerRequest request, Values values, long position, Proofs proofs) {
    String tenant = Caller.of(request).tenant();
    long size = values.find(TREE_SIZE).map(Long::parseLong).orElse(0L);
    return CheckpointEndpoints.answer(request, () -> proofs.inclusion(tenant, position, size));
  }
}
