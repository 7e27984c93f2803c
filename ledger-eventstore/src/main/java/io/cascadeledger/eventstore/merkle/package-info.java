/** The Merkle tree of RFC 9162 (Certificate Transparency 2.0): hashes and proofs, nothing else. */
package io.cascadeledger.eventstore.merkle;
