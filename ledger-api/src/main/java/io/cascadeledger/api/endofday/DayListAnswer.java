package io.cascadeledger.api.endofday;

import io.cascadeledger.api.json.Describe;
import java.util.List;

/** Business days whose end was asked for. */
record DayListAnswer(
    @Describe("The days whose end was asked for, by date; each with the last run for it.")
        List<DayProgress> businessDays) {

  static DayListAnswer example() {
    return new DayListAnswer(List.of(DayProgress.example()));
  }
}
