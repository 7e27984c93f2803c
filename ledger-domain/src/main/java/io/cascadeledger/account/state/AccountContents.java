package io.cascadeledger.account.state;

import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.util.List;

/**
 * All that belongs to a debtor account, each in the order of arrival.
 *
 * @param products its products
 * @param debtors its debtors, sealed
 * @param scores its scores
 * @param mandates its mandates that are not deleted, sealed
 * @param entries its entries
 * @param claims the claims that they manage
 */
public record AccountContents(
    List<Product> products,
    List<Debtor> debtors,
    List<Score> scores,
    List<Mandate> mandates,
    List<KnownEntry> entries,
    List<KnownClaim> claims) {}
