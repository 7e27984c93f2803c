package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a product, which never changes.
 *
 * @param number its place, from 1
 * @param content what it says
 * @param metadata the caller's notes on it
 * @param effectiveDate the day on which it was published
 * @param postedAt when the ledger recorded it
 */
public record PublishedVersion(
    int number,
    ProductContent content,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt) {}
