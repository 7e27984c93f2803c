/**
 * Files of payments, posted to a running ledger as any other program would do it: over HTTP, in
 * batches, and again until each line has an answer.
 */
package io.cascadeledger.api.importing;
