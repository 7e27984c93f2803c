package io.cascadeledger.api.exchange;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Room for so many pieces of costly work at once; further ones are refused. A place is taken when
 * the work is begun, and is free again before whoever asked for the work can know that it has
 * ended: the next request of a caller who does one thing after another is never refused.
 */
public final class Places {

  private final Semaphore places;
  private final String refusal;

  /**
   * Room for work.
   *
   * @param most how many may be done at once
   * @param refusal the sentence that further requests are refused with
   */
  public Places(int most, String refusal) {
    this.places = new Semaphore(most);
    this.refusal = refusal;
  }

  /** The work in one of the places; a problem if there is none. */
  public <T> Mono<T> in(Mono<T> work) {
    return Mono.using(this::take, _ -> work, Semaphore::release);
  }

  /** The work in one of the places; a problem before its first piece if there is none. */
  public <T> Flux<T> in(Flux<T> work) {
    return Flux.using(this::take, _ -> work, Semaphore::release);
  }

  private Semaphore take() {
    if (!places.tryAcquire()) {
      throw new ProblemException(ProblemCode.OVERLOADED, refusal);
    }
    return places;
  }
}
