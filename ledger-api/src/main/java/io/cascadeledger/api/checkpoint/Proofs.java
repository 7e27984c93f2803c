package io.cascadeledger.api.checkpoint;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.SealedLog;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes proofs for tenants. Blocks. */
final class Proofs {

  private final StoredEvents events;
  private final SealedLog log;

  Proofs(StoredEvents events, SealedLog log) {
    this.events = events;
    this.log = log;
  }

  /**
   * The proof that an event is in the log.
   *
   * @param treeSize that of the checkpoint; 0 for the last one
   * @throws ProblemException if the tenant has no such event, or the checkpoint does not cover it
   */
  InclusionAnswer inclusion(String tenant, long position, long treeSize) {
    EventFilter own = new EventFilter(tenant, Set.of(), null, null, null, null);
    StoredEvent event =
        events.after(own, position - 1, position).events().stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.EVENT_NOT_FOUND,
                        "There is no event at position %d.".formatted(position)));
    Optional<Checkpoint> found =
        treeSize == 0 ? log.latest() : Optional.of(requireCheckpoint(treeSize));
    Checkpoint checkpoint =
        found
            .filter(it -> it.treeSize() >= position)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.EVENT_NOT_SEALED,
                        "The checkpoint does not cover the event at position %d."
                            .formatted(position)));
    return new InclusionAnswer(
        position,
        position - 1,
        HexFormat.of().formatHex(event.hash()),
        hex(log.inclusion(position, checkpoint.treeSize())),
        CheckpointAnswer.of(checkpoint));
  }

  /**
   * The proof that a checkpoint's log begins with that of an earlier one.
   *
   * @throws ProblemException if there are no such checkpoints
   */
  ConsistencyAnswer consistency(long from, long treeSize) {
    Checkpoint earlier = requireCheckpoint(from);
    Checkpoint later = requireCheckpoint(treeSize);
    return new ConsistencyAnswer(
        CheckpointAnswer.of(earlier),
        CheckpointAnswer.of(later),
        hex(log.consistency(from, treeSize)));
  }

  private Checkpoint requireCheckpoint(long treeSize) {
    return log.of(treeSize)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.CHECKPOINT_NOT_FOUND,
                    "There is no checkpoint of %d events.".formatted(treeSize)));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
