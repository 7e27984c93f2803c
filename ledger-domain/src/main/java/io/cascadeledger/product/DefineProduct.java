package io.cascadeledger.product;

import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;

/**
 * Define a product.
 *
 * @param product the name that the caller gives it
 * @param content what its first version says
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record DefineProduct(
    ProductId product, ProductContent content, Metadata metadata, PostingTime time)
    implements ProductCommand {}
