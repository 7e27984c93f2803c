package io.cascadeledger.api.problem;

import io.cascadeledger.limits.Limits;
import java.util.Locale;

/**
 * Every problem that an answer can report. Codes are stable: the lower-case name of a constant is
 * part of the API, and a constant is never renamed or given another meaning.
 */
public enum ProblemCode {
  // The request cannot be understood.
  INVALID_REQUEST(
      400,
      "The request is not valid",
      "A field or parameter is missing, unknown or malformed.",
      "Correct what errors[] lists, and send the request again."),
  MALFORMED_JSON(
      400,
      "The body is not a JSON object",
      "The body is empty, or not one JSON object in UTF-8.",
      "Send one JSON object, complete and with nothing after it."),
  IDEMPOTENCY_KEY_MISSING(
      400,
      "The idempotency key is missing",
      "A request that posts has no Idempotency-Key header, or a payment of a batch no"
          + " idempotency_key.",
      "Choose a key that names the event, such as payment:loan_42:proc_txn_abc123, and send it with"
          + " each attempt."),
  IDEMPOTENCY_KEY_INVALID(
      400,
      "The idempotency key is not valid",
      "The Idempotency-Key header, or the idempotency_key of a payment of a batch, is malformed, or"
          + " there are several.",
      "Send one key of 8 to 255 letters, digits, dots, underscores, colons or hyphens that begins"
          + " with a letter or digit."),

  // Who asks.
  UNAUTHENTICATED(
      401,
      "No valid access token",
      "The bearer token is missing, expired or not one of a trusted issuer.",
      "Get a new token with your client credentials."),
  INSUFFICIENT_SCOPE(
      403,
      "The token does not allow this",
      "The token is valid but lacks the scope of this operation.",
      "Ask for a token with the scope that the detail names."),

  APPROVER_IS_AUTHOR(
      403,
      "The author cannot approve",
      "The tenant asks for four eyes: who has written a manual entry, or asked for the closing of a"
          + " period, cannot approve it.",
      "Have it approved with the credentials of another."),

