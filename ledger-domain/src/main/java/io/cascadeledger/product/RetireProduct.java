package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;

/**
 * Open no more loans by a product.
 *
 * @param product the product
 * @param reason why, in a sentence, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record RetireProduct(ProductId product, String reason, Metadata metadata, PostingTime time)
    implements ProductCommand {}
