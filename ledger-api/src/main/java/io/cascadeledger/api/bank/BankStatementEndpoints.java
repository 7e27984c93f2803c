package io.cascadeledger.api.bank;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PageFields;
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
import io.cascadeledger.bank.ImportBankStatement;
import io.cascadeledger.bank.StatementContent;
import io.cascadeledger.bank.StatementLine;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.bank.BankQueries;
import io.cascadeledger.projections.loan.LoanProjection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What banks say: bringing it in, and seeing what the books lack of it. */
public final class BankStatementEndpoints {

  private enum Wanted {
    UNMATCHED,
    ALL
  }

  private static final Field<String> ACCOUNT =
      Field.reference("bank_account_ref")
          .describe("The account at the bank, such as its IBAN.")
          .example("DE02120300000000202051");
  private static final Field<String> STATEMENT =
      Field.reference("statement_ref")
          .describe("The bank's name for the statement: an account has one of each name.")
          .example("2026-05/1");
  private static final Field<Currency> CURRENCY =
      Field.currency("currency").describe("The currency of the account.");
  private static final Field<LocalDate> FROM =
      Field.date("from_date")
          .optional()
          .describe("The first day that it is about; that of its first line if left out.")
          .example("2026-05-04");
  private static final Field<LocalDate> TO =
      Field.date("to_date")
          .optional()
          .describe("The last day that it is about; that of its last line if left out.")
          .example("2026-05-04");
  private static final Field<Long> OPENING =
      Field.difference("opening_balance_minor")
          .optional()
          .describe("What the account stood at before.")
          .example("100000");
  private static final Field<Long> CLOSING =
      Field.difference("closing_balance_minor")
          .optional()
          .describe("What it stands at; the opening balance and the lines must sum to it.")
          .example("188849");
  private static final Field<LocalDate> BOOKED =
      Field.date("booked_on")
          .describe("The day on which the bank booked it.")
          .example("2026-05-04");
  private static final Field<LocalDate> VALUE =
      Field.date("value_date")
          .optional()
          .describe("The day from which it counts at the bank.")
          .example("2026-05-04");
  private static final Field<Long> AMOUNT =
      Field.difference("amount_minor")
          .describe("What came, or went if below zero.")
          .example("88849");
  private static final Field<String> REFERENCE =
      Field.reference("reference")
          .optional()
          .describe("What the payer's system calls it: the external_ref of the payment.");
  private static final Field<String> BANK_REFERENCE =
      Field.reference("bank_reference")
          .optional()
          .describe("What the bank calls it.")
          .example("B-4711");
  private static final Field<List<Values>> LINES =
      Field.list(
              "lines",
              Body.of("BankStatementLine", BOOKED, VALUE, AMOUNT, REFERENCE, BANK_REFERENCE),
              Limits.BANK_STATEMENT_LINES)
          .describe("Its movements, in the bank's order.");
  private static final Parameter<UUID> ID =
      Parameter.path(Field.uuid("bank_statement_id").describe("The statement."));
  private static final Parameter<Wanted> WANTED =
      Parameter.query(
          Field.oneWordOf("lines", Wanted.class)
              .optional(Wanted.UNMATCHED)
              .describe("Which lines are wanted: those that no payment is, or all."));

  private static final Operation IMPORT =
      Operation.post("importBankStatement", "/v1/bank-statements")
          .tag("Control")
          .summary("Import a bank statement")
          .description(
              "Brings in what a bank says of an account: as JSON, as camt.053, or as"
                  + " comma-separated values. It books nothing. Its lines are held against the"
                  + " payments by reference and amount, whenever it is read. Names and accounts"
                  + " of payers are not kept.")
          .scope(Scopes.BANK_STATEMENTS_WRITE)
          .body(
              Body.of(
                  "BankStatementRequest",
                  ACCOUNT,
                  STATEMENT,
                  CURRENCY,
                  FROM,
                  TO,
                  OPENING,
                  CLOSING,
                  LINES))
          .orBody(StatementForms.CAMT_053)
          .orBody(StatementForms.CSV)
          .posts("The statement was imported.", BankStatementReceipt.example())
          .problems(
              ProblemCode.STATEMENT_ALREADY_IMPORTED,
              ProblemCode.STATEMENT_DOES_NOT_SUM,
              ProblemCode.AMOUNT_NOT_POSITIVE,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE)
          .build();

