package io.cascadeledger.loan.view;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.waterfall.Allocation;

/**
 * An instalment and what became of it, in minor units.
 *
 * @param instalment as scheduled
 * @param due what is to be paid: the scheduled principal; of interest what was booked in its
 *     period, or the forecast if that is larger and it is not due yet; fees and penalties that were
 *     charged to it, and those agreed that are still to come
 * @param inAdvance what was paid of it before its due date
 * @param onTime what was paid on its due date
 * @param late what was paid after it
 * @param outstanding what is still to be paid: due less paid
 */
public record InstalmentView(
    Instalment instalment,
    Allocation due,
    Allocation inAdvance,
    Allocation onTime,
    Allocation late,
    Allocation outstanding) {}
