package io.cascadeledger.api.accrual;

import static io.cascadeledger.api.exchange.MovementFields.LOAN;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.PostAccrualBatch;
import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.DayCountConvention;
import java.time.LocalDate;
import java.util.List;

/** {@code POST /v1/accruals/batch}. */
public final class PostAccrualBatchEndpoint {

  private static final Field<String> PROGRAM =
      Field.reference("program_id").describe("The lending program.").example("prog_7");
  private static final Field<LocalDate> ACCRUAL_DATE =
      Field.date("accrual_date")
          .describe("The day on which the interest was earned, and on which it counts.")
          .example("2026-04-15");
  private static final Field<DayCountConvention> DAY_COUNT =
      Field.oneOf("day_count_convention", DayCountConvention.class)
          .optional()
          .describe("How you counted days.");
  private static final Field<Long> PRINCIPAL =
      Field.amountOrZero("outstanding_principal_minor")
          .describe("The principal that you computed the interest on; recorded as you say it.")
          .example("1000000");
  private static final Field<Long> INTEREST =
      Field.amount("interest_minor")
          .describe("The interest, in minor units of the loan's currency.")
          .example("10000");
  private static final Field<List<Values>> LOANS =
      Field.list(
              "loans",
              Body.of("AccrualItem", LOAN, PRINCIPAL, INTEREST),
              Limits.LOANS_PER_ACCRUAL_BATCH)
          .describe("The loans, each once and all of one currency.");

  private static final Operation OPERATION =
      Operation.post("postAccrualBatch", "/v1/accruals/batch")
          .tag("Accruals")
          .summary("Book accrued interest")
          .description(
              "Books interest that you computed, on all the loans of the batch or on none: interest"
                  + " receivable is debited, interest income credited. journal_entry_id names all"
                  + " its lines as one entry; each loan has an entry of its own as well.")
          .scope(Scopes.ACCRUALS_WRITE)
          .body(Body.of("AccrualBatchRequest", PROGRAM, ACCRUAL_DATE, DAY_COUNT, LOANS))
          .posts("The interest was booked.", AccrualReceipt.example())
          .problems(ProblemCode.BATCH_EMPTY, ProblemCode.BATCH_REFUSED)
          .build();

  private PostAccrualBatchEndpoint() {}

  /** Posts through the ledger's one way of posting. */
  public static Endpoint of(Writes writes) {
    return PostEndpoint.of(
        writes, OPERATION, PostAccrualBatchEndpoint::command, AccrualReceipt::of);
  }

  private static PostAccrualBatch command(Draft draft) {
    return new PostAccrualBatch(
        new AccrualBatchId(draft.tenant(), Identifiers.next()),
        Identifiers.next(),
        draft.body().get(PROGRAM),
        draft.body().get(DAY_COUNT),
        draft.body().get(ACCRUAL_DATE),
        draft.body().get(LOANS).stream().map(item -> item(draft.tenant(), item)).toList(),
        draft.time());
  }

  private static PostAccrualBatch.Item item(String tenant, Values item) {
    return new PostAccrualBatch.Item(
        new LoanId(tenant, item.get(LOAN)), item.get(PRINCIPAL), item.get(INTEREST));
  }
}
