package io.cascadeledger.bench.report;

/**
 * Who used the processors during a load.
 *
 * @param server hundredths of all the machine's processors, used by the ledger's processes
 * @param postgres by those of PostgreSQL
 * @param load by the load itself
 * @param stolen kept back by the hypervisor
 */
public record CpuSplit(long server, long postgres, long load, long stolen) {

  @Override
  public String toString() {
    return "%d / %d / %d / %d".formatted(server, postgres, load, stolen);
  }
}
