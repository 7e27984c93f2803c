/**
 * Payments in batches: {@link io.cascadeledger.api.batch.BodyBytes} come off the wire, {@link
 * io.cascadeledger.api.batch.Items} cut them into payments, a {@link
 * io.cascadeledger.api.batch.BatchRun} posts these and keeps their order, and {@link
 * io.cascadeledger.api.batch.ResultStream} writes what became of them.
 */
package io.cascadeledger.api.batch;
