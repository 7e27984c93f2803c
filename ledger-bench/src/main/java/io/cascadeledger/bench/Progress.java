package io.cascadeledger.bench;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells whoever waits what is being done. */
final class Progress {

  private final PrintWriter out;
  private final long start = System.nanoTime();

  Progress(PrintWriter out) {
    this.out = out;
  }

  void say(String what) {
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    out.printf("bench: %2d:%02d  %s%n", passed.toMinutes(), passed.toSecondsPart(), what);
    out.flush();
  }
}