  // What is asked for.
  NOT_FOUND(
      404,
      "There is nothing at this path",
      "No operation has this path.",
      "Compare the path with the API reference."),
  LOAN_NOT_FOUND(
      404,
      "There is no such loan",
      "The tenant has no loan with this identifier.",
      "Check the identifier and that the token is one of the right tenant; or open the loan"
          + " first."),
  JOURNAL_ENTRY_NOT_FOUND(
      404,
      "There is no such journal entry",
      "The tenant has no journal entry with this identifier.",
      "Check the identifier and that the token is one of the right tenant."),
  PAYMENT_NOT_FOUND(
      404,
      "There is no such payment",
      "The tenant, or the loan, has no payment with this identifier that still counts.",
      "Check the identifier and that the token is one of the right tenant; look whether the"
          + " payment was reversed."),
  CHARGE_NOT_FOUND(
      404,
      "There is no such charge",
      "The loan has no fee or penalty with this identifier that still counts.",
      "Check the identifier: it is that of the event that charged it."),
  DELINQUENCY_PAUSE_NOT_FOUND(
      404,
      "There is no such pause",
      "The loan has no pause of delinquency with this identifier of which a day is left.",
      "Check the identifier: the loan's delinquency lists its pauses."),
  ACCOUNT_NOT_FOUND(
      404,
      "There is no such account",
      "The chart of accounts has no account with this code.",
      "Use a code of the chart of accounts, or open the account first."),
  PRODUCT_NOT_FOUND(
      404,
      "There is no such loan product",
      "The tenant has no loan product with this name.",
      "Check the name, in which case matters, and that the token is one of the right tenant; or"
          + " define the product first."),
  PRODUCT_VERSION_NOT_FOUND(
      404,
      "The loan product has no such version",
      "The versions of a product are numbered from 1, and this one was not published yet.",
      "Use a version that exists, or leave the version out to have the last one."),
  BANK_STATEMENT_NOT_FOUND(
      404,
      "There is no such bank statement",
      "The tenant has imported no bank statement with this identifier.",
      "Check the identifier and that the token is one of the right tenant."),
  PERIOD_CHANGE_NOT_FOUND(
      404,
      "Nothing waits for approval",
      "Neither the closing nor the re-opening of this period waits for approval.",
      "List the periods to see what waits; it may be decided already."),
  PERIOD_SNAPSHOT_NOT_FOUND(
      404,
      "There is no trial balance of this period",
      "No period that ends on this day was closed, or its trial balance is not kept yet.",
      "List the periods; if this one is closed, send the request that closed it again."),
  STREAM_NOT_FOUND(
      404,
      "There is no such stream",
      "The tenant has no event in a stream of this type and identifier.",
      "Check both, and that the token is one of the right tenant."),
  EVENT_NOT_FOUND(
      404,
      "There is no such event",
      "The tenant has no event at this position, or the stream none of this sequence.",
      "Use the position, or the sequence, of an event that GET /v1/events shows."),
  CHECKPOINT_NOT_FOUND(
      404,
      "There is no such checkpoint",
      "No checkpoint has this tree size, or none was signed yet.",
      "Use a tree_size that GET /v1/checkpoints shows."),
  WEBHOOK_SUBSCRIPTION_NOT_FOUND(
      404,
      "There is no such webhook subscription",
      "The tenant has no webhook subscription with this identifier.",
      "Use an identifier that GET /v1/webhook-subscriptions shows."),
  METHOD_NOT_ALLOWED(
      405,
      "The path does not take this method",
      "The path exists, but not with this method.",
      "Use one of the methods that the Allow header names."),
  NOT_ACCEPTABLE(
      406,
      "No acceptable media type",
      "The Accept header excludes every form in which the operation can answer.",
      "Accept application/json, which every operation writes, or leave the header out."),

