package io.cascadeledger.product;

import io.cascadeledger.event.LedgerEvent;

/** Everything that can have happened to a loan product. */
public sealed interface LoanProductEvent extends LedgerEvent
    permits LoanProductDefined, LoanProductRevised, LoanProductRetired {

  /** The product it happened to. */
  ProductId product();

  @Override
  default String tenant() {
    return product().tenant();
  }
}
