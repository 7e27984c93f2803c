package io.cascadeledger.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Posts over some connections, each sending its next request when the last was answered. */
final class HttpLoad {

  private final int port;

  HttpLoad(int port) {
    this.port = port;
  }

  /**
   * Runs a load.
   *
   * @param connections how many connections
   * @param duration for how long
   * @param requests makes the n-th request of a connection, whose number is in the upper half
   */
  LoadResult run(int connections, Duration duration, LongFunction<byte[]> requests)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<LoadResult>> running = new ArrayList<>();
      for (int connection = 0; connection < connections; connection++) {
        long first = (long) connection << Integer.SIZE;
        running.add(threads.submit(() -> one(first, end, requests)));
      }
      long acknowledged = 0;
      long replayed = 0;
      long failed = 0;
      Latencies latencies = new Latencies();
      for (Future<LoadResult> one : running) {
        LoadResult result = one.get();
        acknowledged += result.acknowledged();
        replayed += result.replayed();
        failed += result.failed();
        latencies.addAll(result.latencies());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new LoadResult(acknowledged, replayed, failed, took, latencies);
    }
  }

  private LoadResult one(long first, long end, LongFunction<byte[]> requests) throws IOException {
    Latencies latencies = new Latencies();
    long replayed = 0;
    long failed = 0;
    try (HttpConnection connection = new HttpConnection(port)) {
      long now = System.nanoTime();
      for (long n = first; now < end; n++) {
        HttpConnection.Answer answer = connection.exchange(requests.apply(n));
        long answered = System.nanoTime();
        if (answer.status() / 100 == 2) {
          latencies.add(answered - now);
          replayed += answer.replayed() ? 1 : 0;
        } else {
          failed++;
        }
        now = answered;
      }
    }
    return new LoadResult(latencies.size(), replayed, failed, Duration.ZERO, latencies);
  }
}
