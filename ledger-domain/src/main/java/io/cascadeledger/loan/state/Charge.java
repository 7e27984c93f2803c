package io.cascadeledger.loan.state;

import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fee or penalty of which something is open.
 *
 * @param id the identity of the movement that charged it
 * @param component fees or penalties
 * @param dueDate when it falls due
 * @param openMinor what is neither paid nor waived, in minor units, above zero
 */
public record Charge(UUID id, Component component, LocalDate dueDate, long openMinor) {}
