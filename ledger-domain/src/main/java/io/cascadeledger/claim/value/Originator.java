package io.cascadeledger.claim.value;

/** Who asks for a credit or debit: the collection agency or its client, the creditor. */
public enum Originator {
  DCA,
  CLIENT
}
