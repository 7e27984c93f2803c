package io.cascadeledger.api.posting;

import io.cascadeledger.eventstore.ReadAhead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings postings to their streams: those of one stream in the order in which they came, those of
 * different streams side by side, and as many as are waiting in one go. A stream that is being
 * worked on gathers what comes for it meanwhile, so that one that is hot takes many commands with
 * each write. Streams that must be read first keep no others waiting: they are read many at once,
 * and those of very many events each by itself.
 */
final class StreamQueues implements AutoCloseable {

  /** While one thread waits for the disk, the other decides on what has come meanwhile. */
  private static final int THREADS = 2;

  private static final int POSTINGS_AT_ONCE = 256;
  private static final long POLL_MILLIS = 100;

  /** What waits for one stream, and is worked on together. */
  private record Turn(List<StreamPosting> postings) {
    String stream() {
      return postings.getFirst().stream;
    }
  }

  private final Streams streams;
  private final Consumer<StreamPosting> settle;
  private final Executor blocking;
  private final int limit;
  private final BlockingQueue<Turn> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<Turn> unread = new LinkedBlockingQueue<>();
  private final Map<String, ArrayDeque<StreamPosting>> busy = new HashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /**
   * Starts to work.
   *
   * @param streams what handles the postings
   * @param settle ends a posting after its first attempt; it may block if that attempt has failed
   * @param blocking a thread for each task
   * @param limit how many postings it takes on at most
   */
  StreamQueues(Streams streams, Consumer<StreamPosting> settle, Executor blocking, int limit) {
    this.streams = streams;
    this.settle = settle;
    this.blocking = blocking;
    this.limit = limit;
    for (int i = 0; i < THREADS; i++) {
      start("streams-" + i, ready, this::work);
    }
    start("unread-streams", unread, this::readAndWork);
  }

  private void start(String name, BlockingQueue<Turn> queue, Consumer<List<Turn>> work) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(() -> take(queue, work)));
  }

  /**
   * Takes a posting on.
   *
   * @return false if too many are waiting
   */
  boolean offer(StreamPosting posting) {
    if (closed) {
      return false;
    }
    if (waiting.incrementAndGet() > limit) {
      waiting.decrementAndGet();
      return false;
    }
    synchronized (busy) {
      ArrayDeque<StreamPosting> others = busy.get(posting.stream);
      if (others != null) {
        others.add(posting);
        return true;
      }
      busy.put(posting.stream, new ArrayDeque<>(0));
    }
    begin(new Turn(List.of(posting)));
    return true;
  }

  /** How many postings have been taken on and not been ended. */
  int waiting() {
    return waiting.get();
  }

  private void begin(Turn turn) {
    if (closed) {
      // Nobody may be left to take it from a queue.
      workAlone(turn);
      return;
    }
    (streams.isAtHand(turn.stream()) ? ready : unread).add(turn);
  }

  private void take(BlockingQueue<Turn> queue, Consumer<List<Turn>> work) {
    while (!closed || !queue.isEmpty()) {
      List<Turn> turns = new ArrayList<>();
      try {
        Turn next = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        for (int postings = 0; next != null; next = queue.poll()) {
          turns.add(next);
          postings += next.postings().size();
          if (postings >= POSTINGS_AT_ONCE) {
            break;
          }
        }
      } catch (InterruptedException e) {
        return;
      }
      if (!turns.isEmpty()) {
        work.accept(turns);
      }
    }
  }

  private void readAndWork(List<Turn> turns) {
    ReadAhead ahead;
    try {
      ahead = streams.readAhead(turns.stream().map(Turn::stream).toList());
    } catch (RuntimeException e) {
      // Each says so for itself, and is tried again.
      turns.forEach(this::workAlone);
      return;
    }
    Map<Boolean, List<Turn>> read =
        turns.stream().collect(Collectors.partitioningBy(turn -> ahead.has(turn.stream())));
    read.get(false).forEach(this::workAlone);
    if (!read.get(true).isEmpty()) {
      work(read.get(true), ahead);
    }
  }

  private void workAlone(Turn turn) {
    blocking.execute(() -> work(List.of(turn)));
  }

  private void work(List<Turn> turns) {
    work(turns, null);
  }

  private void work(List<Turn> turns, ReadAhead ahead) {
    streams.handle(turns.stream().flatMap(turn -> turn.postings().stream()).toList(), ahead);
    for (Turn turn : turns) {
      if (turn.postings().stream().allMatch(posting -> posting.failure() == null)) {
        end(turn);
      } else {
        blocking.execute(() -> end(turn));
      }
    }
  }

  private void end(Turn turn) {
    try {
      turn.postings().forEach(settle);
    } finally {
      waiting.addAndGet(-turn.postings().size());
      next(turn.stream());
    }
  }

  private void next(String stream) {
    List<StreamPosting> next;
    synchronized (busy) {
      ArrayDeque<StreamPosting> others = busy.get(stream);
      if (others.isEmpty()) {
        busy.remove(stream);
        return;
      }
      next = new ArrayList<>(Math.min(others.size(), POSTINGS_AT_ONCE));
      while (next.size() < POSTINGS_AT_ONCE && !others.isEmpty()) {
        next.add(others.poll());
      }
    }
    begin(new Turn(next));
  }

  /** Takes nothing on any more, and ends once all that was taken on is begun. */
  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
