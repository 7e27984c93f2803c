package io.cascadeledger.api.exchange;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Work for a request that may block, and so must not keep the thread of a connection. */
public final class Blocking {

  private static final Scheduler THREADS =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

  private Blocking() {}

  /** Does the work on a thread of its own; what it gives comes on that of the connection. */
  public static <T> Mono<T> call(ServerRequest request, Callable<T> work) {
    return call(work).publishOn(ConnectionThread.of(request));
  }

  /** Does the work on a thread of its own, and goes on there with what it gives. */
  public static <T> Mono<T> call(Callable<T> work) {
    return Mono.fromCallable(work).subscribeOn(THREADS);
  }
}
