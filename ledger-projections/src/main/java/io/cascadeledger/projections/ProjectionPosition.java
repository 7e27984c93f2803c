package io.cascadeledger.projections;

/**
 * How far a projection has read.
 *
 * @param projection its name
 * @param position the last event it has taken into account; 0 is none
 */
public record ProjectionPosition(String projection, long position) {}
