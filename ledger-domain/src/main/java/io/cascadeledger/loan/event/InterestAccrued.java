package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Interest was earned on the loan. The lender computed it; the ledger books it.
 *
 * @param loan the loan
 * @param accrualId the batch that brought it
 * @param batchEntryId the identity under which the whole batch's lines are read as one entry
 * @param amount the interest
 * @param outstandingPrincipal the principal that the lender computed it on, as the lender said
 * @param entry interest receivable against interest income
 * @param postedAt when the ledger recorded it
 */
public record InterestAccrued(
    LoanId loan,
    UUID accrualId,
    UUID batchEntryId,
    Money amount,
    Money outstandingPrincipal,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
