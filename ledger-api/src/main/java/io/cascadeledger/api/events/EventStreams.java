package io.cascadeledger.api.events;

import io.cascadeledger.api.exchange.Places;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.limits.Limits;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The streams of events that a node serves. What is read from the database is read ahead of the
 * caller, as far as the connection takes it; for a caller that does not read, nothing is read and
 * nothing is held but the place.
 */
public final class EventStreams implements AutoCloseable {

  private final StoredEvents events;
  private final LongSupplier newest;
  private final Places places =
      new Places(
          Limits.EVENT_STREAMS_AT_ONCE,
          "The ledger serves %d streams of events already."
              .formatted(Limits.EVENT_STREAMS_AT_ONCE));
  private final Semaphore reads = new Semaphore(Limits.EVENT_READS_AT_ONCE);
  private final Set<EventStream> running = ConcurrentHashMap.newKeySet();
  private final Scheduler threads =
      Schedulers.fromExecutorService(
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("event-stream").factory()));
  private volatile boolean stopped;

  /**
   * Streams out of a database.
   *
   * @param events reads them
   * @param newest the position of the newest event that is known, without a question to the
   *     database
   */
  public EventStreams(StoredEvents events, LongSupplier newest) {
    this.events = events;
    this.newest = newest;
  }

  /** What the streams read. */
  StoredEvents events() {
    return events;
  }

  /**
   * A stream, which takes a place as soon as somebody reads it. It fails with {@link
   * ProblemException}, before anything is sent, if there is none left.
   *
   * @param after behind this position
   * @param last none behind this one; or, if it is negative, whatever comes
   */
  Flux<DataBuffer> open(
      EventFilter filter, EventFormat format, long after, long last, DataBufferFactory buffers) {
    return places.in(
        Flux.defer(
            () -> {
              if (stopped) {
                return Flux.error(
                    new ProblemException(ProblemCode.OVERLOADED, "The server is ending."));
              }
              EventStream stream = new EventStream(this, filter, format, after, last);
              running.add(stream);
              return Flux.<DataBuffer>generate(sink -> stream.next(sink, buffers))
                  .subscribeOn(threads)
                  .doFinally(_ -> left(stream));
            }));
  }

  private void left(EventStream stream) {
    stream.end();
    running.remove(stream);
  }

  /** The next events, once the database has time for another reader. */
  StoredEvents.Page read(EventFilter filter, long after, long last) throws InterruptedException {
    reads.acquire();
    try {
      return events.after(filter, after, last);
    } finally {
      reads.release();
    }
  }

  /** The position of the newest event that is known. */
  long newest() {
    return newest.getAsLong();
  }

  /** Ends all streams, so that the server can end; callers come back to another. */
  @Override
  public void close() {
    stopped = true;
    running.forEach(EventStream::end);
  }
}
