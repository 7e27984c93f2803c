package io.cascadeledger.refusal;

import static io.cascadeledger.given.BooksCommands.ADJUSTMENTS;
import static io.cascadeledger.given.BooksCommands.BANK;
import static io.cascadeledger.given.BooksCommands.CASH;
import static io.cascadeledger.given.BooksCommands.approve;
import static io.cascadeledger.given.BooksCommands.asset;
import static io.cascadeledger.given.BooksCommands.close;
import static io.cascadeledger.given.BooksCommands.credit;
import static io.cascadeledger.given.BooksCommands.debit;
import static io.cascadeledger.given.BooksCommands.fourEyes;
import static io.cascadeledger.given.BooksCommands.item;
import static io.cascadeledger.given.BooksCommands.load;
import static io.cascadeledger.given.BooksCommands.only;
import static io.cascadeledger.given.BooksCommands.open;
import static io.cascadeledger.given.BooksCommands.post;
import static io.cascadeledger.given.BooksCommands.postOn;
import static io.cascadeledger.given.BooksCommands.reject;
import static io.cascadeledger.given.BooksCommands.reopen;
import static io.cascadeledger.given.BooksCommands.reverse;
import static io.cascadeledger.given.BooksCommands.under;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;

import io.cascadeledger.bank.ImportBankStatement;
import io.cascadeledger.given.BankCommands;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.manual.PostManualEntry;
import io.cascadeledger.journal.manual.PostManualEntry.GivenLine;
import io.cascadeledger.limits.Limits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Every reason for which the books refuse, in the order of the codes. */
final class BooksRefusalCases {
  private static final List<?> NOTHING = List.of();
  private static final AccountDefinition BANK_ACCOUNT = asset(BANK, "Bank");
  private static final List<?> OPENED = List.of(open(BANK_ACCOUNT));
  private static final List<?> CLOSED = List.of(open(BANK_ACCOUNT), close(BANK));
  private static final PostManualEntry SWEEP = sweep(BANK, 5);
  private static final List<?> DRAFT = List.of(open(BANK_ACCOUNT), fourEyes(true), SWEEP);
  private static final List<?> POSTED = List.of(open(BANK_ACCOUNT), SWEEP);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private BooksRefusalCases() {}

  private static PostManualEntry sweep(AccountCode account, long minor) {
    return post("sweep", debit(account, minor, USD), credit(CASH, minor, USD));
  }

  static List<RefusalCase> all() {
    return Stream.of(shape(), done(), rules(), reversals()).flatMap(List::stream).toList();
  }

  private static RefusalCase of(RefusalCode code, String story, List<?> given, Object when) {
    return RefusalCase.of(code, story, given, when);
  }

  private static List<RefusalCase> shape() {
    return List.of(
        of(
            RefusalCode.AMOUNT_NOT_POSITIVE,
            "a statement of nothing",
            NOTHING,
            BankCommands.statement("1", null, null, 0)),
        of(RefusalCode.AMOUNT_NOT_POSITIVE, "a line of nothing", NOTHING, sweep(ADJUSTMENTS, 0)),
        of(
            RefusalCode.AMOUNT_TOO_LARGE,
            "a line above the limit",
            NOTHING,
            sweep(ADJUSTMENTS, Limits.AMOUNT_MINOR + 1)),
        of(
            RefusalCode.AMOUNT_TOO_LARGE,
            "a statement of more than there is",
            NOTHING,
            BankCommands.statement("1", null, null, -Limits.AMOUNT_MINOR - 1)),
        of(
            RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE,
            "a statement that ends before it begins",
            NOTHING,
            BankCommands.statement(TOMORROW, "1", null, null, 1)),
        of(
            RefusalCode.EFFECTIVE_DATE_IN_FUTURE,
            "a manual entry of tomorrow",
            NOTHING,
            postOn(TOMORROW, "sweep", debit(ADJUSTMENTS, 1, USD), credit(CASH, 1, USD))),
        of(RefusalCode.LINE_COUNT_OUT_OF_RANGE, "no lines", NOTHING, post("none")),
        of(
            RefusalCode.LINE_COUNT_OUT_OF_RANGE,
            "too many lines",
            NOTHING,
            post(
                "many",
                Collections.nCopies(Limits.LINES_PER_ENTRY + 1, debit(CASH, 1, USD))
                    .toArray(GivenLine[]::new))),
        of(
            RefusalCode.ENTRY_NOT_BALANCED,
            "currencies that balance only together",
            NOTHING,
            post("mixed", debit(ADJUSTMENTS, 1, USD), credit(CASH, 1, JPY))),
        of(RefusalCode.CHART_SIZE_OUT_OF_RANGE, "a chart of no account", NOTHING, load()),
        of(
            RefusalCode.ACCOUNT_REPEATED,
            "a chart that has an account twice",
            NOTHING,
            load(item(BANK_ACCOUNT), item(BANK_ACCOUNT))),
        of(RefusalCode.BANK_STATEMENT_TOO_LONG, "too many lines", NOTHING, manyLines()),
        of(RefusalCode.STATEMENT_DOES_NOT_SUM, "a line is missing", NOTHING, missingLine()));
  }

