package io.cascadeledger.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The memory of a JVM, in MiB.
 *
 * @param resident what it occupies of the machine's memory
 * @param peak the most that it has occupied
 * @param heap what its heap has in use, garbage included
 * @param live what is left of that after a collection of garbage
 */
public record Memory(long resident, long peak, long heap, long live) {

  /** Of each part of the heap; what is beside the heap has no total. */
  private static final Pattern HEAP_USED = Pattern.compile("total \\d+K, used (\\d+)K");

  private static final long KIB_PER_MIB = 1_024;

  /** Looks at a process. */
  public static Memory of(long process) throws IOException, InterruptedException {
    long resident = kib(process, "VmRSS:");
    long peak = kib(process, "VmHWM:");
    long heap = heap(process);
    jcmd(process, "GC.run");
    return new Memory(resident, peak, heap, heap(process));
  }

  private static long kib(long process, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
      String line = lines.filter(each -> each.startsWith(name)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
    }
  }

  private static long heap(long process) throws IOException, InterruptedException {
    String info = jcmd(process, "GC.heap_info");
    return used(info) / KIB_PER_MIB;
  }

  /**
   * What the heap has in use by the word of the JVM, in KiB: the sum of its generations.
   *
   * @throws IOException if it does not say
   */
  static long used(String info) throws IOException {
    List<MatchResult> parts = HEAP_USED.matcher(info).results().toList();
    if (parts.isEmpty()) {
      throw new IOException("the JVM does not tell what its heap has in use: " + info);
    }
    return parts.stream().mapToLong(part -> Long.parseLong(part.group(1))).sum();
  }

  private static String jcmd(long process, String command)
      throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process),
                command)
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return output;
  }
}
