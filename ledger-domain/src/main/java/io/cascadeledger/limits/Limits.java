package io.cascadeledger.limits;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Every limit of the ledger, in one place. The domain refuses what exceeds the first group; the
 * HTTP surface refuses the rest before a command is made.
 */
public final class Limits {

  /**
   * The largest amount of one movement or line, in minor units (ten trillion of a 2-digit unit).
   */
  public static final long AMOUNT_MINOR = 1_000_000_000_000_000L;

  /** The largest balance of one component of one loan, in minor units; far below overflow. */
  public static final long BALANCE_MINOR = 100_000_000_000_000_000L;

  /** The most movements that one back-dated movement or reversal may restate. */
  public static final int RESTATEMENTS = 10_000;

  /** How many of the entries that the reversal of a batch of accruals has restated are listed. */
  public static final int RESTATED_ENTRIES_OF_A_BATCH = 100;

  /** The most business days that are listed at once. */
  public static final int BUSINESS_DAYS_LISTED = 366;

  /** The earliest effective date that is taken seriously. */
  public static final LocalDate EARLIEST_EFFECTIVE_DATE = LocalDate.of(1970, 1, 1);

  /** The most lines one journal entry may have. */
  public static final int LINES_PER_ENTRY = 1_000;

  /** The most accounts that a product may replace. */
  public static final int POSTING_ACCOUNTS = 50;

  /** The most items that one command for a debtor account or claim may have. */
  public static final int ITEMS_PER_COMMAND = 10_000;

  /** The largest body of a request about debtor accounts and claims, in bytes. */
  public static final int DEBTOR_BODY_BYTES = 16_777_216;

  /** The largest file that a debtor account may have, in bytes. */
  public static final int DEBTOR_FILE_BYTES = 10_485_760;

  /** The most claims or events that a request about debtor accounts reads at once. */
  public static final int DEBTOR_PAGE = 1_000;

  /** The most accounts one list may bring into a chart. */
  public static final int ACCOUNTS_PER_LIST = 2_000;

  /** The most lines one bank statement may have. */
  public static final int BANK_STATEMENT_LINES = 5_000;

  /** The largest bank statement that is read, in bytes of XML or of comma-separated values. */
  public static final int BANK_STATEMENT_BYTES = 16_777_216;

  /** A payment that was recorded so many days before the bank booked it is another one. */
  public static final int BANK_MATCH_DAYS = 31;

  /** The most loans one accrual batch may name. */
  public static final int LOANS_PER_ACCRUAL_BATCH = 2_000;

  /** The most instalments one schedule may have. */
  public static final int INSTALMENTS = 1_200;

  /** How many charges may be agreed when a loan is opened. */
  public static final int AGREED_CHARGES = 50;

  /** How many days one pause of a loan's delinquency may have. */
  public static final int PAUSE_DAYS = 3_660;

  /** The highest yearly rate of interest, as a decimal fraction: 1000 %. */
  public static final BigDecimal ANNUAL_RATE = BigDecimal.TEN;

  /** The most decimal places of a yearly rate. */
  public static final int RATE_DECIMALS = 12;

  /** A tenant's name: it is part of every stream identifier, so it never contains a slash. */
  public static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  /** A product's name: one word that is safe in a path, so it never contains a slash. */
  public static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** An idempotency key: 8 to 255 characters that are safe in a header, a URL and a log line. */
  public static final Pattern IDEMPOTENCY_KEY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:\\-]{7,254}");

  /** The largest request body, in bytes. */
  public static final int BODY_BYTES = 1_048_576;

  /** The deepest nesting of a request body. */
  public static final int BODY_DEPTH = 8;

  /** The largest payment of a batch, in bytes of JSON; whatever the other limits allow fits. */
  public static final int BATCH_LINE_BYTES = 131_072;

  /** The most lines of NDJSON, or items of an array, that one request may have. */
  public static final int BATCH_LINES = 100_000;

  /** The largest body of a batch of payments, in bytes. */
  public static final int BATCH_BYTES = 67_108_864;

  /** The most payments of one batch that are being posted at once. */
  public static final int BATCH_WINDOW = 512;

  /** How many bytes of results wait for a caller that does not read before nothing more is read. */
  public static final int BATCH_RESULT_BYTES = 4_194_304;

  /** The most batches of payments that one node works on at once. */
  public static final int BATCHES_AT_ONCE = 32;

  /** The most streams of events that one node serves at once. */
  public static final int EVENT_STREAMS_AT_ONCE = 64;

  /** For how many streams of events one node reads from the database at the same moment. */
  public static final int EVENT_READS_AT_ONCE = 4;

  /** How long a stream of events lasts at most: as long as an access token. */
  public static final Duration EVENT_STREAM_DURATION = Duration.ofHours(1);

  /** The most payments of a batch that is posted as a whole or not at all. */
  public static final int ATOMIC_PAYMENTS = 1_000;

  /** The longest free text (descriptions), in characters. */
  public static final int TEXT_CHARACTERS = 1_000;

  /** The longest reference of another system, in characters. */
  public static final int REFERENCE_CHARACTERS = 255;

  /** The most entries in a caller's metadata. */
  public static final int METADATA_ENTRIES = 20;

  /** The longest metadata key, in characters. */
  public static final int METADATA_KEY_CHARACTERS = 64;

  /** The longest metadata value, in characters. */
  public static final int METADATA_VALUE_CHARACTERS = 500;

  /** The most exports that one node writes at once. */
  public static final int EXPORTS_AT_ONCE = 8;

  /** The most webhook subscriptions of one tenant. */
  public static final int WEBHOOK_SUBSCRIPTIONS = 20;

  /** The longest URL of a webhook subscription, in characters. */
  public static final int WEBHOOK_URL_CHARACTERS = 2_000;

  /** While more messages wait for one webhook subscription, no further ones are made for it. */
  public static final int WEBHOOK_MESSAGES_WAITING = 10_000;

  /** How much is kept of why a message was not acknowledged, in characters. */
  public static final int WEBHOOK_FAILURE_CHARACTERS = 500;

  /** How many items a page has when the caller does not say. */
  public static final int PAGE_SIZE_DEFAULT = 50;

  /** The largest page a caller may ask for. */
  public static final int PAGE_SIZE = 500;

  /** The most lines that one statement of a loan may have. */
  public static final int STATEMENT_LINES = 50_000;

  /** How many restatements of one movement are listed: the last ones. */
  public static final int RESTATEMENTS_LISTED = 100;

  /** How many pending payments of one loan are listed with it: the first ones. */
  public static final int PENDING_PAYMENTS_LISTED = 100;

  /** The most validation errors one answer lists. */
  public static final int ERRORS_PER_ANSWER = 50;

  /** The largest body of a request for an access token, in bytes. */
  public static final int TOKEN_REQUEST_BYTES = 8_192;

  /** The longest access token that is looked at, in characters. */
  public static final int TOKEN_CHARACTERS = 4_096;

  /** How often a client's secret may be wrong within a minute before it is refused unseen. */
  public static final int WRONG_SECRETS_PER_MINUTE = 10;

  private Limits() {}
}
