package io.cascadeledger.waterfall;

import java.util.Objects;

/**
 * One step of a waterfall by instalment.
 *
 * @param bucket the instalments it serves
 * @param component the part of them that it serves
 */
public record Slot(DueBucket bucket, Component component) {

  public Slot {
    Objects.requireNonNull(bucket, "bucket must not be null");
    Objects.requireNonNull(component, "component must not be null");
  }
}
