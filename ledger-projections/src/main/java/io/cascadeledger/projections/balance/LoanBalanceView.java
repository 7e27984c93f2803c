package io.cascadeledger.projections.balance;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A loan's balance as of a day.
 *
 * @param loan the loan
 * @param currency its currency
 * @param asOf the last effective date that counts
 * @param openedOn the day from which its movements may count
 * @param balance the sum of the movements that count. Parts may be negative where a movement was
 *     dated before those it settles, such as a payment dated before the fee it paid
 * @param lastActivityAt when anything was last recorded of the loan, whatever its effective date
 */
public record LoanBalanceView(
    LoanId loan,
    Currency currency,
    LocalDate asOf,
    LocalDate openedOn,
    LoanBalance balance,
    Instant lastActivityAt) {}
