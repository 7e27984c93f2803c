package io.cascadeledger.journal.period;

/**
 * Who stands behind a trial balance that was kept.
 *
 * @param verifier the key that verifies the note, as signed notes (C2SP) write it: the log's name,
 *     the key's identifier and the key
 * @param note tenant, last day, closing, hash and time, signed with the key of the checkpoints
 */
public record SnapshotSignature(String verifier, String note) {}
