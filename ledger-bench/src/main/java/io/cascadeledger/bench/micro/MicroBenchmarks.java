package io.cascadeledger.bench.micro;

import io.cascadeledger.bench.process.Machine;
import io.cascadeledger.eventstore.EventHashBenchmark;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/** Runs the benchmarks of single steps, by JMH. */
public final class MicroBenchmarks {

  private static final int FORKS = 2;
  private static final int ITERATIONS = 3;
  private static final TimeValue ITERATION = TimeValue.seconds(1);

  private MicroBenchmarks() {}

  /**
   * Runs them, which takes two minutes.
   *
   * @return a report in Markdown
   */
  public static String run() throws IOException, RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(PostingBenchmark.class.getName())
                    .include(MatchingBenchmark.class.getName())
                    .include(EventHashBenchmark.class.getName())
                    .forks(FORKS)
                    .warmupIterations(ITERATIONS)
                    .warmupTime(ITERATION)
                    .measurementIterations(ITERATIONS)
                    .measurementTime(ITERATION)
                    .jvmArgsAppend("-Xmx512m", "--sun-misc-unsafe-memory-access=allow")
                    .build())
            .run();
    List<String> lines = new ArrayList<>();
    lines.add("# Single steps");
    lines.add("");
    lines.add("Measured by `./ledger bench --micro`, on one thread.");
    lines.add("");
    lines.add(Machine.describe("JMH " + Version.getPlainVersion()));
    lines.add("");
    lines.add("| step | ns | ± |");
    lines.add("|---|---:|---:|");
    for (RunResult each : results) {
      Result<?> result = each.getPrimaryResult();
      lines.add(
          "| %s | %s | %s |"
              .formatted(
                  result.getLabel(), whole(result.getScore()), whole(result.getScoreError())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String whole(Number number) {
    return new BigDecimal(number.toString()).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
  }
}
