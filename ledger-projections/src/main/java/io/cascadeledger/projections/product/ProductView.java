package io.cascadeledger.projections.product;

import io.cascadeledger.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A loan product as it stands in a list.
 *
 * @param product the product
 * @param position where the event stands that defined it
 * @param name what its last version is called
 * @param currency the currency of its last version
 * @param version the number of its last version
 * @param definedAt when the ledger recorded its first version
 * @param revisedAt when the ledger recorded its last version
 * @param retiredOn the day on which it was retired, or null if it was not
 */
public record ProductView(
    ProductId product,
    long position,
    String name,
    Currency currency,
    int version,
    Instant definedAt,
    Instant revisedAt,
    LocalDate retiredOn) {}
