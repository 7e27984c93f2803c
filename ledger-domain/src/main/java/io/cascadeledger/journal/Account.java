package io.cascadeledger.journal;

import java.util.Objects;

/**
 * An account of the general ledger.
 *
 * @param definition what its owner says of it
 * @param control whether it sums up what loans, or debtor accounts and claims, stand at, so that
 *     only their movements book to it
 * @param open whether manual entries may book to it
 */
public record Account(AccountDefinition definition, boolean control, boolean open) {

  public Account {
    Objects.requireNonNull(definition, "definition must not be null");
  }

  /** Its four digits. */
  public AccountCode code() {
    return definition.code();
  }

  /** Its name in the trial balance. */
  public String name() {
    return definition.name();
  }

  /** What it is. */
  public AccountType type() {
    return definition.type();
  }

  /** The side on which its balance normally stands. */
  public Side normalSide() {
    return definition.normalSide();
  }

  /** One sentence on what is booked there, or null. */
  public String purpose() {
    return definition.purpose();
  }

  /** The same account, defined otherwise. */
  public Account with(AccountDefinition other) {
    return new Account(other, control, open);
  }

  /** The same account, open or closed. */
  public Account opened(boolean isOpen) {
    return new Account(definition, control, isOpen);
  }
}
