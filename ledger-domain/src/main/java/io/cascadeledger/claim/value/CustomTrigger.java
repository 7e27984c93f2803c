package io.cascadeledger.claim.value;

import io.cascadeledger.metadata.JsonText;
import java.util.Objects;

/**
 * A word of the lender to those who follow the events. The ledger passes it on and does nothing.
 *
 * @param name what is to be triggered
 * @param context an object for whoever listens, or null
 */
public record CustomTrigger(String name, JsonText context) {

  public CustomTrigger {
    Objects.requireNonNull(name, "name must not be null");
  }
}
