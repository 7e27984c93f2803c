/** Telling other systems of what happens, over HTTP. */
package io.cascadeledger.api.webhook;
