package io.cascadeledger.api.product;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.product.LoanProductDefined;
import io.cascadeledger.product.LoanProductEvent;
import io.cascadeledger.product.LoanProductRetired;
import io.cascadeledger.product.LoanProductRevised;
import java.time.Instant;

/** The answer to what was done to a loan product. */
record ProductReceipt(
    @Describe("The product's name.") String productId,
    @Describe("The number of its last version.") int version,
    @Describe("What it is now: offered or retired.") String status,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  /** What a product is by which loans are opened. */
  static final String OFFERED = "offered";

  /** What a product is by which none are opened any more. */
  static final String RETIRED = "retired";

  static ProductReceipt of(Posted posted) {
    LoanProductEvent event = (LoanProductEvent) posted.event();
    return new ProductReceipt(
        event.product().value(),
        switch (event) {
          case LoanProductDefined _ -> 1;
          case LoanProductRevised revised -> revised.version();
          case LoanProductRetired retired -> retired.version();
        },
        event instanceof LoanProductRetired ? RETIRED : OFFERED,
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static ProductReceipt example(int version, String status) {
    return new ProductReceipt(
        "consumer-12", version, status, Instant.parse("2026-01-15T12:00:00Z"), null);
  }
}
