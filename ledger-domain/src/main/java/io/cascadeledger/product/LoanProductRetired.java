package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A product was retired: no loan is opened by it any more. Its versions stay readable.
 *
 * @param product the product
 * @param version its last version
 * @param reason why, in a sentence; null if that is not said
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the business date
 * @param postedAt when the ledger recorded it
 */
public record LoanProductRetired(
    ProductId product,
    int version,
    String reason,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanProductEvent {}
