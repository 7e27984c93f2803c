package io.cascadeledger.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.cascadeledger.loan.Loan;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;

/**
 * Axon's cache of aggregates on Caffeine: holding what it holds strongly, and bounded by how many
 * events that sums up, because an aggregate remembers something of each of its events. What other
 * nodes have stored is applied to an aggregate when it is taken out.
 */
@SuppressWarnings({
  "unchecked",
  "TypeParameterUnusedInFormals"
}) // Axon's interface leaves the types to each call
public final class AggregateCache implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, KeptAggregate> entries;

  /** What an aggregate without events would count for. */
  private static final int EVENTS_OF_AN_AGGREGATE = 40;

  /** Loans remember their events in little room; others are given twice as much for each. */
  private static final int EVENTS_OF_A_LOAN_FOR_ANOTHER = 2;

  /** An event that another node has stored is kept whole until it is applied. */
  private static final int EVENTS_OF_NEWS = 4;

  /** So many instalments of a loan's schedule take the room of an event. */
  private static final int INSTALMENTS_OF_AN_EVENT = 4;

  /**
   * An empty cache.
   *
   * @param events how many events the aggregates that it holds have at most, in all; an event of
   *     anything but a loan counts for two, one of another node for four until it is applied, and
   *     four instalments of a loan's schedule for one
   */
  public AggregateCache(long events) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(events)
            .weigher(AggregateCache::weight)
            // Its upkeep after each use is less work than waking another thread for it.
            .executor(Runnable::run)
            .build();
  }

  private static int weight(Object key, KeptAggregate value) {
    if (!(value.entry() instanceof AggregateCacheEntry<?> entry)) {
      return EVENTS_OF_AN_AGGREGATE;
    }
    // An entry that has never left this process holds its aggregate, and needs none of the rest.
    EventSourcedAggregate<?> aggregate = entry.recreateAggregate(null, null, null);
    Long lastSequence = aggregate.version();
    long events = lastSequence == null ? 0 : lastSequence;
    if (aggregate.rootType() == Loan.class) {
      Loan loan = (Loan) aggregate.getAggregateRoot();
      events += loan.state().instalments() / INSTALMENTS_OF_AN_EVENT;
    } else {
      events *= EVENTS_OF_A_LOAN_FOR_ANOTHER;
    }
    events += (long) EVENTS_OF_NEWS * value.news();
    return EVENTS_OF_AN_AGGREGATE + (int) Math.min(events, Integer.MAX_VALUE / 2);
  }

  /** Notes an event that another node has stored, if its aggregate is kept here. */
  void stored(DomainEventMessage<?> event) {
    // News takes room as well, so what has it is weighed anew.
    entries
        .asMap()
        .computeIfPresent(
            event.getAggregateIdentifier(), (_, kept) -> kept.add(event) ? kept : null);
  }

  /** To be called only by who has the aggregate locked, if another may take it out as well. */
  @Override
  public <K, V> V get(K key) {
    KeptAggregate kept = entries.getIfPresent(key);
    if (kept == null) {
      return null;
    }
    if (!kept.isUpToDate()) {
      entries.asMap().remove(key, kept);
      return null;
    }
    return (V) kept.entry();
  }

  @Override
  public void put(Object key, Object value) {
    entries
        .asMap()
        .compute(
            key,
            (_, kept) -> {
              if (kept == null) {
                return new KeptAggregate(value);
              }
              kept.replace(value);
              return kept;
            });
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.asMap().putIfAbsent(key, new KeptAggregate(value)) == null;
  }

  @Override
  public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
    return (T) entries.get(key, _ -> new KeptAggregate(valueSupplier.get())).entry();
  }

  @Override
  public boolean remove(Object key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.asMap().containsKey(key);
  }

  @Override
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    entries
        .asMap()
        .computeIfPresent(key, (_, kept) -> new KeptAggregate(update.apply((V) kept.entry())));
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
    return () -> true; // nobody in the ledger listens
  }
}
