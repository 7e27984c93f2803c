package io.cascadeledger.api.debtor;

import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.projections.debtor.ClaimQueries.Place;
import io.cascadeledger.time.PostingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request beside its groups.
 *
 * @param tenant whose books it is about
 * @param actor who asks
 * @param key the caller's key for the request, or null
 * @param traceparent its trace context, or null
 * @param time when it came
 * @param recompute whether {@code forceAmountCheck} is true in the query
 * @param trigger what is to be triggered with it, or null
 * @param places where the claims are that it may mean
 */
record Call(
    String tenant,
    String actor,
    @Nullable String key,
    @Nullable String traceparent,
    PostingTime time,
    boolean recompute,
    @Nullable CustomTrigger trigger,
    List<Place> places) {

  Call {
    places = List.copyOf(places);
  }

  Call with(List<Place> found) {
    return new Call(tenant, actor, key, traceparent, time, recompute, trigger, found);
  }
}
