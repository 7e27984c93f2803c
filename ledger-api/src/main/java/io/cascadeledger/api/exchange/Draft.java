package io.cascadeledger.api.exchange;

import io.cascadeledger.api.request.Values;
import io.cascadeledger.time.PostingTime;

/**
 * A request to post, understood but not yet a command.
 *
 * @param tenant whose books it is about
 * @param parameters the parameters of its path and query
 * @param body its body
 * @param time when it came
 */
public record Draft(String tenant, Values parameters, Values body, PostingTime time) {}
