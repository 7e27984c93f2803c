package io.cascadeledger.api.books;

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
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.journal.settings.ChangeBooksSettings;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.journal.settings.PeriodRules;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import java.util.List;

/** What a tenant settles about its books. */
public final class BooksSettingsEndpoints {

  private enum Approval {
    NOT_REQUIRED,
    REQUIRED
  }

  private static final Field<Approval> APPROVAL =
      Field.oneWordOf("manual_entry_approval", Approval.class)
          .describe(
              "Whether a manual entry needs the approval of another client before it is booked.")
          .example("required");

  private static final Field<Approval> PERIOD_APPROVAL =
      Field.oneWordOf("period_approval", Approval.class)
          .optional(Approval.NOT_REQUIRED)
          .describe(
              "Whether closing a period, and opening it again, need the approval of another"
                  + " client; not_required if left out.")
          .example("required");

  private static final Field<LatePostings> LATE =
      Field.oneWordOf("late_postings", LatePostings.class)
          .optional(LatePostings.REFUSED)
          .describe(
              "What becomes of a posting that counts on a day of a closed period: it is refused;"
                  + " or booked on the first open day, and counts for its loan on its own day."
                  + " refused if left out.")
          .example("first_open_day");

  private static final Operation GET =
      Operation.get("getBooksSettings", "/v1/books-settings")
          .tag("Accounts")
          .summary("Read how the books are kept")
          .description("What the tenant has settled; nothing is required until it says so.")
          .scope(Scopes.LEDGER_READ)
          .answer(200, "The settings.", BooksSettingsAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private static final Operation PUT =
      Operation.put("putBooksSettings", "/v1/books-settings")
          .tag("Accounts")
          .summary("Settle how the books are kept")
          .description(
              "Counts from now on: drafts that wait still need approval, whatever is settled. What is"
                  + " left out is as at first.")
          .scope(Scopes.SETTINGS_WRITE)
          .body(Body.of("BooksSettingsRequest", APPROVAL, PERIOD_APPROVAL, LATE))
          .posts("It is settled.", BooksSettingsAnswer.example())
          .build();

  private BooksSettingsEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(Writes writes, Reads reads, ManualEntryQueries entries) {
    return List.of(
        new PlainEndpoint(
            GET,
            request ->
                reads.ofTenant(
                    request,
                    JournalProjection.NAME,
                    entries.settled(Caller.of(request).tenant()).map(BooksSettingsAnswer::of),
                    ProblemCode.INTERNAL_ERROR)),
        PostEndpoint.of(writes, PUT, BooksSettingsEndpoints::change, BooksSettingsAnswer::of));
  }

  private static ChangeBooksSettings change(Draft draft) {
    return new ChangeBooksSettings(
        new BooksSettingsId(draft.tenant()),
        draft.get(APPROVAL) == Approval.REQUIRED,
        new PeriodRules(draft.get(PERIOD_APPROVAL) == Approval.REQUIRED, draft.get(LATE)),
        draft.time());
  }
}
