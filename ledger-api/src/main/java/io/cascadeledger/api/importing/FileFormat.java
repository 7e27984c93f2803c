package io.cascadeledger.api.importing;

/** The forms that a file of payments can have. */
public enum FileFormat {
  /** A JSON object on each line. */
  NDJSON,
  /** Comma-separated values, with the names of the fields in the first line. */
  CSV
}
