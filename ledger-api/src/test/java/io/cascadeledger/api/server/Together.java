package io.cascadeledger.api.server;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same thing done at the same time. */
final class Together {

  private Together() {}

  /** What each of so many did, each on a thread of its own, all starting at once. */
  static <T> List<T> run(int count, IntFunction<T> action) {
    CountDownLatch start = new CountDownLatch(count);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      threads.submit(
                          (Callable<T>)
                              () -> {
                                start.countDown();
                                start.await();
                                return action.apply(i);
                              }))
              .toList();
      return results.stream().map(Together::result).toList();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
