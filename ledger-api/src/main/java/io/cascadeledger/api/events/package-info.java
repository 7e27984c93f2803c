/** The events as they are stored: streamed to those who audit or follow them. */
package io.cascadeledger.api.events;
