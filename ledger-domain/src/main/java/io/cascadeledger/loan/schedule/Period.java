package io.cascadeledger.loan.schedule;

import java.time.LocalDate;

/**
 * A period of a schedule that is being computed.
 *
 * @param number the place of its instalment, from 1
 * @param from its first day
 * @param due the day after its last
 * @param fraction the part of a year for which it earns interest
 */
record Period(int number, LocalDate from, LocalDate due, YearFraction fraction) {}
