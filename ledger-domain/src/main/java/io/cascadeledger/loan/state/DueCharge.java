package io.cascadeledger.loan.state;

import io.cascadeledger.loan.terms.ChargeBasis;
import java.time.LocalDate;

/**
 * Something that the ledger is to charge by itself.
 *
 * @param basis what it follows from
 * @param day the day at whose end it is booked
 * @param minor how much, in minor units, above zero
 */
public record DueCharge(ChargeBasis basis, LocalDate day, long minor) {}
