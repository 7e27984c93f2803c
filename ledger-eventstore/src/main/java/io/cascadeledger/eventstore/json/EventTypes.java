package io.cascadeledger.eventstore.json;

import io.cascadeledger.accrual.AccrualBatch;
import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.PaymentPosted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * The stored name and revision of each event and snapshot. Names are ours and never change; a
 * revision changes when the stored shape does, and the older ones are then upcast.
 */
public final class EventTypes {

  private static final List<EventType> TYPES =
      List.of(
          new EventType("loan_opened", 1, LoanOpened.class),
          new EventType("disbursement_posted", 1, DisbursementPosted.class),
          new EventType("fee_assessed", 1, FeeAssessed.class),
          new EventType("interest_accrued", 1, InterestAccrued.class),
          new EventType("payment_posted", 1, PaymentPosted.class),
          new EventType("entry_reversed", 1, EntryReversed.class),
          new EventType("loan_closed", 1, LoanClosed.class),
          new EventType("accrual_batch_posted", 1, AccrualBatchPosted.class),
          new EventType("accrual_batch_reversed", 1, AccrualBatchReversed.class));

  private static final List<EventType> SNAPSHOTS =
      List.of(
          new EventType("loan_snapshot", 1, Loan.class),
          new EventType("accrual_batch_snapshot", 1, AccrualBatch.class));

  private static final Map<String, EventType> TYPE_BY_NAME = new HashMap<>();
  private static final Map<Class<?>, SerializedType> TYPE_BY_CLASS = new HashMap<>();

  static {
    TYPES.forEach(EventTypes::register);
    SNAPSHOTS.forEach(EventTypes::register);
  }

  private EventTypes() {}

  /**
   * One stored type.
   *
   * @param name its stored name
   * @param revision the revision that is written today
   * @param type the class it is read into
   */
  public record EventType(String name, int revision, Class<?> type) {}

  private static void register(EventType type) {
    TYPE_BY_NAME.put(type.name(), type);
    TYPE_BY_CLASS.put(
        type.type(), new SimpleSerializedType(type.name(), Integer.toString(type.revision())));
  }

  /** The types of events. */
  public static List<EventType> events() {
    return TYPES;
  }

  /**
   * The stored type of a class.
   *
   * @throws IllegalArgumentException if the class has no stored name
   */
  static SerializedType typeOf(Class<?> type) {
    SerializedType stored = TYPE_BY_CLASS.get(type);
    if (stored == null) {
      throw new IllegalArgumentException(type + " has no stored name");
    }
    return stored;
  }

  /**
   * The class that is stored under a name today.
   *
   * @throws IllegalArgumentException if none is, or if it is stored in another revision: that of a
   *     newer release, or an older one that was not upcast
   */
  static Class<?> classOf(String name, String revision) {
    EventType type = TYPE_BY_NAME.get(name);
    if (type == null) {
      throw new IllegalArgumentException("there is no event named '" + name + "'");
    }
    if (!Integer.toString(type.revision()).equals(revision)) {
      throw new IllegalArgumentException(
          "revision %s of the event '%s' is unknown here".formatted(revision, name));
    }
    return type.type();
  }

  /**
   * The snapshot type of a type of stream.
   *
   * @param streamType the type of stream, such as {@code loan}
   * @throws IllegalArgumentException if streams of that type are not snapshotted
   */
  public static EventType snapshotOf(String streamType) {
    return SNAPSHOTS.stream()
        .filter(type -> type.name().equals(streamType + "_snapshot"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no snapshots are taken of " + streamType));
  }
}
