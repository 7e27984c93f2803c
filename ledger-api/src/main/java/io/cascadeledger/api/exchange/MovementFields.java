package io.cascadeledger.api.exchange;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** The fields and parameters that several operations share. */
public final class MovementFields {

  /** A loan named in a body. */
  public static final Field<UUID> LOAN = Field.uuid("loan_id").describe("The loan.");

  /** A loan named in a path. */
  public static final Parameter<UUID> LOAN_IN_PATH = Parameter.path(LOAN);

  /** The borrower, which may be left out. */
  public static final Field<UUID> BORROWER =
      Field.uuid("borrower_id")
          .optional()
          .describe("Where it is named, it must be the loan's borrower.");

  /** The currency of a movement. */
  public static final Field<Currency> CURRENCY =
      Field.currency("currency").describe("The loan's currency, by its ISO 4217 code.");

  /** The day on which a movement counts. */
  public static final Field<LocalDate> EFFECTIVE =
      Field.date("effective_at")
          .describe(
              "The day on which it counts: not before the loan was opened, and not after the"
                  + " ledger's business date.")
          .example("2026-05-01");

  /** The caller's own notes, none if left out. */
  public static final Field<Metadata> METADATA =
      Field.metadata("metadata").optional(Metadata.NONE).describe("Your own notes, kept as sent.");

  /** Why, in a sentence, which may be left out. */
  public static final Field<String> REASON =
      Field.text("reason", Limits.TEXT_CHARACTERS).optional().describe("Why, in a sentence.");

  /** How money came. */
  public static final Field<String> SOURCE_METHOD =
      Field.token("source_method", "^[a-z][a-z0-9_]{0,31}$", "ach")
          .optional()
          .describe("How the payment came.");

  /** What the payer's system calls a payment. */
  public static final Field<String> EXTERNAL_REF =
      Field.reference("external_ref")
          .optional()
          .describe("The payment's name in another system.")
          .example("stripe_ch_xyz123");

  /** How money was sent. */
  public static final Field<String> METHOD =
      Field.token("method", "^[a-z][a-z0-9_]{0,31}$", "ach")
          .optional()
          .describe("How it was sent.");

  /** Where money was sent. */
  public static final Field<String> DESTINATION_REF =
      Field.reference("destination_ref")
          .optional()
          .describe("Where it was sent, in your own words.");

  /** A sentence about a charge. */
  public static final Field<String> DESCRIPTION =
      Field.text("description", Limits.TEXT_CHARACTERS)
          .optional()
          .describe("A sentence for the statement.");

  /** When a charge falls due. */
  public static final Field<LocalDate> DUE_DATE =
      Field.date("due_date")
          .optional()
          .describe("When it falls due; on its effective date if left out.")
          .example("2026-05-15");

  /** The day as of which something is read; today if left out. */
  public static final Parameter<LocalDate> AS_OF =
      Parameter.query(
          Field.date("as_of_date")
              .optional()
              .describe("The last effective date that counts; the business date if left out."));

  /** The time at which something was known; now if left out. */
  public static final Parameter<Instant> KNOWN_AT =
      Parameter.query(
          Field.instant("known_at")
              .optional()
              .describe(
                  "When it was known: what was posted later does not count. Left out, all counts"
                      + " that is known now."));

  private MovementFields() {}
}
