package io.cascadeledger.api.reversal;

import static io.cascadeledger.api.exchange.MovementFields.METADATA;

import io.cascadeledger.accrual.ReverseAccrualBatch;
import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.journal.manual.ReverseManualEntry;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.projections.journal.EntryOwner;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** {@code POST /v1/reversals}. */
public final class PostReversalEndpoint {

  private static final Field<UUID> REVERSES =
      Field.uuid("reverses_entry_id").describe("The journal entry to undo.");
  private static final Field<String> REASON_CODE =
      Field.token("reason_code", "^[a-z][a-z0-9_]{0,63}$", "error_correction").describe("Why.");
  private static final Field<String> REASON_DESCRIPTION =
      Field.text("reason_description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("Why, in a sentence.");
  private static final Field<LocalDate> EFFECTIVE =
      Field.date("effective_at")
          .optional()
          .describe(
              "The day on which the reversal counts, not before that of the entry; the business"
                  + " date if left out.")
          .example("2026-05-02");

  private static final Operation OPERATION =
      Operation.post("postReversal", "/v1/reversals")
          .tag("Reversals")
          .summary("Reverse a journal entry")
          .description(
              "Undoes an entry by one with the same lines on their other sides. Both stay in the"
                  + " books, linked both ways. An entry is reversed at most once; the entry of a"
                  + " batch of accruals is reversed on all its loans or on none. A pending payment"
                  + " is voided instead.")
          .scope(Scopes.REVERSALS_WRITE)
          .parameter(CatchUp.PARAMETER)
          .body(
              Body.of(
                  "ReversalRequest",
                  REVERSES,
                  REASON_CODE,
                  REASON_DESCRIPTION,
                  EFFECTIVE,
                  METADATA))
          .posts("The entry was reversed.", ReversalReceipt.example())
          .problems(
              ProblemCode.JOURNAL_ENTRY_NOT_FOUND,
              ProblemCode.ENTRY_ALREADY_REVERSED,
              ProblemCode.REVERSAL_NOT_REVERSIBLE,
              ProblemCode.PAYMENT_PENDING,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.PERIOD_CLOSED,
              ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY,
              ProblemCode.BALANCE_WOULD_BE_NEGATIVE,
              ProblemCode.BALANCE_TOO_LARGE,
              ProblemCode.TOO_MANY_RESTATEMENTS,
              ProblemCode.BATCH_REFUSED,
              ProblemCode.PROJECTION_BEHIND)
          .build();

  private PostReversalEndpoint() {}

  /** Posts through the ledger's one way of posting, once it is known whose an entry is. */
  public static Endpoint of(Writes writes, EntryOwners owners) {
    return new PostEndpoint(
        writes, OPERATION, draft -> command(draft, owners), ReversalReceipt::of);
  }

  private static Mono<Object> command(Draft draft, EntryOwners owners) {
    UUID entry = draft.body().get(REVERSES);
    return owners
        .of(draft.tenant(), entry)
        .map(owner -> command(draft, entry, owner))
        .switchIfEmpty(
            Mono.error(
                () ->
                    new ProblemException(
                        ProblemCode.JOURNAL_ENTRY_NOT_FOUND,
                        "There is no journal entry " + entry + ".")));
  }

  private static Object command(Draft draft, UUID entry, EntryOwner owner) {
    LocalDate effective = draft.body().find(EFFECTIVE).orElse(draft.time().businessDate());
    return switch (owner) {
      case EntryOwner.OfLoan(var loan) ->
          new ReverseEntry(
              loan,
              entry,
              Identifiers.next(),
              null,
              effective,
              draft.body().get(REASON_CODE),
              draft.body().get(REASON_DESCRIPTION),
              draft.body().get(METADATA),
              draft.time());
      case EntryOwner.OfBatch(var batch) ->
          new ReverseAccrualBatch(
              batch,
              Identifiers.next(),
              effective,
              draft.body().get(REASON_CODE),
              draft.body().get(REASON_DESCRIPTION),
              draft.body().get(METADATA),
              draft.time());
      case EntryOwner.OfManualEntry(var manual) ->
          new ReverseManualEntry(
              manual,
              entry,
              Identifiers.next(),
              effective,
              draft.body().get(REASON_CODE),
              draft.body().get(REASON_DESCRIPTION),
              draft.body().get(METADATA),
              draft.time());
      case EntryOwner.OfDebtor() ->
          throw new ProblemException(
              ProblemCode.REVERSAL_NOT_REVERSIBLE,
              "The entry is of a debtor account or claim, where another entry corrects it.");
    };
  }
}
