package io.cascadeledger.api.importing;

/**
 * What became of the payments of a file.
 *
 * @param posted how many were posted
 * @param replayed how many had been posted before
 * @param failed how many failed
 */
public record ImportSummary(long posted, long replayed, long failed) {}
