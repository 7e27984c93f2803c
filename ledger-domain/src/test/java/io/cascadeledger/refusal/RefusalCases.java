package io.cascadeledger.refusal;

import static io.cascadeledger.given.BatchCommands.batch;
import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.given.Sample.loan;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.BATCH_EMPTY;
import static io.cascadeledger.refusal.RefusalCode.BATCH_LOAN_REPEATED;
import static io.cascadeledger.refusal.RefusalCode.BATCH_REFUSED;
import static io.cascadeledger.refusal.RefusalCode.BATCH_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BORROWER_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.CURRENCY_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
import static io.cascadeledger.refusal.RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE;
import static io.cascadeledger.refusal.RefusalCode.ENTRY_ALREADY_REVERSED;
import static io.cascadeledger.refusal.RefusalCode.JOURNAL_ENTRY_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.LOAN_CLOSED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_FOUND;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SETTLED;
import static io.cascadeledger.refusal.RefusalCode.REVERSAL_NOT_REVERSIBLE;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every reason for a refusal, by every use case that can give it, in the order of the codes. */
final class RefusalCases {
  private static final LoanCommands IT = LoanCommands.inUsd();
  private static final ServicingCommands MORE = new ServicingCommands(IT);
  private static final LoanId OTHER = loan("other");
  private static final LoanCommands THE_OTHER = LoanCommands.in(OTHER, USD);
  private static final long LIMIT = Limits.AMOUNT_MINOR;
  private static final LocalDate TOO_EARLY = LocalDate.of(1969, 12, 31);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final LocalDate BEFORE_OPENING = OPENED.minusDays(1);

  private static final List<?> NOTHING = List.of();
  private static final List<?> OPEN = List.of(IT.open());
  private static final List<?> CLOSED = List.of(IT.open(), IT.close());
  private static final List<?> FEE = List.of(IT.open(), IT.assessFee("fee", 500));
  private static final List<?> BATCH = List.of(IT.open(), batch("march").post(item(LOAN, 300)));
  private static final List<?> TWO_LOANS = List.of(IT.open(), THE_OTHER.open());

  private RefusalCases() {}

  static List<RefusalCase> all() {
    return Stream.of(shape(), alreadyDone(), rules(), balances()).flatMap(List::stream).toList();
  }

  private static List<RefusalCase> shape() {
    List<RefusalCase> cases = new ArrayList<>();
    cases.addAll(amounts(AMOUNT_NOT_POSITIVE, 0));
    cases.addAll(amounts(AMOUNT_NOT_POSITIVE, -1));
    cases.addAll(amounts(AMOUNT_TOO_LARGE, LIMIT + 1));
    cases.addAll(dates(EFFECTIVE_DATE_OUT_OF_RANGE, TOO_EARLY));
    cases.addAll(dates(EFFECTIVE_DATE_IN_FUTURE, TOMORROW));
    cases.add(RefusalCase.of(BATCH_EMPTY, "a batch of no loan", NOTHING, batch("b").post()));
    cases.add(
        RefusalCase.of(
            BATCH_TOO_LARGE,
            "a batch of one loan too many",
            NOTHING,
            batch("b")
                .post(
                    IntStream.rangeClosed(0, Limits.LOANS_PER_ACCRUAL_BATCH)
                        .mapToObj(number -> item(loan("loan " + number), 1))
                        .toList())));
    cases.add(
        RefusalCase.ofItem(
            BATCH_LOAN_REPEATED,
            "a batch that names a loan twice",
            OPEN,
            batch("b").post(item(LOAN, 1), item(LOAN, 2))));
    return cases;
  }

  private static List<RefusalCase> amounts(RefusalCode code, long minor) {
    return List.of(
        RefusalCase.of(code, "a principal of " + minor, NOTHING, IT.openWithPrincipal(minor)),
        RefusalCase.of(code, "a disbursement of " + minor, OPEN, IT.disburse("d", minor)),
        RefusalCase.of(code, "a fee of " + minor, OPEN, IT.assessFee("f", minor)),
        RefusalCase.of(code, "interest of " + minor, OPEN, IT.accrue("i", minor)),
        RefusalCase.of(code, "a payment of " + minor, OPEN, IT.pay("p", minor)),
        RefusalCase.ofItem(
            code, "a batch with interest of " + minor, OPEN, batch("b").post(item(LOAN, minor))));
  }

