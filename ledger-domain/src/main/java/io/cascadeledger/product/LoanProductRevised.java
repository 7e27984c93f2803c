package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A further version of a product was published. Loans that were opened by earlier ones keep theirs.
 *
 * @param product the product
 * @param version the version's number, one above the last
 * @param content what it says, complete
 * @param metadata the caller's own notes, never null
 * @param effectiveDate the business date
 * @param postedAt when the ledger recorded it
 */
public record LoanProductRevised(
    ProductId product,
    int version,
    ProductContent content,
    Metadata metadata,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanProductEvent {}
