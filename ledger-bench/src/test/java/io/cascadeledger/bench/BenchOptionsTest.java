package io.cascadeledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchOptionsTest {

  @Test
  void without_options_posting_start_and_rebuilds_are_measured_in_full() {
    BenchOptions options = parse("--ledger", "./ledger");
    assertThat(options.parts())
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(Part.PAST, Part.MATCHING, Part.END_OF_DAY, Part.AUDIT)));
    assertThat(options.scale()).isEqualTo(Scale.FULL);
    assertThat(options.pgledger()).isEmpty();
    assertThat(options.command()).isEqualTo("./ledger bench");
  }

  @Test
  void a_quick_run_leaves_out_what_takes_long() {
    assertThat(parse("--ledger=./ledger", "--quick").parts())
        .contains(Part.PAYMENTS, Part.TWO_SERVERS, Part.REPLAY)
        .doesNotContain(Part.INSTALMENTS, Part.PAST, Part.MATCHING, Part.END_OF_DAY, Part.AUDIT);
  }

  @Test
  void parts_are_chosen_by_their_names() {
    BenchOptions options =
        parse("--ledger=./ledger", "--quick", "--only=two-servers,replay", "--pgledger=/x/y");
    assertThat(options.parts()).containsExactlyInAnyOrder(Part.TWO_SERVERS, Part.REPLAY);
    assertThat(options.scale()).isEqualTo(Scale.QUICK);
    assertThat(options.pgledger()).contains(Path.of("/x/y"));
    assertThat(options.command())
        .isEqualTo("./ledger bench --quick --only two-servers,replay --pgledger FOLDER");
  }

  @Test
  void an_unknown_part_is_refused() {
    assertThatThrownBy(() -> parse("--ledger=./ledger", "--only=everything"))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining("everything");
  }

  @Test
  void the_help_names_the_parts() {
    assertThat(new CommandLine(new BenchOptionsHolder()).getUsageMessage())
        .contains("payments, batch, peer, slow-disk", "past");
  }

  private static BenchOptions parse(String... arguments) {
    BenchOptionsHolder holder = new BenchOptionsHolder();
    new CommandLine(holder).parseArgs(arguments);
    return holder.options;
  }

  @CommandLine.Command
  private static final class BenchOptionsHolder {
    @CommandLine.Mixin private BenchOptions options = new BenchOptions();
  }
}
