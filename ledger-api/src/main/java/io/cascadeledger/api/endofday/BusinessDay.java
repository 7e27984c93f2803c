package io.cascadeledger.api.endofday;

import io.cascadeledger.api.problem.Problem;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.limits.Limits;
import java.time.LocalDate;
import java.util.List;

/** The business day that a path names. */
final class BusinessDay {

  static final Parameter<LocalDate> DATE =
      Parameter.path(Field.date("date").describe("The business day.").example("2026-03-31"));

  private BusinessDay() {}

  /**
   * The day is one that can be closed.
   *
   * @param businessDate the date that it is now
   * @throws ProblemException if it has not come yet, or lies before all that is taken seriously
   */
  static void require(LocalDate day, LocalDate businessDate) {
    if (day.isBefore(Limits.EARLIEST_EFFECTIVE_DATE)) {
      throw refusal(
          ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
          "The day %s lies before %s.".formatted(day, Limits.EARLIEST_EFFECTIVE_DATE));
    }
    if (day.isAfter(businessDate)) {
      throw refusal(
          ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
          "The day %s lies after the business date %s.".formatted(day, businessDate));
    }
  }

  private static ProblemException refusal(ProblemCode code, String detail) {
    return new ProblemException(
        code, detail, List.of(new Problem.ErrorItem(DATE.name(), code.wireName(), detail)));
  }
}
