package io.cascadeledger.projections.rebuild;

import java.time.Instant;

/**
 * How far a rebuild is, or how it ended.
 *
 * @param projection the projection's name
 * @param status {@code running}, {@code completed}, {@code failed}, or {@code broken_off} if it
 *     ended without a word
 * @param position of the last event that it has read
 * @param target how far the projection that serves has come
 * @param failure why it failed; null if it has not
 */
public record RebuildStatus(
    String projection,
    String status,
    long position,
    long target,
    Instant startedAt,
    Instant updatedAt,
    String failure) {}
