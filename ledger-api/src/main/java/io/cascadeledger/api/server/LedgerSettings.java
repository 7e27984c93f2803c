package io.cascadeledger.api.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about the server.
 *
 * @param databaseUrl the database; null or blank for an embedded one
 * @param readDatabaseUrl a replica for queries; null or blank to read from the database itself
 * @param data the folder of the embedded database
 * @param timeZone the zone that says which date it is: no movement may be effective after it
 * @param readWait how long a read waits for its projection at most
 * @param cachedEvents how many events the loans that are kept in memory may have in all; null for
 *     as many as the heap has room for
 * @param waitingCommands how many commands of loans, debtor accounts and claims are worked on or
 *     wait at once; more are turned away
 * @param checkpointKey a file with the key that signs checkpoints; null or blank for one that is
 *     kept in the database
 * @param checkpointInterval the pause between two checkpoints
 * @param debtorRequestsPerSecond how many requests about debtor accounts and claims one client may
 *     make in a second, at each server
 */
@ConfigurationProperties("ledger")
public record LedgerSettings(
    @Nullable String databaseUrl,
    @Nullable String readDatabaseUrl,
    @DefaultValue("ledger-data") Path data,
    @DefaultValue("UTC") ZoneId timeZone,
    @DefaultValue("2s") Duration readWait,
    @Nullable Long cachedEvents,
    @DefaultValue("4096") int waitingCommands,
    @Nullable String checkpointKey,
    @DefaultValue("10s") Duration checkpointInterval,
    @DefaultValue("200") int debtorRequestsPerSecond) {

  /**
   * An event that a loan remembers takes up to 200 bytes, so loans take two fifths of the heap. Of
   * a heap of 1 GiB two thirds are for what lives long; with more than that, collections take all
   * the time there is.
   */
  private static final long HEAP_BYTES_PER_EVENT = 525;

  public LedgerSettings {
    if (cachedEvents == null) {
      cachedEvents = Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_EVENT;
    }
  }
}
