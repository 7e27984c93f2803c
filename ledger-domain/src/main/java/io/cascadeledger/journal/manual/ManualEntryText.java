package io.cascadeledger.journal.manual;

import io.cascadeledger.metadata.Metadata;
import java.util.Objects;

/**
 * What is written on a manual entry besides its lines.
 *
 * @param description what it is for, in a sentence
 * @param reference its name in another system, or null
 * @param metadata the author's own notes, never null
 */
public record ManualEntryText(String description, String reference, Metadata metadata) {

  public ManualEntryText {
    Objects.requireNonNull(description, "description must not be null");
    Objects.requireNonNull(metadata, "metadata must not be null");
  }
}
