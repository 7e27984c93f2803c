/** Seals the log of events into a Merkle tree, and signs checkpoints of it. */
package io.cascadeledger.eventstore.seal;
