package io.cascadeledger.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes each fsync and fdatasync of some processes take longer. A small library in C, compiled on
 * the spot, is loaded before the C library; while its delay is zero it does nothing but call on.
 */
public final class SlowDisk {

  private static final String SOURCE = "slow_disk.c";

  private final Path library;
  private final Path delay;

  private SlowDisk(Path library, Path delay) {
    this.library = library;
    this.delay = delay;
  }

  /**
   * Compiles it.
   *
   * @param folder for the library, and for the delay
   * @return empty if there is no C compiler, or it fails
   */
  public static Optional<SlowDisk> compile(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve(SOURCE);
    try (InputStream text = SlowDisk.class.getResourceAsStream(SOURCE)) {
      Files.write(source, text.readAllBytes());
    }
    Path library = folder.resolve("slow_disk.so");
    List<String> command =
        List.of(
            "cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl");
    try {
      Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
      compiler.getInputStream().readAllBytes();
      if (compiler.waitFor() != 0) {
        return Optional.empty();
      }
    } catch (IOException noCompiler) {
      return Optional.empty();
    }
    SlowDisk disk = new SlowDisk(library, folder.resolve("slow_disk.delay"));
    disk.delay(Duration.ZERO);
    return Optional.of(disk);
  }

  /** What must be in the environment of a process, for it and those that it starts. */
  public Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "LEDGER_BENCH_DELAY_FILE", delay.toString());
  }

  /** How much longer each fsync and fdatasync takes from now on. */
  public void delay(Duration duration) throws IOException {
    ByteBuffer nanoseconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    nanoseconds.putLong(duration.toNanos()).flip();
    try (FileChannel file =
        FileChannel.open(delay, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.write(nanoseconds, 0);
    }
  }

  /** Whether a process has loaded the library. */
  public boolean isLoadedBy(long process) throws IOException {
    Path maps = Path.of("/proc", Long.toString(process), "maps");
    return new String(Files.readAllBytes(maps), StandardCharsets.UTF_8)
        .contains(library.toString());
  }
}