  // The state of things is against it.
  IDEMPOTENCY_IN_PROGRESS(
      409,
      "The first request with this key is still being handled",
      "Another request with the same idempotency key has not been answered yet.",
      "Wait a moment, then send the same request with the same key again."),
  BATCH_PARTLY_POSTED(
      409,
      "Some payments of the batch were posted by themselves",
      "Some keys of an atomic batch were used before, and others were not.",
      "Send the payments that errors[] does not list; those it lists are posted already."),
  LOAN_ALREADY_EXISTS(
      409,
      "The loan exists already",
      "A loan with this identifier was opened before.",
      "Use the loan that exists, or choose another identifier."),
  ENTRY_ALREADY_REVERSED(
      409,
      "The journal entry is reversed already",
      "A journal entry can be reversed once.",
      "Do nothing if the reversal was yours; read the entry to find out."),
  ENTRY_NOT_DRAFT(
      409,
      "The journal entry is decided already",
      "Only a draft can be approved or rejected; this one is booked or rejected.",
      "Read the entry to see who has decided; reverse it if it should not be booked."),
  STATEMENT_ALREADY_IMPORTED(
      409,
      "The bank statement is there already",
      "The account has a statement of this name, and a statement is imported once.",
      "Do nothing if it is the same; else check the bank's name for the statement."),
  ACCOUNT_ALREADY_EXISTS(
      409,
      "The account exists already",
      "The chart of accounts has an account with this code.",
      "Choose another code; or change the account by loading the chart."),
  ACCOUNT_CLOSED(
      409,
      "The account is closed",
      "A closed account takes no manual entries.",
      "Use another account, or open this one again."),
  ACCOUNT_OPEN(
      409,
      "The account is open",
      "Only a closed account can be opened again.",
      "Do nothing: the account takes entries."),
  LOAN_CLOSED(
      409,
      "The loan is closed",
      "A closed loan takes no movement but reversals.",
      "Check the loan's identifier; post to another loan."),
  LOAN_LOST(
      409,
      "The loan was charged off or written off",
      "A loan that has gone to losses takes recoveries and reversals, and refunds of what is kept"
          + " for the borrower.",
      "Post what was received as a recovery; or reverse the charge-off first."),
  LOAN_SOLD(
      409,
      "The loan was sold",
      "A loan of another owner takes reversals only, and refunds of what is kept for the borrower.",
      "Hand what was received to the new owner; or reverse the sale first."),
  LOAN_NOT_LOST(
      409,
      "The loan is not at a loss",
      "A recovery is for a loan that was charged off or written off by that day.",
      "Post what was received as a payment."),
  PAYMENT_NOT_PENDING(
      409,
      "The payment was not posted as pending",
      "Only a payment that was posted in the layer PENDING can be settled or voided.",
      "Do nothing: a payment that was posted otherwise counts already. To take it back, reverse its"
          + " journal entry."),
  PAYMENT_ALREADY_SETTLED(
      409,
      "The payment is settled already",
      "A pending payment is settled or voided once; this one counts.",
      "Do nothing if the settlement was yours; to take the payment back, reverse its journal"
          + " entry."),
  PAYMENT_ALREADY_VOIDED(
      409,
      "The payment is voided already",
      "A pending payment is settled or voided once; this one will not come.",
      "Do nothing if the voiding was yours; if it has come after all, post it again."),
  PAYMENT_PENDING(
      409,
      "The payment is pending",
      "A pending payment does not count yet, so it is not reversed, returned or charged back.",
      "Void it; or settle it first."),
  LOAN_HAS_PENDING_PAYMENTS(
      409,
      "The loan has pending payments",
      "A loan is closed when no payment is pending that could still come.",
      "Settle or void the pending payments that the loan shows, then close it."),
  LOAN_NOT_SETTLED(
      409,
      "The loan is not settled",
      "A loan can be closed when nothing is owed on it and no money is unapplied.",
      "Bring every component of the loan's balance to zero, then close it."),
  PRODUCT_ALREADY_EXISTS(
      409,
      "The loan product exists already",
      "A product with this name was defined before.",
      "Publish a further version of it, or choose another name."),
  PRODUCT_RETIRED(
      409,
      "The loan product is retired",
      "A retired product is not revised, and no loan is opened by it.",
      "Use another product."),
  PERIOD_CLOSED(
      409,
      "The period is closed",
      "The books are closed on the day on which this, or what it restates, would be booked.",
      "Use a day that is open; or have the period opened again. Or settle that what comes late is"
          + " booked on the first open day."),
  PERIOD_ALREADY_CLOSED(
      409,
      "The day is closed already",
      "The books are closed up to this day, or a later one.",
      "Do nothing; or open the period again first."),
  PERIOD_NOT_CLOSED(
      409,
      "No closed period ends on this day",
      "Only a period that is closed can be opened again, and it is named by its last day.",
      "List the periods to see which are closed."),
  PERIOD_NOT_LAST(
      409,
      "A later period is closed",
      "The period that was closed last is the first to be opened again.",
      "Open the later periods first."),
  PERIOD_CHANGE_PENDING(
      409,
      "A period waits for approval",
      "The closing or re-opening of a period waits for another's approval.",
      "Approve or reject what waits, then ask again."),
  PERIOD_CHECKS_FAILED(
      409,
      "The books are not sound",
      "A period is closed when the accounts equal their lines, and those that sum up loans equal"
          + " the loans.",
      "Read the reconciliation status as of the day, and find out what it names."),
  BODY_TOO_LARGE(
      413,
      "The body is too large",
      "The body has more bytes than one request may have.",
      "Split the request."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body is not declared as JSON",
      "The Content-Type header is not application/json, or another type that the operation takes.",
      "Send JSON with Content-Type: application/json."),

