package io.cascadeledger.eventstore.seal;

import java.time.Instant;

/**
 * A checkpoint: what the log was when it was signed.
 *
 * @param treeSize the position of the last event in the tree
 * @param root the tree's root
 * @param signedAt when it was signed, to the microsecond
 * @param verifier the key that verifies it
 * @param note all of this as it was signed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Checkpoint(
    long treeSize, byte[] root, Instant signedAt, String verifier, String note) {}