  private static List<RefusalCase> dates(RefusalCode code, LocalDate date) {
    LoanCommands then = IT.on(date);
    return List.of(
        RefusalCase.of(code, "opening on " + date, NOTHING, IT.open(date, null)),
        RefusalCase.of(code, "a disbursement on " + date, OPEN, then.disburse("d", 1)),
        RefusalCase.of(code, "a fee on " + date, OPEN, then.assessFee("f", 1)),
        RefusalCase.of(code, "interest on " + date, OPEN, then.accrue("i", 1)),
        RefusalCase.of(code, "a payment on " + date, OPEN, then.pay("p", 1)),
        RefusalCase.of(code, "a reversal on " + date, FEE, then.reverse("fee")),
        RefusalCase.of(code, "closing on " + date, OPEN, then.close()),
        RefusalCase.of(code, "a batch on " + date, OPEN, batch("b").on(date).post(item(LOAN, 1))),
        RefusalCase.of(
            code, "the reversal of a batch on " + date, BATCH, batch("march").on(date).reverse()));
  }

  private static List<RefusalCase> alreadyDone() {
    List<?> reversed = and(FEE, IT.reverse("fee"));
    return List.of(
        RefusalCase.ofItem(
            LOAN_NOT_FOUND,
            "a batch with an unknown loan",
            NOTHING,
            batch("b").post(item(LOAN, 1))),
        RefusalCase.of(
            JOURNAL_ENTRY_NOT_FOUND, "reversing an unknown entry", OPEN, IT.reverse("unknown")),
        RefusalCase.of(
            JOURNAL_ENTRY_NOT_FOUND,
            "reversing an entry of another loan",
            and(FEE, THE_OTHER.open()),
            THE_OTHER.reverse("fee")),
        RefusalCase.of(ENTRY_ALREADY_REVERSED, "reversing twice", reversed, IT.reverse("fee")),
        RefusalCase.of(
            ENTRY_ALREADY_REVERSED,
            "reversing a batch twice",
            and(BATCH, batch("march").reverse()),
            batch("march").reverse()),
        RefusalCase.of(LOAN_CLOSED, "disbursing on a closed loan", CLOSED, IT.disburse("d", 1)),
        RefusalCase.of(LOAN_CLOSED, "a fee on a closed loan", CLOSED, IT.assessFee("f", 1)),
        RefusalCase.of(LOAN_CLOSED, "interest on a closed loan", CLOSED, IT.accrue("i", 1)),
        RefusalCase.of(LOAN_CLOSED, "paying a closed loan", CLOSED, IT.pay("p", 1)),
        RefusalCase.of(LOAN_CLOSED, "closing a closed loan", CLOSED, IT.close()),
        RefusalCase.ofItem(
            LOAN_CLOSED, "a batch with a closed loan", CLOSED, batch("b").post(item(LOAN, 1))));
  }

