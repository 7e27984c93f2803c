package io.cascadeledger.api.importing;

/**
 * A payment of a file.
 *
 * @param number the line of the file, counted from 1
 * @param json the payment, on one line; as it stands in a file of NDJSON, whatever it is worth
 * @param tooLong whether the line is longer than the ledger takes, and is only begun here
 */
record SourceLine(long number, String json, boolean tooLong) {}
