package io.cascadeledger.eventstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An aggregate in memory, with what other nodes have added to its stream since. That is applied
 * when the aggregate is next wanted, by the one who has it locked: nobody else may touch it.
 */
final class KeptAggregate {

  private static final Logger LOG = LoggerFactory.getLogger(KeptAggregate.class);

  /** An aggregate with more news than this is cheaper to read than to keep. */
  private static final int MOST_NEWS = 100;

  private Object entry;
  private List<DomainEventMessage<?>> news = List.of();

  KeptAggregate(Object entry) {
    this.entry = entry;
  }

  synchronized void replace(Object newEntry) {
    entry = newEntry;
  }

  synchronized Object entry() {
    return entry;
  }

  /**
   * Notes an event that another node has stored.
   *
   * @return false if there is too much of it
   */
  synchronized boolean add(DomainEventMessage<?> event) {
    if (news.isEmpty()) {
      news = new ArrayList<>(2);
    }
    news.add(event);
    return news.size() <= MOST_NEWS;
  }

  /** How many events of other nodes it holds that are not applied yet. */
  synchronized int news() {
    return news.size();
  }

  private synchronized List<DomainEventMessage<?>> takeNews() {
    List<DomainEventMessage<?>> taken = news;
    news = List.of();
    return taken;
  }

  /**
   * Brings the aggregate up to date, as far as it is known.
   *
   * @return false if it cannot be, and must be read anew
   */
  boolean isUpToDate() {
    List<DomainEventMessage<?>> taken = takeNews();
    return taken.isEmpty()
        || !(entry() instanceof AggregateCacheEntry<?> kept)
        || apply(kept.recreateAggregate(null, null, null), taken);
  }

  private static boolean apply(
      EventSourcedAggregate<?> aggregate, List<DomainEventMessage<?>> taken) {
    Long version = aggregate.version();
    long last = version == null ? -1 : version;
    List<DomainEventMessage<?>> missing =
        taken.stream()
            .filter(event -> event.getSequenceNumber() > last)
            .sorted(Comparator.comparingLong(DomainEventMessage::getSequenceNumber))
            .toList();
    if (missing.isEmpty()) {
      return true;
    }
    // Each sequence is there once, so they are without a gap if the last is as far as they are
    // many.
    if (missing.getLast().getSequenceNumber() != last + missing.size()) {
      return false;
    }
    try {
      aggregate.initializeState(DomainEventStream.of(missing));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be brought up to date; it is read anew", aggregate.identifier(), e);
      return false;
    }
  }
}
