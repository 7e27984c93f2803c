package io.cascadeledger.matching;

/**
 * What a payment pays of one entry.
 *
 * @param entry the entry as it was before
 * @param minor the part of the payment, in minor units; above zero
 */
public record Share(OpenEntry entry, long minor) {}
