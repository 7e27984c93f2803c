package io.cascadeledger.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowDiskTest {

  private static final int WRITES = 5;

  @TempDir private Path folder;

  @Test
  void each_sync_of_a_process_takes_longer_while_there_is_a_delay()
      throws IOException, InterruptedException {
    Optional<SlowDisk> disk = SlowDisk.compile(folder);
    assumeThat(disk).as("a C compiler named cc, which makes the library").isPresent();

    assertThat(timeOfSyncs(disk.get())).isLessThan(Duration.ofMillis(300L * WRITES));
    disk.get().delay(Duration.ofMillis(300));
    assertThat(timeOfSyncs(disk.get())).isGreaterThan(Duration.ofMillis(300L * WRITES));
  }

  @Test
  void a_process_that_was_not_told_has_not_loaded_it() throws IOException, InterruptedException {
    Optional<SlowDisk> disk = SlowDisk.compile(folder);
    assumeThat(disk).as("a C compiler named cc, which makes the library").isPresent();
    assertThat(disk.get().isLoadedBy(ProcessHandle.current().pid())).isFalse();
  }

  /** {@code dd} with conv=fdatasync syncs once, after it has written. */
  private Duration timeOfSyncs(SlowDisk disk) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < WRITES; i++) {
      ProcessBuilder builder =
          new ProcessBuilder(
              "dd", "if=/dev/zero", "of=" + folder.resolve("data"), "count=1", "conv=fdatasync");
      builder.environment().putAll(disk.environment());
      Process process = builder.redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
