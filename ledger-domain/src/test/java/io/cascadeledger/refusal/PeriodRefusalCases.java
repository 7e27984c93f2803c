package io.cascadeledger.refusal;

import static io.cascadeledger.given.PeriodCommands.FEBRUARY;
import static io.cascadeledger.given.PeriodCommands.JANUARY;
import static io.cascadeledger.given.PeriodCommands.approve;
import static io.cascadeledger.given.PeriodCommands.close;
import static io.cascadeledger.given.PeriodCommands.reject;
import static io.cascadeledger.given.PeriodCommands.reopen;
import static io.cascadeledger.given.PeriodCommands.rules;
import static io.cascadeledger.given.PeriodCommands.snapshot;
import static io.cascadeledger.given.Sample.TODAY;

import io.cascadeledger.journal.settings.LatePostings;
import java.time.LocalDate;
import java.util.List;

/** Every reason for which a period is not closed or opened again, in the order of the codes. */
final class PeriodRefusalCases {
  private static final List<?> NOTHING = List.of();
  private static final List<?> CLOSED = List.of(close(JANUARY));
  private static final List<?> TWICE = List.of(close(JANUARY), close(FEBRUARY));
  private static final List<?> WAITING = List.of(rules(true, LatePostings.REFUSED), close(JANUARY));

  private PeriodRefusalCases() {}

  private static RefusalCase of(RefusalCode code, String story, List<?> given, Object when) {
    return RefusalCase.of(code, story, given, when);
  }

  static List<RefusalCase> all() {
    return List.of(
        of(
            RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE,
            "a period of before there were computers",
            NOTHING,
            close(LocalDate.of(1969, 12, 31))),
        of(
            RefusalCode.PERIOD_CHANGE_NOT_FOUND,
            "the approval of what nobody asked for",
            CLOSED,
            approve(JANUARY, "bob")),
        of(
            RefusalCode.PERIOD_CHANGE_NOT_FOUND,
            "the rejection of another period than the one that waits",
            WAITING,
            reject(FEBRUARY)),
        of(
            RefusalCode.PERIOD_CHANGE_PENDING,
            "a closing while another waits",
            WAITING,
            close(FEBRUARY)),
        of(
            RefusalCode.PERIOD_CHANGE_PENDING,
            "a re-opening while a closing waits",
            WAITING,
            reopen(JANUARY)),
        of(RefusalCode.PERIOD_ALREADY_CLOSED, "a second closing", CLOSED, close(JANUARY)),
        of(
            RefusalCode.PERIOD_ALREADY_CLOSED,
            "a closing in the middle of what is closed",
            CLOSED,
            close(JANUARY.minusDays(3))),
        of(RefusalCode.PERIOD_NOT_CLOSED, "an open period is opened", NOTHING, reopen(JANUARY)),
        of(
            RefusalCode.PERIOD_NOT_CLOSED,
            "a second trial balance of one closing",
            List.of(close(JANUARY), snapshot(1, JANUARY)),
            snapshot(1, JANUARY)),
        of(
            RefusalCode.PERIOD_NOT_LAST,
            "a period is opened under a closed one",
            TWICE,
            reopen(JANUARY)),
        of(RefusalCode.PERIOD_NOT_OVER, "a period that ends today", NOTHING, close(TODAY)),
        of(
            RefusalCode.APPROVER_IS_AUTHOR,
            "the approval of one's own closing",
            WAITING,
            approve(JANUARY, "alice")));
  }
}
