package io.cascadeledger.party;

import java.util.Objects;

/**
 * Who owes, or is liable for what another owes.
 *
 * @param reference the lender's own name for the person or company, or null
 * @param personal everything else that is known, sealed
 */
public record Debtor(String reference, PersonalData personal) {

  public Debtor {
    Objects.requireNonNull(personal, "personal must not be null");
  }

  /**
   * By what it is known in an account: its reference, or what it says if it has none, behind a
   * character that no reference has.
   */
  public String key() {
    return reference == null ? "\t" + personal.digest() : reference;
  }

  /** Whether both name the same debtor and say the same. */
  public boolean saysTheSameAs(Debtor other) {
    return Objects.equals(reference, other.reference) && personal.saysTheSameAs(other.personal);
  }
}
