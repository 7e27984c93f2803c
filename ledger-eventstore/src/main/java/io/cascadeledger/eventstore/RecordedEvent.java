package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;

/**
 * A fact as the event store recorded it.
 *
 * @param position its place in the order of all events: 1, 2, 3 and so on
 * @param event the fact
 * @param actor who acted, or null if the event does not say
 * @param correlationId what belongs together across systems, or null if the event does not say
 */
public record RecordedEvent(long position, LedgerEvent event, String actor, String correlationId) {}
