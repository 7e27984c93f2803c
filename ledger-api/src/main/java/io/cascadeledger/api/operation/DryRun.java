package io.cascadeledger.api.operation;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;

/** Whether a request to post is only tried. */
public enum DryRun {
  FALSE,
  TRUE;

  static final Parameter<DryRun> PARAMETER =
      Parameter.query(
          Field.oneWordOf("dry_run", DryRun.class)
              .optional(FALSE)
              .describe(
                  "Whether the request is only tried: it is answered with what it would do, and"
                      + " nothing is stored. It needs no Idempotency-Key then, and uses none."));

  /** Whether the parameters of a request that posts ask for it. */
  public static boolean isAskedFor(Values parameters) {
    return parameters.get(PARAMETER) == TRUE;
  }
}
