package io.cascadeledger.accrual;

import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A batch of accruals: it remembers which loans it touched, so that it can be undone whole. */
@AggregateRoot(type = AccrualBatchId.STREAM_TYPE)
public class AccrualBatch {

  @SuppressWarnings("UnusedVariable") // Axon reads it, to name the stream
  @AggregateIdentifier
  private AccrualBatchId id;

  private UUID entryId;
  private UUID reversedBy;
  private List<UUID> loans = List.of();

  /** For the event store, which fills it by replaying events. */
  protected AccrualBatch() {}

  AccrualBatch(AccrualBatchPosted posted) {
    apply(posted);
  }

  void reverse(ReverseAccrualBatch command) {
    requireEffectiveDate(command.effectiveDate(), command.time());
    if (reversedBy != null) {
      throw new Refused(
          RefusalCode.ENTRY_ALREADY_REVERSED,
          "The journal entry %s was reversed by %s.".formatted(entryId, reversedBy));
    }
    apply(
        new AccrualBatchReversed(
            command.batch(),
            entryId,
            command.entryId(),
            command.reasonCode(),
            command.reasonDescription(),
            command.metadata(),
            command.effectiveDate(),
            command.time().postedAt()));
  }

  /** Takes an event into account. */
  @EventSourcingHandler
  public void on(AccrualBatchEvent event) {
    switch (event) {
      case AccrualBatchPosted posted -> {
        id = posted.batch();
        entryId = posted.entryId();
        loans = posted.loans();
      }
      case AccrualBatchReversed reversed -> reversedBy = reversed.entryId();
    }
  }

  UUID entryId() {
    return entryId;
  }

  List<UUID> loans() {
    return loans;
  }

  /**
   * The identity of one loan's entry within a batch, derived from both identities (RFC 9562,
   * version 3), so that a batch need not store one per loan.
   */
  static UUID entryIdOf(UUID batchEntryId, UUID loan) {
    return UUID.nameUUIDFromBytes((batchEntryId + "/" + loan).getBytes(StandardCharsets.US_ASCII));
  }
}
