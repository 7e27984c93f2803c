package io.cascadeledger.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the bench ran on, in a sentence. */
public final class Machine {

  private static final long KIB_PER_GIB = 1_048_576;

  private Machine() {}

  /**
   * Describes it.
   *
   * @param more what else matters
   */
  public static String describe(String more) throws IOException {
    return "Machine: %d processors (%s), %d GiB of memory, %s %s, Java %s, %s."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name"),
            memoryGib(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version(),
            more);
  }

  private static long memoryGib() throws IOException {
    String total = field("/proc/meminfo", "MemTotal").split(" ", 2)[0];
    return total.isEmpty() ? 0 : Long.parseLong(total) / KIB_PER_GIB;
  }

  private static String field(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    }
  }
}
