package io.cascadeledger.product;

import io.cascadeledger.time.PostingTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish of a caller for one loan product. */
public interface ProductCommand {

  /** The product it is for. */
  ProductId product();

  /** When it was received. */
  PostingTime time();

  /** The identifier of the product's stream, by which the command finds the product. */
  @TargetAggregateIdentifier
  default String streamId() {
    return product().streamId();
  }
}
