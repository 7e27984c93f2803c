package io.cascadeledger.api.importing;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows how long work goes on: a bar on a terminal, a line now and then elsewhere. */
public final class ProgressBar {

  private static final int CELLS = 30;
  private static final int PERCENT = 100;
  private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final boolean terminal;
  private final String unit;
  private final long start = System.nanoTime();
  private long shownAt = start;
  private boolean shown;

  /**
   * Shows on a writer.
   *
   * @param terminal whether what is written can be written over
   */
  public ProgressBar(PrintWriter out, boolean terminal) {
    this(out, terminal, "lines");
  }

  /**
   * Shows on a writer.
   *
   * @param unit what is counted
   */
  public ProgressBar(PrintWriter out, boolean terminal, String unit) {
    this.out = out;
    this.terminal = terminal;
    this.unit = unit;
  }

  /**
   * Shows how far it is, if it is time to.
   *
   * @param done how many were done since the start
   * @param all how many there are in all
   */
  public void show(long done, long all) {
    show(done, done, all - done, all == 0 ? PERCENT : done * PERCENT / all);
  }

  /** Leaves the line that a bar stands on. */
  public void end() {
    if (terminal && shown) {
      out.println();
      out.flush();
    }
  }

  /**
   * Shows how far it is, if it is time to.
   *
   * @param lines how many lines were done since the start
   * @param doneBytes about how many bytes of the file were done since the start
   * @param leftBytes about how many are left
   * @param percent how much of the whole file is done
   */
  void show(long lines, long doneBytes, long leftBytes, long percent) {
    long now = System.nanoTime();
    Duration pause = terminal ? BETWEEN_BARS : BETWEEN_LINES;
    if (now - shownAt < pause.toNanos()) {
      return;
    }
    shownAt = now;
    shown = true;
    long millis = Math.max(1, Duration.ofNanos(now - start).toMillis());
    long seconds = doneBytes == 0 ? 0 : leftBytes / Math.max(1, doneBytes / millis) / 1_000;
    String text =
        "%3d %%  %,d %s  %,d/s  %d:%02d left"
            .formatted(percent, lines, unit, lines * 1_000 / millis, seconds / 60, seconds % 60);
    if (terminal) {
      int full = (int) (percent * CELLS / PERCENT);
      out.printf("\r[%s%s] %s ", "#".repeat(full), "-".repeat(CELLS - full), text);
    } else {
      out.println(text);
    }
    out.flush();
  }

  /** Says something between, on a line of its own. */
  void say(String text) {
    if (terminal && shown) {
      out.println();
    }
    out.println(text);
    out.flush();
  }
}
