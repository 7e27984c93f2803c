package io.cascadeledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Report report = new Report("./ledger bench --quick", "Machine: 2 processors.");

  @Test
  void a_row_says_what_was_measured_and_which_goal_was_missed() {
    Latencies latencies = new Latencies();
    latencies.add(1_500_000);
    Readings readings = new Readings();
    readings.add(new Reading(3_000, latencies, 0, new CpuSplit(60, 30, 5, 1), null));
    readings.add(new Reading(1_000, latencies, 2, new CpuSplit(50, 40, 7, 3), null));
    readings.add(new Reading(2_000, latencies, 0, null, null));
    report.rate("payments", readings, Verdict.atLeast("0.6", 2_000, 8_000, "x limit A"));
    report.noRate("batches", "no endpoint");
    assertThat(report.toString())
        .contains("Measured by `./ledger bench --quick`")
        .contains(
            "| payments | 2,000 | 1.50 | 1.50 | 1.50 | 2 | 55 / 35 / 6 / 2 | 0.25 x limit A | ≥ 0.6: **missed** |")
        .contains("| batches | – |  |  |  |  |  | not measured: no endpoint |  |")
        .contains("Goals reached: 0 of 1 that were measured.");
  }

  @Test
  void a_value_stands_beside_its_goal() {
    report.value("start-up", "", Verdict.atMost("3", 2_400, 1_000, "s"));
    report.value("memory", "300 MiB");
    assertThat(report.toString())
        .contains("| start-up | 2.40 s | ≤ 3: reached |")
        .contains("| memory | 300 MiB |  |")
        .contains("Goals reached: 1 of 1 that were measured.");
  }

  @Test
  void the_lag_of_several_rounds_is_that_of_all_samples_and_the_slowest_return() {
    Readings readings = new Readings();
    readings.add(new Reading(1, new Latencies(), 0, null, lag(5, 100)));
    readings.add(new Reading(1, new Latencies(), 0, null, lag(9, 40)));
    assertThat(readings.lag().samples().quantile(990)).isEqualTo(9);
    assertThat(readings.lag().backToZero()).isEqualTo(Duration.ofMillis(100));
  }

  private static Lag lag(long sample, long millis) {
    Latencies samples = new Latencies();
    samples.add(sample);
    return new Lag(samples, Duration.ofMillis(millis));
  }
}
