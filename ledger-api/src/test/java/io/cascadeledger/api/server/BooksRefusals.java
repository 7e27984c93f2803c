package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.account;
import static io.cascadeledger.api.server.BooksBodies.entry;
import static io.cascadeledger.api.server.BooksBodies.line;

import io.cascadeledger.api.server.EveryRefusalTest.Way;
import io.cascadeledger.refusal.RefusalCode;
import java.util.List;
import java.util.function.Function;

/** Each refusal of the books, as a caller meets it. */
final class BooksRefusals {

  static final List<Way> WAYS =
      List.of(
          way(RefusalCode.LINE_COUNT_OUT_OF_RANGE, it -> write(it, entry("2026-05-01"))),
          way(RefusalCode.ENTRY_NOT_BALANCED, it -> write(it, lines("5900", 5, "1000", 4))),
          way(RefusalCode.CHART_SIZE_OUT_OF_RANGE, it -> load(it, "")),
          way(
              RefusalCode.ACCOUNT_REPEATED,
              it -> load(it, account("1910", "") + ", " + account("1910", ""))),
          way(RefusalCode.ENTRY_NOT_DRAFT, BooksRefusals::approvePosted),
          way(
              RefusalCode.STATEMENT_DOES_NOT_SUM,
              it ->
                  statement(
                      it, ", \"opening_balance_minor\": \"0\", \"closing_balance_minor\": \"6\"")),
          way(
              RefusalCode.STATEMENT_ALREADY_IMPORTED,
              it -> {
                statement(it, "").expect(201);
                return statement(it, "");
              }),
          way(RefusalCode.ACCOUNT_ALREADY_EXISTS, it -> open(it, account("1000", ""))),
          way(RefusalCode.ACCOUNT_NOT_FOUND, it -> write(it, lines("1910", 5, "1000", 5))),
          way(
              RefusalCode.ACCOUNT_CLOSED,
              it -> {
                open(it, account("1910", "")).expect(201);
                it.post("/v1/accounts/1910/close", "{}").expect(201);
                return it.post("/v1/accounts/1910/close", "{}");
              }),
          way(RefusalCode.ACCOUNT_OPEN, it -> it.post("/v1/accounts/1000/reopen", "{}")),
          way(RefusalCode.ACCOUNT_IS_CONTROL, it -> write(it, lines("1100", 5, "1000", 5))),
          way(
              RefusalCode.ACCOUNT_CURRENCY_MISMATCH,
              it -> {
                open(it, account("1910", ", \"currencies\": \"EUR\"")).expect(201);
                return write(it, lines("1910", 5, "1000", 5));
              }),
          way(RefusalCode.ACCOUNT_BUILT_IN, it -> it.post("/v1/accounts/1000/close", "{}")),
          way(
              RefusalCode.ACCOUNT_TYPE_FIXED,
              it -> load(it, account("1000", "").replace("\"asset\"", "\"income\""))),
          way(
              RefusalCode.ACCOUNT_PARENT_UNSOUND,
              it -> open(it, account("1910", ", \"parent_code\": \"5900\""))),
          way(RefusalCode.PERIOD_CHANGE_NOT_FOUND, it -> period(it, "2026-02-28", "reject")),
          way(
              RefusalCode.PERIOD_CHANGE_PENDING,
              it -> {
                it.put("/v1/books-settings", PeriodsTest.settings("required", "refused"))
                    .expect(201);
                period(it, "2026-02-28", "close").expect(201);
                return period(it, "2026-02-28", "close");
              }),
          way(
              RefusalCode.PERIOD_ALREADY_CLOSED,
              it -> {
                period(it, "2026-02-28", "close").expect(201);
                return period(it, "2026-02-27", "close");
              }),
          way(RefusalCode.PERIOD_NOT_CLOSED, it -> period(it, "2026-02-28", "reopen")),
          way(
              RefusalCode.PERIOD_NOT_LAST,
              it -> {
                period(it, "2026-02-28", "close").expect(201);
                period(it, "2026-03-31", "close").expect(201);
                return period(it, "2026-02-28", "reopen");
              }),
          way(RefusalCode.PERIOD_NOT_OVER, it -> period(it, "2999-12-31", "close")),
          way(
              RefusalCode.PERIOD_CLOSED,
              it -> {
                period(it, "2026-05-31", "close").expect(201);
                return write(it, lines("5900", 5, "1000", 5));
              }),
          way(RefusalCode.APPROVER_IS_AUTHOR, BooksRefusals::approveOwn));

  private BooksRefusals() {}

  private static Way way(RefusalCode code, Function<Tenant, Reply> request) {
    return new Way(code, loan -> request.apply(loan.lender()));
  }

  private static String lines(String debited, long debit, String credited, long credit) {
    return entry(
        "2026-05-01", line(debited, "DR", debit, "USD"), line(credited, "CR", credit, "USD"));
  }

  private static Reply period(Tenant lender, String lastDay, String change) {
    return lender.post("/v1/periods/" + lastDay + "/" + change, "{\"reason\": \"So.\"}");
  }

  private static Reply write(Tenant lender, String body) {
    return lender.post("/v1/journal-entries", body);
  }

  private static Reply open(Tenant lender, String body) {
    return lender.post("/v1/accounts", body);
  }

  private static Reply load(Tenant lender, String accounts) {
    return lender.put("/v1/chart-of-accounts", "{\"accounts\": [" + accounts + "]}");
  }

  private static Reply statement(Tenant lender, String balances) {
    String line = BooksBodies.bankLine("2026-05-01", 5, "r");
    return lender.post("/v1/bank-statements", BooksBodies.statement("1", balances, line));
  }

  private static Reply approvePosted(Tenant lender) {
    String id = write(lender, lines("5900", 5, "1000", 5)).expect(201).text("journal_entry_id");
    return lender.post("/v1/journal-entries/" + id + "/approve", "{}");
  }

  private static Reply approveOwn(Tenant lender) {
    lender.put("/v1/books-settings", BooksBodies.FOUR_EYES).expect(201);
    return approvePosted(lender);
  }
}
