package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Interest was earned by the end of a day, as the ledger computes it from the loan's terms.
 *
 * @param loan the loan
 * @param accrualId the movement's identity
 * @param from the first day it was earned on that was not booked before
 * @param amount the interest of the days from there to the entry's effective date, inclusive
 * @param entry interest receivable against interest income
 * @param postedAt when the ledger recorded it
 */
public record InterestEarned(
    LoanId loan, UUID accrualId, LocalDate from, Money amount, JournalEntry entry, Instant postedAt)
    implements LoanMovement {}
