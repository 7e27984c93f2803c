package io.cascadeledger.api.posting;

import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import reactor.core.publisher.Mono;

/** Posts what several requests ask of one loan, for all of them or for none. */
public interface AtomicPosting {

  /**
   * Posts.
   *
   * @param requests who asks and with which keys, one for each payment in their order; the keys are
   *     distinct
   * @param command what is to be done
   * @return what was posted, in the order of the requests, now or before with the same keys and
   *     content; or an error: {@link Refused} if the domain refuses, {@link KeysUsedException} if
   *     keys stand against it, {@link PostingException} if the requests cannot be served now
   */
  Mono<List<Posted>> post(List<PostingRequest> requests, PostPayments command);
}
