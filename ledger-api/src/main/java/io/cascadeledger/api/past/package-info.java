/** What streams had made at a time of the past, worked out from their events. */
package io.cascadeledger.api.past;