  // Understood, and against a rule.
  IDEMPOTENCY_MISMATCH(
      422,
      "The idempotency key belongs to another request",
      "The key was used before, for a request that asked for something else.",
      "Use a new key for a new event; to repeat an event, send exactly what was sent first."),
  AMOUNT_NOT_POSITIVE(
      422,
      "The amount is not above zero",
      "A movement has an amount above zero.",
      "Send the amount of the movement; to take one back, reverse its journal entry."),
  AMOUNT_TOO_LARGE(
      422,
      "The amount is too large",
      "The amount is above the limit of one movement.",
      "Check the amount: it counts minor units, such as cents."),
  EFFECTIVE_DATE_OUT_OF_RANGE(
      422,
      "The effective date is out of range",
      "The effective date lies before any date that is taken seriously.",
      "Check the date."),
  EFFECTIVE_DATE_IN_FUTURE(
      422,
      "The effective date is in the future",
      "The effective date lies after the ledger's business date.",
      "Post the movement on its date, or correct the date."),
  PERIOD_NOT_OVER(
      422,
      "The period is not over",
      "A period is closed when the ledger's business date lies after its last day.",
      "Close it on a later day, or choose an earlier one."),
  EFFECTIVE_DATE_BEFORE_OPENING(
      422,
      "The effective date is before the loan's opening",
      "A loan has no movement before it was opened.",
      "Check the date and the loan's identifier."),
  EFFECTIVE_DATE_BEFORE_ENTRY(
      422,
      "The effective date is before that of the entry",
      "A reversal, chargeback or waiver cannot take effect before what it takes back.",
      "Use the entry's effective date or a later one."),
  BATCH_EMPTY(
      422,
      "The batch is empty",
      "The batch names no loan, or has no payment.",
      "Send at least one."),
  BATCH_TOO_LARGE(
      422,
      "The batch is too large",
      "The batch names more loans, or has more payments, than one batch may.",
      "Split the batch, each part with keys of its own."),
  TOO_MANY_WEBHOOK_SUBSCRIPTIONS(
      422,
      "The tenant has too many webhook subscriptions",
      "The tenant has as many webhook subscriptions as one may have.",
      "Delete one, or have one of them told of more."),
  BATCH_LOAN_REPEATED(
      422,
      "A loan is named twice",
      "The batch names the same loan more than once.",
      "Add up what belongs to one loan, or split the batch."),
  BATCH_LOANS_DIFFER(
      422,
      "The payments are not of one loan",
      "An atomic batch names payments of more than one loan.",
      "Send a batch for each loan, or leave out atomic=true."),
  BATCH_REFUSED(
      422,
      "The batch was refused",
      "Some loans or payments of the batch cannot be posted, so nothing was posted.",
      "Correct or leave out what errors[] lists, and send the batch again."),
  CURRENCY_MISMATCH(
      422,
      "The currency is not the loan's",
      "A loan is kept in one currency.",
      "Convert the amount, or check the loan's identifier."),
  BORROWER_MISMATCH(
      422,
      "The borrower is not the loan's",
      "The request names another borrower than the loan has.",
      "Check which of the two identifiers is wrong."),
  LINE_COUNT_OUT_OF_RANGE(
      422,
      "The entry has too few or too many lines",
      "A manual entry has at least two lines, and at most as many as the detail says.",
      "Add what is missing; split an entry that is too long, each part balanced by itself."),
  ENTRY_NOT_BALANCED(
      422,
      "Debits and credits differ",
      "In each currency of a manual entry, debits and credits sum to the same.",
      "Correct the lines in the currency that the detail names."),
  ACCOUNT_IS_CONTROL(
      422,
      "The account sums up loans",
      "Only movements of loans, or of debtor accounts and claims, book to this account: it is their"
          + " sum.",
      "Post a movement of the loan, such as a balance adjustment; or use another account."),
  ACCOUNT_CURRENCY_MISMATCH(
      422,
      "The account takes other currencies",
      "The chart limits the account to certain currencies.",
      "Use another account, or change the account by loading the chart."),
  CHART_SIZE_OUT_OF_RANGE(
      422,
      "The list has no or too many accounts",
      "A chart is loaded from at least one account, and at most as many as the detail says.",
      "Send the accounts in parts; those left out stay as they are."),
  ACCOUNT_REPEATED(
      422,
      "An account is listed twice",
      "The list names the same account more than once.",
      "Leave one of the two out."),
  BANK_STATEMENT_TOO_LONG(
      422,
      "The bank statement is too long",
      "The bank statement has more lines than one may have.",
      "Ask the bank for shorter periods; or split it, each part with a name of its own."),
  STATEMENT_DOES_NOT_SUM(
      422,
      "The bank statement does not add up",
      "The opening balance and the lines do not sum to the closing balance.",
      "Look for a line that is missing or is there twice."),
  ACCOUNT_BUILT_IN(
      422,
      "The ledger needs the account",
      "Movements of loans book to the account, so it stays open and takes every currency.",
      "Change its name, purpose or parent only."),
  ACCOUNT_TYPE_FIXED(
      422,
      "The account's type is fixed",
      "An account keeps the type and the normal side that it was opened with.",
      "Open another account, and close this one."),
  ACCOUNT_PARENT_UNSOUND(
      422,
      "The parent account does not fit",
      "An account's parent is in the chart, of the same type, and not below the account.",
      "Choose another parent, or none."),
  REVERSAL_NOT_REVERSIBLE(
      422,
      "A reversal cannot be reversed",
      "The journal entry is itself a reversal or a restatement, or books nothing any more.",
      "Post the original movement again, with a new key; or reverse what caused the restatement."),
  DISBURSEMENT_EXCEEDS_PRINCIPAL(
      422,
      "The disbursement exceeds the principal",
      "The loan's terms do not allow so much to be disbursed.",
      "Disburse at most what the detail says is left."),
  TERMS_UNSOUND(
      422,
      "The terms are not sound",
      "The terms of a loan that the ledger services are incomplete or contradict each other.",
      "Correct what the detail names."),
  PRODUCT_UNSOUND(
      422,
      "The loan product is not sound",
      "The terms and limits of the product contradict each other, so no loan could be opened by"
          + " it.",
      "Correct what the detail names."),
  TERMS_OUTSIDE_PRODUCT(
      422,
      "The product does not allow these terms",
      "The currency, principal, rate or number of instalments lies outside what the product"
          + " allows, or is limited by it and not said.",
      "Correct what the detail names, or use another product."),
  DISBURSEMENT_OUTSIDE_SCHEDULE(
      422,
      "No instalment is left",
      "The disbursement counts after the last instalment that could pay it back.",
      "Check the date; or change the loan's terms first."),
  INTEREST_IS_COMPUTED(
      422,
      "The ledger computes the interest",
      "The loan is serviced by the ledger, which accrues its interest at the end of each day.",
      "Leave the loan out of the batch; change its terms if the interest is wrong."),
  LOAN_NOT_SERVICED(
      422,
      "The ledger does not service the loan",
      "The loan was opened without the terms of servicing, so it has no schedule here.",
      "Use a loan that was opened with them."),
  SPLIT_DOES_NOT_SUM(
      422,
      "The parts do not sum to the amount",
      "A payment that is directed by a split has parts that sum to its amount.",
      "Correct the parts or the amount."),
  EXCEEDS_OWED(
      422,
      "More than is owed",
      "A split payment, or a waiver, exceeds what is owed of a component on that day.",
      "Read the loan's balance as of that day, and send at most that."),
  PAYMENT_EXCEEDS_OWED(
      422,
      "The payment exceeds what is owed",
      "The loan's policy keeps nothing for the borrower.",
      "Send at most what is owed."),
  EXCEEDS_CHARGE(
      422,
      "More than the charge",
      "A fee or penalty can be waived and reduced by what it was, and no more.",
      "Send at most what the detail says is left of the charge."),
  EXCEEDS_PAYMENT(
      422,
      "More than the payment",
      "A payment can be charged back by what it was, and no more.",
      "Send at most what the detail says is left of the payment."),
  EXCEEDS_SUSPENSE(
      422,
      "More than is kept for the borrower",
      "What is applied or refunded comes out of suspense, and there is not so much in it.",
      "Read the loan's suspense_minor, and send at most that."),
  EXCEEDS_LOSS(
      422,
      "More than was lost",
      "Recoveries cannot exceed what was charged off or written off.",
      "Send at most what the detail says is left of the loss."),
  NOTHING_OWED(
      422,
      "Nothing is owed",
      "There is nothing that could be paid out of suspense, charged off, written off or sold.",
      "Check the date and the loan's balance on it."),
  TOO_MANY_RESTATEMENTS(
      422,
      "Too many movements would be restated",
      "So many later movements would do something else that it cannot be booked at once.",
      "Use a later effective date, or settle the difference by an adjustment."),
  STATEMENT_TOO_LONG(
      422,
      "The statement would be too long",
      "A statement has at most %d lines.".formatted(Limits.STATEMENT_LINES),
      "Ask for a shorter period."),
  BALANCE_WOULD_BE_NEGATIVE(
      422,
      "A balance would fall below zero",
      "The movement takes away more than the component of the loan holds.",
      "Reverse the later movements that used the money first."),
  BALANCE_TOO_LARGE(
      422,
      "A balance would be too large",
      "The component of the loan would exceed what one loan may hold.",
      "Check the amount: it counts minor units, such as cents."),

