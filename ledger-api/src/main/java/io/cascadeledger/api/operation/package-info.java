/**
 * Operations of the API, declared: an {@link io.cascadeledger.api.operation.Endpoint} says in its
 * {@link io.cascadeledger.api.operation.Operation} what it takes and gives, and {@link
 * io.cascadeledger.api.operation.Routes} lead to it.
 */
package io.cascadeledger.api.operation;
