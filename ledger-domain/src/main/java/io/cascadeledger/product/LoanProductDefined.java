package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A product was defined: its version 1 was published.
 *
 * @param product the product
 * @param content what version 1 says
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the business date
 * @param postedAt when the ledger recorded it
 */
public record LoanProductDefined(
    ProductId product,
    ProductContent content,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanProductEvent {}
