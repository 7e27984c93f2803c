package io.cascadeledger.api.account;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.chart.CloseAccount;
import io.cascadeledger.journal.chart.LoadChart;
import io.cascadeledger.journal.chart.OpenAccount;
import io.cascadeledger.journal.chart.ReopenAccount;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.ChartQueries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The chart of accounts: reading it, and changing it account by account or by a list. */
public final class ChartEndpoints {

  private enum Status {
    OPEN,
    CLOSED
  }

  private static final Parameter<String> CODE =
      Parameter.path(
          Field.token("account_code", "^[0-9]{4}$", "1910").describe("The account's four digits."));
  private static final Field<Status> STATUS =
      Field.oneWordOf("status", Status.class)
          .optional(Status.OPEN)
          .describe("open, or closed to manual entries.");
  private static final Field<List<Values>> ACCOUNTS =
      Field.list(
              "accounts",
              Body.of(
                  "ListedAccount",
                  Stream.concat(Arrays.stream(AccountFields.all()), Stream.of(STATUS))
                      .toArray(Field<?>[]::new)),
              Limits.ACCOUNTS_PER_LIST)
          .describe("The accounts, each once.");

  private static final Operation GET =
      Operation.get("listAccounts", "/v1/accounts")
          .tag("Accounts")
          .summary("Read the chart of accounts")
          .description(
              "The accounts that every tenant has, because movements of loans book to them, and"
                  + " the tenant's own.")
          .scope(Scopes.LEDGER_READ)
          .answer(200, "The chart.", ChartAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private static final Operation OPEN =
      Operation.post("openAccount", "/v1/accounts")
          .tag("Accounts")
          .summary("Open an account")
          .description("Adds an account to the chart, for manual entries to book to.")
          .scope(Scopes.ACCOUNTS_WRITE)
          .body(Body.of("AccountRequest", AccountFields.all()))
          .posts("The account was opened.", AccountReceipt.example("open"))
          .problems(ProblemCode.ACCOUNT_ALREADY_EXISTS, ProblemCode.ACCOUNT_PARENT_UNSOUND)
          .build();

  private static final Operation CLOSE =
      Operation.post("closeAccount", "/v1/accounts/{account_code}/close")
          .tag("Accounts")
          .summary("Close an account")
          .description(
              "The account takes no more manual entries, whatever it stands at. Entries that are"
                  + " booked can still be reversed.")
          .scope(Scopes.ACCOUNTS_WRITE)
          .parameter(CODE)
          .body(Body.of("AccountClosingRequest"))
          .posts("The account was closed.", AccountReceipt.example("closed"))
          .problems(
              ProblemCode.ACCOUNT_NOT_FOUND,
              ProblemCode.ACCOUNT_CLOSED,
              ProblemCode.ACCOUNT_BUILT_IN)
          .build();

  private static final Operation REOPEN =
      Operation.post("reopenAccount", "/v1/accounts/{account_code}/reopen")
          .tag("Accounts")
          .summary("Open a closed account again")
          .description("The account takes manual entries again.")
          .scope(Scopes.ACCOUNTS_WRITE)
          .parameter(CODE)
          .body(Body.of("AccountReopeningRequest"))
          .posts("The account was opened again.", AccountReceipt.example("open"))
          .problems(ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.ACCOUNT_OPEN)
          .build();

  private static final Operation LOAD =
      Operation.put("putChartOfAccounts", "/v1/chart-of-accounts")
          .tag("Accounts")
          .summary("Load a list of accounts")
          .description(
              "Brings a list into the chart, all of it or nothing: accounts that the chart lacks"
                  + " are opened, those that it has are called, placed, opened and closed as the"
                  + " list says, and those that the list lacks stay as they are. The accounts that"
                  + " every tenant has can be given another name, purpose and parent.")
          .scope(Scopes.ACCOUNTS_WRITE)
          .body(Body.of("ChartRequest", ACCOUNTS))
          .posts("The list was loaded.", ChartReceipt.example())
          .problems(
              ProblemCode.CHART_SIZE_OUT_OF_RANGE,
              ProblemCode.ACCOUNT_REPEATED,
              ProblemCode.ACCOUNT_BUILT_IN,
              ProblemCode.ACCOUNT_TYPE_FIXED,
              ProblemCode.ACCOUNT_PARENT_UNSOUND)
          .build();

  private ChartEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(Writes writes, Reads reads, ChartQueries charts) {
    return List.of(
        new PlainEndpoint(
            GET,
            request ->
                reads.ofTenant(
                    request,
                    BalanceProjection.NAME,
                    charts.chart(Caller.of(request).tenant()).map(ChartAnswer::of),
                    ProblemCode.INTERNAL_ERROR)),
        PostEndpoint.of(writes, OPEN, ChartEndpoints::open, AccountReceipt::of),
        PostEndpoint.of(writes, CLOSE, ChartEndpoints::close, AccountReceipt::of),
        PostEndpoint.of(writes, REOPEN, ChartEndpoints::reopen, AccountReceipt::of),
        PostEndpoint.of(writes, LOAD, ChartEndpoints::load, ChartReceipt::of));
  }

  private static OpenAccount open(Draft draft) {
    return new OpenAccount(chart(draft), AccountFields.definition(draft.body()), draft.time());
  }

  private static CloseAccount close(Draft draft) {
    return new CloseAccount(chart(draft), codeInPath(draft), draft.time());
  }

  private static ReopenAccount reopen(Draft draft) {
    return new ReopenAccount(chart(draft), codeInPath(draft), draft.time());
  }

  private static LoadChart load(Draft draft) {
    List<LoadChart.Item> items =
        draft.get(ACCOUNTS).stream()
            .map(
                account ->
                    new LoadChart.Item(
                        AccountFields.definition(account), account.get(STATUS) == Status.OPEN))
            .toList();
    return new LoadChart(chart(draft), items, draft.time());
  }

  private static ChartId chart(Draft draft) {
    return new ChartId(draft.tenant());
  }

  private static AccountCode codeInPath(Draft draft) {
    return new AccountCode(draft.parameters().get(CODE));
  }
}
