package io.cascadeledger.loan.terms;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a pause of delinquency ends instead of where it was to.
 *
 * @param pauseId the pause
 * @param lastDay the last day that stays paused; null if none does
 */
public record PauseEnd(UUID pauseId, LocalDate lastDay) {}
