package io.cascadeledger.api.batch;

import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.PostingException;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.problem.Problems;
import io.cascadeledger.limits.Limits;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * One batch: a thread reads payments off the wire and gives them to the ledger, another writes what
 * became of them in their order. So many are on their way at once and no more; while that many are,
 * nothing is read.
 */
final class BatchRun {

  /** The ledger keeps their order, and stores what waits for one loan together. */
  private static final int PAYMENTS_OF_A_LOAN_TOGETHER = 256;

  private static final int PIECES_AHEAD = 4;

  /** Stands behind the last line. */
  private static final PaymentLine END = new PaymentLine(0, "", null, null, 0);

  private final ServerWebExchange exchange;
  private final BatchFormat format;
  private final PaymentReader reader;
  private final Posting posting;
  private final Pace pace;
  private final Semaphore window = new Semaphore(Limits.BATCH_WINDOW);
  private final BlockingQueue<PaymentLine> inOrder = new LinkedBlockingQueue<>();
  private final Map<String, PaymentLine> byKey = new ConcurrentHashMap<>();
  private final LoanLanes lanes =
      new LoanLanes(PAYMENTS_OF_A_LOAN_TOGETHER, this::post, BatchRun::after);
  private volatile boolean stopped;

  BatchRun(
      ServerWebExchange exchange,
      BatchFormat format,
      PaymentReader reader,
      Posting posting,
      Pace pace) {
    this.exchange = exchange;
    this.format = format;
    this.reader = reader;
    this.posting = posting;
    this.pace = pace;
  }

  /** The results; whoever subscribes starts the run, and whoever cancels stops it. */
  Flux<DataBuffer> results() {
    return Flux.create(this::start, FluxSink.OverflowStrategy.ERROR);
  }

  private void start(FluxSink<DataBuffer> sink) {
    ResultStream results = new ResultStream(format, sink, exchange.getResponse().bufferFactory());
    sink.onDispose(
        () -> {
          stop();
          results.cancel();
        });
    Thread.ofVirtual().name("batch-read").start(() -> read(sink));
    Thread.ofVirtual().name("batch-write").start(() -> write(results, sink));
  }

  private void stop() {
    stopped = true;
    lanes.stop();
  }

  private void read(FluxSink<DataBuffer> sink) {
    Flux<byte[]> body = exchange.getRequest().getBody().map(BatchRun::bytes);
    try (Stream<byte[]> pieces = body.toStream(PIECES_AHEAD)) {
      readAll(format.items(new BodyBytes(pieces.iterator(), Limits.BATCH_BYTES)));
    } catch (InterruptedException | RuntimeException e) {
      stop();
      sink.error(e); // most often the caller is gone
    } finally {
      inOrder.add(END);
    }
  }

  private void readAll(Items items) throws InterruptedException {
    int last = 0;
    try {
      while (!stopped && items.next()) {
        last = items.number();
        pace.keep(last, () -> stopped);
        take(reader.read(last, items.text()));
      }
    } catch (ProblemException e) {
      take(PaymentLine.failed(Math.max(items.number(), last + 1), null, e));
    }
  }

  private void take(PaymentLine line) throws InterruptedException {
    window.acquire(line.places());
    if (line.isDone()) {
      inOrder.add(line);
      return;
    }
    PaymentLine earlier = byKey.get(line.key());
    if (earlier != null) {
      earlier.await();
    }
    byKey.put(line.key(), line);
    inOrder.add(line);
    lanes.add(line);
  }

  private void post(PaymentLine line) {
    posting
        .post(line.request(), line.command())
        .subscribe(
            posted -> {
              line.succeed(posted);
              ended(line);
            },
            failure -> failed(line, failure));
  }

  private static void after(int millis, Runnable action) {
    Schedulers.parallel().schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  private void failed(PaymentLine line, Throwable failure) {
    ProblemException problem =
        Problems.explain(
            failure instanceof PostingException e ? Writes.problem(e) : failure, exchange);
    if (problem.code().retryAfterSeconds() > 0 && line.hasPatience()) {
      lanes.again(line);
    } else {
      line.fail(problem);
      ended(line);
    }
  }

  private void ended(PaymentLine line) {
    byKey.remove(line.key(), line);
    lanes.ended(line);
  }

  private void write(ResultStream results, FluxSink<DataBuffer> sink) {
    try {
      for (PaymentLine line = inOrder.take(); line != END; line = inOrder.take()) {
        if (!line.isDone()) {
          results.flush();
        }
        switch (line.await()) {
          case SUCCESS -> results.add(PaymentResult.of(line.number(), line.key(), line.posted()));
          case FAILED ->
              results.add(
                  PaymentResult.of(
                      line.number(),
                      line.key(),
                      line.problem().code(),
                      Problems.describe(line.problem(), exchange)));
          case CANCELLED, RUNNING -> {
            // Nobody is left to read it.
          }
        }
        window.release(line.places());
        if (inOrder.isEmpty()) {
          results.flush();
        }
      }
      results.end();
    } catch (InterruptedException | RuntimeException e) {
      stop();
      sink.error(e);
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
