package io.cascadeledger.bench.process;

import io.cascadeledger.bench.report.CpuSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures, by what Linux tells in {@code /proc}, who uses the processors for a while. */
public final class CpuMeter {

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int USER_OF_ENDED_CHILDREN = 13;
  private static final int SYSTEM_OF_ENDED_CHILDREN = 14;
  private static final int STOLEN = 8;
  private static final long HUNDRED = 100;

  private final List<Long> servers;
  private final long postmaster;
  private final Ticks start;

  /** Ticks of the clock, as {@code /proc} counts them. */
  private record Ticks(long server, long postgres, long load, long stolen, long all) {}

  /**
   * Begins.
   *
   * @param servers the ledger's processes
   * @param postmaster the parent of PostgreSQL's processes
   */
  public CpuMeter(List<Long> servers, long postmaster) throws IOException {
    this.servers = List.copyOf(servers);
    this.postmaster = postmaster;
    this.start = look();
  }

  /** Whether this system tells. */
  public static boolean isPossible() {
    return Files.isReadable(Path.of("/proc/self/stat"));
  }

  /** What was used since the beginning. */
  public CpuSplit end() throws IOException {
    Ticks end = look();
    long all = Math.max(1, end.all - start.all);
    return new CpuSplit(
        (end.server - start.server) * HUNDRED / all,
        (end.postgres - start.postgres) * HUNDRED / all,
        (end.load - start.load) * HUNDRED / all,
        (end.stolen - start.stolen) * HUNDRED / all);
  }

  private Ticks look() throws IOException {
    long server = 0;
    for (long process : servers) {
      server += used(process);
    }
    String[] machine = firstLine(Path.of("/proc/stat")).split(" +", -1);
    long all = 0;
    for (int i = 1; i <= STOLEN; i++) {
      all += Long.parseLong(machine[i]);
    }
    return new Ticks(
        server,
        usedByFamily(postmaster),
        used(ProcessHandle.current().pid()),
        Long.parseLong(machine[STOLEN]),
        all);
  }

  private static long usedByFamily(long parent) throws IOException {
    String[] fields = fields(parent);
    long used =
        used(parent)
            + Long.parseLong(fields[USER_OF_ENDED_CHILDREN])
            + Long.parseLong(fields[SYSTEM_OF_ENDED_CHILDREN]);
    List<ProcessHandle> children =
        ProcessHandle.of(parent).map(handle -> handle.children().toList()).orElse(List.of());
    for (ProcessHandle child : children) {
      try {
        used += used(child.pid());
      } catch (IOException hasEnded) {
        // Its time is its parent's from now on, but for this one look.
      }
    }
    return used;
  }

  private static long used(long process) throws IOException {
    String[] fields = fields(process);
    return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
  }

  /** The fields from the state on; the name before them may contain anything. */
  private static String[] fields(long process) throws IOException {
    String line = firstLine(Path.of("/proc", Long.toString(process), "stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readAllLines(file).getFirst();
  }
}
