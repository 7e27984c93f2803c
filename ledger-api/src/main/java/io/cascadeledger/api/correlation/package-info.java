/** What ties a request to its events, log lines and answer. */
package io.cascadeledger.api.correlation;
