package io.cascadeledger.loan.waiver;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.UUID;

/**
 * No longer ask for something that is owed.
 *
 * @param loan the loan
 * @param waiverId the identity of the movement
 * @param entryId the identity of its journal entry
 * @param amount what is waived
 * @param effectiveDate the day on which it counts
 * @param target the component or charge that is waived
 * @param reason why, or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record GrantWaiver(
    LoanId loan,
    UUID waiverId,
    UUID entryId,
    Money amount,
    LocalDate effectiveDate,
    PaymentTarget target,
    String reason,
    Metadata metadata,
    PostingTime time)
    implements LoanCommand {}