  private static ImportBankStatement missingLine() {
    return BankCommands.statement("1", 100L, 150L, 20);
  }

  private static ImportBankStatement manyLines() {
    long[] many = new long[Limits.BANK_STATEMENT_LINES + 1];
    Arrays.fill(many, 1);
    return BankCommands.statement("1", null, null, many);
  }

  private static List<RefusalCase> done() {
    return List.of(
        of(
            RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
            "the approval of what nobody wrote",
            NOTHING,
            approve("unknown", "bob")),
        of(
            RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
            "the reversal of a draft",
            DRAFT,
            reverse("sweep", TODAY)),
        of(
            RefusalCode.ENTRY_ALREADY_REVERSED,
            "a second reversal of a manual entry",
            more(POSTED, reverse("sweep", TODAY)),
            reverse("sweep", TODAY)),
        of(
            RefusalCode.ENTRY_NOT_DRAFT,
            "the approval of what was rejected",
            more(DRAFT, reject("sweep", "bob")),
            approve("sweep", "bob")),
        of(
            RefusalCode.ENTRY_NOT_DRAFT,
            "the rejection of what was booked at once",
            POSTED,
            reject("sweep", "bob")),
        of(
            RefusalCode.STATEMENT_ALREADY_IMPORTED,
            "a statement that is there",
            List.of(BankCommands.statement("1", 100L, 120L, 20)),
            BankCommands.statement("1", 100L, 120L, 20)),
        of(
            RefusalCode.ACCOUNT_ALREADY_EXISTS,
            "an account of a code that every chart has",
            NOTHING,
            open(asset(CASH, "Petty cash"))),
        of(RefusalCode.ACCOUNT_NOT_FOUND, "a line on an unknown account", NOTHING, SWEEP),
        of(RefusalCode.ACCOUNT_NOT_FOUND, "an unknown account is closed", NOTHING, close(BANK)),
        of(RefusalCode.ACCOUNT_CLOSED, "a line on a closed account", CLOSED, SWEEP),
        of(
            RefusalCode.ACCOUNT_CLOSED,
            "the approval of a draft on an account that was closed since",
            more(DRAFT, close(BANK)),
            approve("sweep", "bob")),
        of(RefusalCode.ACCOUNT_CLOSED, "an account is closed twice", CLOSED, close(BANK)),
        of(RefusalCode.ACCOUNT_OPEN, "an open account is opened again", OPENED, reopen(BANK)));
  }

  private static List<RefusalCase> rules() {
    AccountDefinition cash = ChartOfAccounts.find(CASH).orElseThrow().definition();
    AccountDefinition income =
        new AccountDefinition(
            BANK,
            "Bank",
            ChartOfAccounts.find(ADJUSTMENTS).orElseThrow().type(),
            Side.DEBIT,
            null,
            false,
            List.of(),
            null);
    return List.of(
        of(
            RefusalCode.ACCOUNT_IS_CONTROL,
            "a line on the account that sums up what loans owe",
            NOTHING,
            sweep(ChartOfAccounts.PRINCIPAL_RECEIVABLE, 1)),
        of(
            RefusalCode.ACCOUNT_CURRENCY_MISMATCH,
            "a line in dollars on an account of yen",
            List.of(open(only(BANK_ACCOUNT, JPY))),
            SWEEP),
        of(RefusalCode.ACCOUNT_BUILT_IN, "an account of loans is closed", NOTHING, close(CASH)),
        of(
            RefusalCode.ACCOUNT_BUILT_IN,
            "an account of loans is limited to dollars",
            NOTHING,
            load(item(only(cash, USD)))),
        of(
            RefusalCode.ACCOUNT_TYPE_FIXED,
            "an asset becomes an expense",
            OPENED,
            load(item(income))),
        of(
            RefusalCode.ACCOUNT_PARENT_UNSOUND,
            "an account under one that is not there",
            NOTHING,
            open(under(BANK_ACCOUNT, new AccountCode("1999")))),
        of(
            RefusalCode.ACCOUNT_PARENT_UNSOUND,
            "an account under one of another type",
            NOTHING,
            open(under(BANK_ACCOUNT, ADJUSTMENTS))),
        of(
            RefusalCode.ACCOUNT_PARENT_UNSOUND,
            "two accounts under each other",
            OPENED,
            load(item(under(BANK_ACCOUNT, CASH)), item(under(cash, BANK)))),
        of(
            RefusalCode.APPROVER_IS_AUTHOR,
            "the approval of one's own draft",
            DRAFT,
            approve("sweep", "alice")));
  }

  private static List<RefusalCase> reversals() {
    return List.of(
        of(
            RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
            "a reversal before its manual entry",
            POSTED,
            reverse("sweep", TODAY.minusDays(1))),
        of(
            RefusalCode.REVERSAL_NOT_REVERSIBLE,
            "the reversal of a manual entry's reversal",
            more(POSTED, reverse("sweep", TODAY)),
            reverse("sweep", "reversal of sweep", TODAY)));
  }

  private static List<?> more(List<?> given, Object next) {
    return Stream.concat(given.stream(), Stream.of(next)).toList();
  }
}
