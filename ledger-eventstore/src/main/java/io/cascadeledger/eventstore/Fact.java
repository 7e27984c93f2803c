package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.time.LocalDate;

/**
 * What a row of the event table says, for those who follow the events.
 *
 * @param event the fact
 * @param actor who acted, or null
 * @param correlationId what belongs together across systems, or null
 * @param bookedOn the day on which the books have it
 */
record Fact(LedgerEvent event, String actor, String correlationId, LocalDate bookedOn) {

  RecordedEvent at(long position) {
    return new RecordedEvent(position, event, actor, correlationId, bookedOn);
  }
}