  private static List<RefusalCase> rules() {
    LoanCommands inYen = IT.in(JPY);
    LoanCommands stranger = IT.from(id("stranger"));
    LoanCommands early = IT.on(BEFORE_OPENING);
    LoanCommands yesterday = IT.on(TODAY.minusDays(1));
    List<?> oneInYen = List.of(IT.open(), THE_OTHER.in(JPY).open());
    List<?> reversed = and(FEE, IT.reverse("fee"));
    return List.of(
        RefusalCase.of(CURRENCY_MISMATCH, "disbursing yen", OPEN, inYen.disburse("d", 1)),
        RefusalCase.of(CURRENCY_MISMATCH, "a fee in yen", OPEN, inYen.assessFee("f", 1)),
        RefusalCase.of(CURRENCY_MISMATCH, "paying in yen", OPEN, inYen.pay("p", 1)),
        RefusalCase.ofItem(
            CURRENCY_MISMATCH,
            "a batch of two currencies",
            oneInYen,
            batch("b").post(item(LOAN, 1), item(OTHER, 1))),
        RefusalCase.of(BORROWER_MISMATCH, "disbursing to another", OPEN, stranger.disburse("d", 1)),
        RefusalCase.of(BORROWER_MISMATCH, "another's payment", OPEN, stranger.pay("p", 1)),
        RefusalCase.of(
            EFFECTIVE_DATE_BEFORE_OPENING, "an early disbursement", OPEN, early.disburse("d", 1)),
        RefusalCase.of(
            EFFECTIVE_DATE_BEFORE_OPENING, "an early fee", OPEN, early.assessFee("f", 1)),
        RefusalCase.of(EFFECTIVE_DATE_BEFORE_OPENING, "early interest", OPEN, early.accrue("i", 1)),
        RefusalCase.of(EFFECTIVE_DATE_BEFORE_OPENING, "an early payment", OPEN, early.pay("p", 1)),
        RefusalCase.of(EFFECTIVE_DATE_BEFORE_OPENING, "an early closing", OPEN, early.close()),
        RefusalCase.ofItem(
            EFFECTIVE_DATE_BEFORE_OPENING,
            "an early batch",
            OPEN,
            batch("b").on(BEFORE_OPENING).post(item(LOAN, 1))),
        RefusalCase.of(
            EFFECTIVE_DATE_BEFORE_ENTRY,
            "a reversal that counts before its entry",
            FEE,
            yesterday.reverse("fee")),
        RefusalCase.ofItem(
            EFFECTIVE_DATE_BEFORE_ENTRY,
            "a batch's reversal that counts before it",
            BATCH,
            batch("march").on(TODAY.minusDays(1)).reverse()),
        RefusalCase.of(
            REVERSAL_NOT_REVERSIBLE, "undoing a reversal", reversed, IT.reverse("reversal of fee")),
        RefusalCase.of(
            DISBURSEMENT_EXCEEDS_PRINCIPAL,
            "disbursing more than agreed",
            List.of(IT.openWithPrincipal(1_000)),
            IT.disburse("d", 1_001)));
  }

  private static List<RefusalCase> balances() {
    List<?> drawn = and(OPEN, times(100, number -> IT.disburse("d" + number, LIMIT)));
    List<?> charged = and(OPEN, times(100, number -> IT.assessFee("f" + number, LIMIT)));
    List<?> accrued = and(OPEN, times(100, number -> IT.accrue("i" + number, LIMIT)));
    List<?> overpaid = and(OPEN, times(100, number -> IT.pay("p" + number, LIMIT)));
    List<?> drawnAgain = and(drawn, IT.pay("p", 1), IT.disburse("again", 1));
    return List.of(
        RefusalCase.of(
            BALANCE_WOULD_BE_NEGATIVE,
            "reversing a payment that was refunded",
            and(OPEN, IT.pay("p", 1), MORE.refund("refund", 1)),
            IT.reverse("p")),
        RefusalCase.ofItem(
            BALANCE_WOULD_BE_NEGATIVE,
            "reversing a batch whose interest was adjusted",
            and(BATCH, MORE.adjust("a", Component.INTEREST, -1)),
            batch("march").reverse()),
        RefusalCase.of(BALANCE_TOO_LARGE, "a disbursement too many", drawn, IT.disburse("d", 1)),
        RefusalCase.of(BALANCE_TOO_LARGE, "a fee too many", charged, IT.assessFee("f", 1)),
        RefusalCase.of(BALANCE_TOO_LARGE, "interest too much", accrued, IT.accrue("i", 1)),
        RefusalCase.of(BALANCE_TOO_LARGE, "a payment too many", overpaid, IT.pay("p", 1)),
        RefusalCase.of(
            BALANCE_TOO_LARGE, "undoing a payment drawn again", drawnAgain, IT.reverse("p")),
        RefusalCase.ofItem(
            BALANCE_TOO_LARGE,
            "a batch with interest too much",
            accrued,
            batch("b").post(item(LOAN, 1))),
        RefusalCase.of(LOAN_NOT_SETTLED, "closing a loan that owes", FEE, IT.close()),
        new RefusalCase(
            BATCH_REFUSED,
            List.of(BATCH_REFUSED, LOAN_NOT_FOUND, LOAN_CLOSED),
            "a batch that two loans refuse",
            and(TWO_LOANS, THE_OTHER.close()),
            batch("b").post(item(loan("unknown"), 1), item(OTHER, 1), item(LOAN, 1))));
  }

  private static List<?> and(List<?> given, Object... more) {
    List<Object> all = new ArrayList<>(given);
    Collections.addAll(all, more);
    return all;
  }

  private static Object[] times(int count, IntFunction<?> command) {
    return IntStream.range(0, count).mapToObj(command).toArray();
  }
}
