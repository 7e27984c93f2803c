package io.cascadeledger.api.journal;

import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.MovementFields;
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
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.manual.ApproveManualEntry;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.journal.manual.ManualEntryText;
import io.cascadeledger.journal.manual.PostManualEntry;
import io.cascadeledger.journal.manual.PostManualEntry.GivenLine;
import io.cascadeledger.journal.manual.RejectManualEntry;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Manual journal entries: writing them, deciding on drafts, and listing those that wait. */
public final class ManualEntryEndpoints {

  private static final Field<String> ACCOUNT =
      Field.token("account_code", "^[0-9]{4}$", "1000").describe("The account's four digits.");
  private static final Field<Side> DIRECTION =
      Field.oneOf("direction", directions()).describe("Debit or credit.");
  private static final Field<Long> AMOUNT =
      Field.amount("amount_minor").describe("The amount, above zero.").example("1250");
  private static final Field<Currency> CURRENCY =
      Field.currency("currency").describe("Its currency.");
  private static final Field<List<Values>> LINES =
      Field.list(
              "lines",
              Body.of("ManualLine", ACCOUNT, DIRECTION, AMOUNT, CURRENCY),
              Limits.LINES_PER_ENTRY)
          .describe("At least two, which balance in each currency by itself.")
          .example(List.of(line("5900", "DR"), line("1000", "CR")));
  private static final Field<LocalDate> EFFECTIVE =
      Field.date("effective_at")
          .describe("The day on which it counts: not after the ledger's business date.")
          .example("2026-05-01");
  private static final Field<Layer> LAYER =
      Field.oneOf("layer", Layer.class)
          .optional(Layer.SETTLED)
          .describe(
              "The layer of the books, for all its lines: SETTLED, PENDING for what may still not"
                  + " come about, ENCUMBRANCE for what is set aside.");
  private static final Field<String> DESCRIPTION =
      Field.text("description", Limits.TEXT_CHARACTERS)
          .describe("What it is for, in a sentence.")
          .example("A fee of the bank.");
  private static final Field<String> REFERENCE =
      Field.reference("reference")
          .optional()
          .describe("Its name in another system.")
          .example("bank-2026-05-01-7");
  private static final Field<String> REASON =
      Field.text("reason", Limits.TEXT_CHARACTERS).describe("Why.").example("No receipt.");
  private static final Field<String> REMARK =
      Field.text("reason", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("What there is to say to it.")
          .example("As the bank says.");
  private static final Parameter<UUID> ENTRY =
      Parameter.path(Field.uuid("journal_entry_id").describe("The draft."));
  static final Parameter<ManualEntryStatus> STATUS =
      Parameter.query(
          Field.oneWordOf("status", ManualEntryStatus.class)
              .optional(ManualEntryStatus.DRAFT)
              .describe("How far they have come; those that wait for approval if left out."));

  private static final Operation POST =
      Operation.post("postJournalEntry", "/v1/journal-entries")
          .tag("Journal")
          .summary("Write a manual journal entry")
          .description(
              "Books lines that no movement of a loan brings, such as a fee of the bank. If the"
                  + " tenant asks for four eyes, the entry is a draft until another approves it:"
                  + " it has no lines in the books. Accounts that sum up loans take no manual"
                  + " lines; post a movement of the loan instead. It is undone by a reversal, in the"
                  + " same layer.")
          .scope(Scopes.JOURNAL_WRITE)
          .body(
              Body.of(
                  "JournalEntryRequest",
                  EFFECTIVE,
                  DESCRIPTION,
                  REFERENCE,
                  LAYER,
                  LINES,
                  MovementFields.METADATA))
          .posts(
              "The entry was booked, or drafted.",
              ManualEntryReceipt.example(ManualEntryStatus.POSTED))
          .problems(
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.PERIOD_CLOSED,
              ProblemCode.LINE_COUNT_OUT_OF_RANGE,
              ProblemCode.ENTRY_NOT_BALANCED,
              ProblemCode.ACCOUNT_NOT_FOUND,
              ProblemCode.ACCOUNT_CLOSED,
              ProblemCode.ACCOUNT_IS_CONTROL,
              ProblemCode.ACCOUNT_CURRENCY_MISMATCH)
          .build();

  private static final Operation APPROVE =
      Operation.post("approveJournalEntry", "/v1/journal-entries/{journal_entry_id}/approve")
          .tag("Journal")
          .summary("Approve a draft")
          .description(
              "Books a draft as it was written. The client must be another than its author's.")
          .scope(Scopes.JOURNAL_APPROVE)
          .parameter(ENTRY)
          .body(Body.of("ApprovalRequest", REMARK))
          .posts("The entry was booked.", ManualEntryReceipt.example(ManualEntryStatus.POSTED))
          .problems(
              ProblemCode.JOURNAL_ENTRY_NOT_FOUND,
              ProblemCode.ENTRY_NOT_DRAFT,
              ProblemCode.PERIOD_CLOSED,
              ProblemCode.ACCOUNT_CLOSED,
              ProblemCode.ACCOUNT_CURRENCY_MISMATCH,
              ProblemCode.APPROVER_IS_AUTHOR)
          .build();

  private static final Operation REJECT =
      Operation.post("rejectJournalEntry", "/v1/journal-entries/{journal_entry_id}/reject")
          .tag("Journal")
          .summary("Reject a draft")
          .description("Ends a draft, which is then never booked. Its author may withdraw it so.")
          .scope(Scopes.JOURNAL_APPROVE)
          .parameter(ENTRY)
          .body(Body.of("RejectionRequest", REASON))
          .posts("The draft was rejected.", ManualEntryReceipt.example(ManualEntryStatus.REJECTED))
          .problems(ProblemCode.JOURNAL_ENTRY_NOT_FOUND, ProblemCode.ENTRY_NOT_DRAFT)
          .build();

  private static final Operation LIST =
      Operation.get("listManualJournalEntries", "/v1/journal-entries")
          .tag("Journal")
          .summary("List manual journal entries")
          .description(
              "The manual entries that have come so far, in the order in which they were written,"
                  + " by pages.")
          .scope(Scopes.LEDGER_READ)
          .parameter(STATUS)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "A page of entries.", JournalPageAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private ManualEntryEndpoints() {}

  private static Map<String, Side> directions() {
    Map<String, Side> directions = new LinkedHashMap<>();
    directions.put("DR", Side.DEBIT);
    directions.put("CR", Side.CREDIT);
    return directions;
  }

  private static Map<String, String> line(String account, String direction) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("account_code", account);
    line.put("direction", direction);
    line.put("amount_minor", "1250");
    line.put("currency", "USD");
    return line;
  }

