/**
 * Checks the log of events, where it is stored or in a file, and takes it from one to the other.
 */
package io.cascadeledger.eventstore.audit;
