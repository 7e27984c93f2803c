package io.cascadeledger.account.entry;

import io.cascadeledger.party.PersonalData;
import java.util.List;
import java.util.Objects;

/**
 * A debtor's permission to collect, as a payment provider keeps it. The ledger records it and calls
 * nobody.
 *
 * @param id its identifier, unique in the account
 * @param providerName the provider
 * @param debtorReference who has given it
 * @param productReferences the products it is for
 * @param personal the account or card and all else of the debtor's, sealed; null if nothing is
 *     known
 */
public record Mandate(
    String id,
    String providerName,
    String debtorReference,
    List<String> productReferences,
    PersonalData personal) {

  public Mandate {
    Objects.requireNonNull(id, "id must not be null");
    Objects.requireNonNull(providerName, "providerName must not be null");
    productReferences = List.copyOf(productReferences);
  }
}
