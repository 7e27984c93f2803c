package io.cascadeledger.eventstore.audit;

import java.util.Locale;

/** What can be wrong with a ledger, by the names under which it is reported. */
public enum Mismatch {
  /** The stored hash is not that of the event's other parts: a part, or the hash, was changed. */
  HASH_MISMATCH("an event was changed: its hash is another"),

  /** Positions are 1, 2, 3 and so on. */
  POSITION_GAP("events are missing: there is a gap in the positions"),

  /** The sequences of a stream are 0, 1, 2 and so on, in the order of positions. */
  SEQUENCE_GAP("a stream has a gap, or its events are not in their order"),

  /** The payload is not what its name and revision say. */
  EVENT_UNREADABLE("an event cannot be read"),

  /** The debits of an entry are not its credits. */
  ENTRY_UNBALANCED("an entry is not balanced"),

  /** Tenant, stream, dates or times beside the payload are not those in it. */
  COLUMN_MISMATCH("what stands beside an event's payload is not what stands in it"),

  /** Another event was sealed at this position: this one is forged, even if its hash is right. */
  EVENT_REPLACED("an event is not the one that was sealed"),

  /** The event was sealed at another position. */
  EVENT_MOVED("an event stands at another position than when it was sealed"),

  /** A checkpoint covers more events than there are. */
  SEALED_EVENT_MISSING("events that were sealed are gone"),

  /** The nodes of the tree do not fit each other. */
  TREE_MISMATCH("the sealed tree is damaged"),

  /** The root of a checkpoint is not that of the events, or its parts do not agree. */
  CHECKPOINT_MISMATCH("a checkpoint is not one of these events"),

  /** Nobody who may has signed it. */
  CHECKPOINT_UNSIGNED("a checkpoint has no valid signature"),

  /** The hash of a trial balance that was kept, or what was signed of it, is another. */
  SNAPSHOT_MISMATCH("the trial balance of a closed period is not the one that was kept"),

  /** Nobody who may has signed it. */
  SNAPSHOT_UNSIGNED("the trial balance of a closed period has no valid signature"),

  /** The totals of an account are not those of the events' lines. */
  VOLUME_MISMATCH("an account's totals are not the sum of its lines"),

  /** A row of a read model is not as the events make it. */
  PROJECTION_MISMATCH("a row of a read model is not as the events make it"),

  /** A read model could not be made from the events, or claims to know more than there are. */
  PROJECTION_FAILED("a read model cannot be made of the events"),

  /** The file is not whole, or not a file of events. */
  FILE_DAMAGED("the file is damaged");

  private final String meaning;

  Mismatch(String meaning) {
    this.meaning = meaning;
  }

  /** The name under which it is reported. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }
}
