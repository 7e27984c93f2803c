package io.cascadeledger.api.operation;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;

/** Whether a loan is brought to the end of the day before that of its movement. */
public enum CatchUp {
  FALSE,
  TRUE;

  /** The parameter of every operation that posts to one loan. */
  public static final Parameter<CatchUp> PARAMETER =
      Parameter.query(
          Field.oneWordOf("catch_up", CatchUp.class)
              .optional(FALSE)
              .describe(
                  "Whether the loan is first brought to the end of the day before the movement's"
                      + " effective date, so that its interest is booked up to there: both happen"
                      + " or neither. The answer's caught_up says what that has brought. For a"
                      + " loan that the ledger does not service it brings nothing."));

  /** Whether the parameters of a request ask for it; an operation may not have it. */
  public static boolean isAskedFor(Operation operation, Values parameters) {
    return operation.catchesUp() && parameters.get(PARAMETER) == TRUE;
  }
}