  // Not now.
  EVENT_NOT_SEALED(
      409,
      "The event is not sealed yet",
      "No checkpoint covers the event so far, or not the one that was asked for.",
      "Wait as long as the Retry-After header says, then ask again; or use a later checkpoint."),

  // Not the caller's fault.
  INTERNAL_ERROR(
      500,
      "Something went wrong here",
      "The ledger met a fault of its own.",
      "Send the same request with the same key again; if it fails again, report the"
          + " correlation_id."),
  OVERLOADED(
      503,
      "Too many requests at once",
      "The ledger takes no more requests at the moment; this one changed nothing.",
      "Wait as long as the Retry-After header says, then send the same request again."),
  DATABASE_UNAVAILABLE(
      503,
      "The database is away",
      "The ledger does not reach its database; this request changed nothing.",
      "Wait as long as the Retry-After header says, then send the same request again."),
  PROJECTION_BEHIND(
      503,
      "The books are not up to date yet",
      "What was asked for has not reached the read model yet.",
      "Wait as long as the Retry-After header says, then ask again."),
  OUTCOME_UNKNOWN(
      503,
      "Whether it was posted is not known",
      "The connection to the database broke while the request was being posted.",
      "Retry with the same key: if it was posted, the first answer comes back; if not, it is"
          + " posted now.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;
  private final String wireName = name().toLowerCase(Locale.ROOT);

  ProblemCode(int status, String title, String meaning, String remedy) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The code as it stands in an answer. */
  public String wireName() {
    return wireName;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A few words that name the problem; the same each time. */
  public String title() {
    return title;
  }

  /** A sentence that says what the problem means. */
  public String meaning() {
    return meaning;
  }

  /** A sentence that says what the caller can do. */
  public String remedy() {
    return remedy;
  }

  /** Where the problem is explained, relative to the server. */
  public String type() {
    return "/docs/errors#" + wireName;
  }

  /** How long to wait before another attempt, in seconds; zero if waiting does not help. */
  public int retryAfterSeconds() {
    return switch (this) {
      case IDEMPOTENCY_IN_PROGRESS,
          OVERLOADED,
          DATABASE_UNAVAILABLE,
          PROJECTION_BEHIND,
          OUTCOME_UNKNOWN ->
          1;
      case EVENT_NOT_SEALED -> 5;
      default -> 0;
    };
  }
}
