/** Checks a ledger without its server, and takes its events to a file and back. */
package io.cascadeledger.api.audit;
