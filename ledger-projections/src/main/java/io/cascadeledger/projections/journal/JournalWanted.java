package io.cascadeledger.projections.journal;

import java.time.LocalDate;

/**
 * Which part of a tenant's journal is wanted.
 *
 * @param tenant the tenant
 * @param from the first effective date, or null for no bound
 * @param to the last effective date, or null for no bound
 * @param upTo the position behind which nothing counts, so that what is read does not grow
 *     meanwhile
 */
public record JournalWanted(String tenant, LocalDate from, LocalDate to, long upTo) {}
