package io.cascadeledger.api.posting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.product.LoanProductEvent;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.product.ProductState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import reactor.core.publisher.Mono;

/**
 * The loan products of the ledger, for reading. A product is read from its events, so that it is
 * what was last stored by whichever node. What was read is kept, and only what is new is read
 * again. Those who ask for a product while it is being read share the next reading, which begins
 * after they have asked: however many loans are opened by a product, it is read once at a time.
 */
public final class Products {

  private static final long VERSIONS_KEPT = 100_000;
  private static final Kept NOTHING = new Kept(ProductState.NONE, -1);

  /** What is known of a product up to an event of its stream. */
  private record Kept(ProductState state, long sequence) {}

  private final EventStorage storage;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Cache<ProductId, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(VERSIONS_KEPT)
          .<ProductId, Kept>weigher((_, it) -> it.state().versions().size())
          .build();

  /** Who waits for the next reading of each product that is being read. */
  private final Map<ProductId, List<CompletableFuture<ProductState>>> waiting = new HashMap<>();

  /** The products of an event store. */
  public Products(EventStorage storage) {
    this.storage = storage;
  }

  /**
   * A product as it is stored when this is subscribed to, or later.
   *
   * @return {@link ProductState#NONE} if there is no such product
   */
  public Mono<ProductState> read(ProductId id) {
    return Mono.fromFuture(() -> ask(id), true);
  }

  private CompletableFuture<ProductState> ask(ProductId id) {
    CompletableFuture<ProductState> asked = new CompletableFuture<>();
    synchronized (waiting) {
      List<CompletableFuture<ProductState>> others = waiting.get(id);
      if (others != null) {
        others.add(asked);
        return asked;
      }
      waiting.put(id, new ArrayList<>());
    }
    threads.execute(() -> answer(id, List.of(asked)));
    return asked;
  }

  private void answer(ProductId id, List<CompletableFuture<ProductState>> first) {
    List<CompletableFuture<ProductState>> asking = first;
    while (!asking.isEmpty()) {
      try {
        ProductState state = stored(id);
        asking.forEach(asked -> asked.complete(state));
      } catch (RuntimeException | Error e) {
        asking.forEach(asked -> asked.completeExceptionally(e));
      }
      asking = next(id);
    }
  }

  private List<CompletableFuture<ProductState>> next(ProductId id) {
    synchronized (waiting) {
      List<CompletableFuture<ProductState>> asking = waiting.remove(id);
      if (!asking.isEmpty()) {
        waiting.put(id, new ArrayList<>());
      }
      return asking;
    }
  }

  private ProductState stored(ProductId id) {
    Kept known = kept.getIfPresent(id);
    Kept before = known == null ? NOTHING : known;
    DomainEventStream news = storage.readEvents(id.streamId(), before.sequence() + 1);
    Kept after = before;
    while (news.hasNext()) {
      DomainEventMessage<?> event = news.next();
      after =
          new Kept(
              after.state().evolve((LoanProductEvent) event.getPayload()),
              event.getSequenceNumber());
    }
    if (after.sequence() > before.sequence()) {
      kept.put(id, after);
    }
    return after.state();
  }
}
