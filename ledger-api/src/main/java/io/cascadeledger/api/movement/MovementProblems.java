package io.cascadeledger.api.movement;

import io.cascadeledger.api.problem.ProblemCode;

/** The ways in which movements can be refused, as many of them share them. */
public final class MovementProblems {

  private static final ProblemCode[] DATED = {
    ProblemCode.LOAN_NOT_FOUND,
    ProblemCode.LOAN_CLOSED,
    ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
    ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
    ProblemCode.PERIOD_CLOSED,
    ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING,
    ProblemCode.BALANCE_WOULD_BE_NEGATIVE,
    ProblemCode.BALANCE_TOO_LARGE,
    ProblemCode.TOO_MANY_RESTATEMENTS
  };

  private static final ProblemCode[] LEFT = {ProblemCode.LOAN_LOST, ProblemCode.LOAN_SOLD};

  private MovementProblems() {}

  /** Of every movement of a loan. */
  public static ProblemCode[] ofAny() {
    return DATED.clone();
  }

  /** Of movements that only a loan takes that has not left the books. */
  public static ProblemCode[] ofLeft() {
    return LEFT.clone();
  }
}