  private static final Operation GET =
      Operation.get("getBankStatement", "/v1/bank-statements/{bank_statement_id}")
          .tag("Control")
          .summary("See what the books lack of a bank statement")
          .description(
              "A statement and, by pages, the lines that are no payment of the books. A payment"
                  + " that is posted later is found then.")
          .scope(Scopes.LEDGER_READ)
          .parameter(ID)
          .parameter(WANTED)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "The statement.", BankStatementAnswer.example())
          .problems(ProblemCode.BANK_STATEMENT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private static final Operation LIST =
      Operation.get("listBankStatements", "/v1/bank-statements")
          .tag("Control")
          .summary("List bank statements")
          .description("The statements in the order in which they were imported, by pages.")
          .scope(Scopes.LEDGER_READ)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "A page of statements.", BankStatementPageAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private BankStatementEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(Writes writes, Reads reads, BankQueries bank) {
    return List.of(
        PostEndpoint.of(writes, IMPORT, BankStatementEndpoints::command, BankStatementReceipt::of),
        new PlainEndpoint(LIST, request -> list(request, reads, bank)),
        new PlainEndpoint(GET, request -> get(request, reads, bank)));
  }

  private static ImportBankStatement command(Draft draft) {
    List<StatementLine> lines =
        draft.get(LINES).stream().map(BankStatementEndpoints::line).toList();
    LocalDate today = draft.time().businessDate();
    StatementContent content =
        new StatementContent(
            draft.get(ACCOUNT),
            draft.get(STATEMENT),
            draft.get(CURRENCY),
            draft.body().find(FROM).orElseGet(() -> day(lines, Comparator.reverseOrder(), today)),
            draft.body().find(TO).orElseGet(() -> day(lines, Comparator.naturalOrder(), today)),
            draft.get(OPENING),
            draft.get(CLOSING),
            lines);
    return new ImportBankStatement(draft.tenant(), content, draft.time());
  }

  private static LocalDate day(
      List<StatementLine> lines, Comparator<LocalDate> order, LocalDate ifNone) {
    return lines.stream().map(StatementLine::bookedOn).max(order).orElse(ifNone);
  }

  private static StatementLine line(Values line) {
    return new StatementLine(
        line.get(BOOKED),
        line.get(VALUE),
        line.get(AMOUNT),
        line.get(REFERENCE),
        line.get(BANK_REFERENCE));
  }

  private static Mono<ServerResponse> get(ServerRequest request, Reads reads, BankQueries bank) {
    Values parameters = GET.readParameters(request);
    String tenant = Caller.of(request).tenant();
    UUID id = parameters.get(ID);
    return reads.ofTenant(
        request,
        LoanProjection.NAME,
        bank.statement(tenant, id)
            .zipWhen(
                _ ->
                    bank.lines(
                        tenant,
                        id,
                        parameters.get(WANTED) == Wanted.ALL,
                        PageFields.after(parameters),
                        parameters.get(PAGE_SIZE)),
                BankStatementAnswer::of),
        ProblemCode.BANK_STATEMENT_NOT_FOUND);
  }

  private static Mono<ServerResponse> list(ServerRequest request, Reads reads, BankQueries bank) {
    Values parameters = LIST.readParameters(request);
    return reads.ofTenant(
        request,
        LoanProjection.NAME,
        bank.statements(
                Caller.of(request).tenant(),
                PageFields.after(parameters),
                parameters.get(PAGE_SIZE))
            .map(BankStatementPageAnswer::of),
        ProblemCode.INTERNAL_ERROR);
  }
}
