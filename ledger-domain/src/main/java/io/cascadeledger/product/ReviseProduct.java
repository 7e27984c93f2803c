package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;

/**
 * Publish a further version of a product.
 *
 * @param product the product
 * @param content what the version says, complete
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ReviseProduct(
    ProductId product, ProductContent content, Metadata metadata, PostingTime time)
    implements ProductCommand {}