  /** The endpoints. */
  public static List<Endpoint> all(Writes writes, Reads reads, ManualEntryQueries entries) {
    return List.of(
        PostEndpoint.of(writes, POST, ManualEntryEndpoints::post, ManualEntryReceipt::of),
        new PlainEndpoint(LIST, request -> ManualEntryList.read(request, LIST, reads, entries)),
        PostEndpoint.of(writes, APPROVE, ManualEntryEndpoints::approve, ManualEntryReceipt::of),
        PostEndpoint.of(writes, REJECT, ManualEntryEndpoints::reject, ManualEntryReceipt::of));
  }

  private static PostManualEntry post(Draft draft) {
    return new PostManualEntry(
        new ManualEntryId(draft.tenant(), Identifiers.next()),
        draft.actor(),
        draft.get(LAYER),
        draft.get(EFFECTIVE),
        draft.get(LINES).stream().map(ManualEntryEndpoints::line).toList(),
        new ManualEntryText(draft.get(DESCRIPTION), draft.get(REFERENCE), draft.metadata()),
        draft.time());
  }

  private static GivenLine line(Values line) {
    return new GivenLine(
        new AccountCode(line.get(ACCOUNT)),
        line.get(DIRECTION),
        new Money(line.get(AMOUNT), line.get(CURRENCY)));
  }

  private static ApproveManualEntry approve(Draft draft) {
    return new ApproveManualEntry(
        entryInPath(draft), draft.actor(), draft.get(REMARK), draft.time());
  }

  private static RejectManualEntry reject(Draft draft) {
    return new RejectManualEntry(
        entryInPath(draft), draft.actor(), draft.get(REASON), draft.time());
  }

  private static ManualEntryId entryInPath(Draft draft) {
    return new ManualEntryId(draft.tenant(), draft.parameters().get(ENTRY));
  }
}
