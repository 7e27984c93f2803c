/**
 * Requests, declared: a {@link io.cascadeledger.api.request.Body} of {@link
 * io.cascadeledger.api.request.Field}s, and {@link io.cascadeledger.api.request.Parameters}, read
 * and check what callers send, and describe it.
 */
package io.cascadeledger.api.request;
