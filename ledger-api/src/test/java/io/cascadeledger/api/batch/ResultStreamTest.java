package io.cascadeledger.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

class ResultStreamTest {

  /** Takes what is sent under a lock of its own, under which it asks for more as well. */
  private static final class LockingReader extends BaseSubscriber<DataBuffer> {
    final Object lock = new Object();
    final CountDownLatch taking = new CountDownLatch(1);
    final CompletableFuture<Void> completed = new CompletableFuture<>();
    final List<String> read = new ArrayList<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // Nothing is wanted yet.
    }

    @Override
    protected void hookOnNext(DataBuffer piece) {
      taking.countDown();
      synchronized (lock) {
        read.add(piece.toString(StandardCharsets.UTF_8));
      }
    }

    @Override
    protected void hookOnComplete() {
      taking.countDown();
      synchronized (lock) {
        completed.complete(null);
      }
    }
  }

  private final AtomicReference<ResultStream> results = new AtomicReference<>();
  private final LockingReader reader = new LockingReader();

  private void open(BatchFormat format) {
    Flux.<DataBuffer>create(
            sink ->
                results.set(
                    new ResultStream(format, sink, DefaultDataBufferFactory.sharedInstance)),
            FluxSink.OverflowStrategy.ERROR)
        .subscribe(reader);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_reader_may_ask_for_more_under_the_lock_that_it_takes_the_end_under() throws Exception {
    open(BatchFormat.NDJSON);

    Thread writer;
    synchronized (reader.lock) {
      writer = Thread.ofVirtual().start(() -> results.get().end());
      assertThat(reader.taking.await(10, TimeUnit.SECONDS)).isTrue();
      reader.request(1);
    }

    reader.completed.get(10, TimeUnit.SECONDS);
    writer.join();
    assertThat(reader.read).isEmpty();
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_reader_may_ask_for_more_under_the_lock_that_it_takes_a_piece_under() throws Exception {
    open(BatchFormat.ARRAY);
    reader.request(1);

    Thread writer;
    synchronized (reader.lock) {
      writer = Thread.ofVirtual().start(() -> results.get().flush());
      assertThat(reader.taking.await(10, TimeUnit.SECONDS)).isTrue();
      reader.request(1);
    }
    writer.join();
    results.get().end();

    reader.completed.get(10, TimeUnit.SECONDS);
    assertThat(String.join("", reader.read)).isEqualToIgnoringWhitespace("[]");
  }

  @Test
  void what_nobody_wants_yet_waits() {
    open(BatchFormat.ARRAY);
    results.get().flush();
    results.get().end();
    assertThat(reader.read).isEmpty();

    reader.request(1);
    assertThat(reader.read).hasSize(1);
    assertThat(reader.completed).isNotDone();

    reader.request(1);
    assertThat(String.join("", reader.read)).isEqualToIgnoringWhitespace("[]");
    assertThat(reader.completed).isDone();
  }
}
