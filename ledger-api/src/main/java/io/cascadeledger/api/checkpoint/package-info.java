/** The sealed log: checkpoints, and proofs that events are in it. */
package io.cascadeledger.api.checkpoint;
