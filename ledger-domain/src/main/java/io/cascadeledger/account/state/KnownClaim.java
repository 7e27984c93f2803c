package io.cascadeledger.account.state;

import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.claim.value.JourneyState;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * What is known of a claim that an account's entries manage.
 *
 * @param reference its reference, that of its invoice
 * @param figures what it comes to after all entries
 * @param journey where its collection stands
 * @param promisesMinor what was promised, in minor units by due date
 */
public record KnownClaim(
    String reference,
    ClaimFigures figures,
    JourneyState journey,
    SortedMap<LocalDate, Long> promisesMinor) {}
