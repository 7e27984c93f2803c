package io.cascadeledger.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a run is asked to do. */
final class BenchOptions {

  /** Each takes minutes, and nothing of posting: only who names it waits for it. */
  private static final EnumSet<Part> BY_NAME =
      EnumSet.of(Part.PAST, Part.MATCHING, Part.END_OF_DAY, Part.AUDIT);

  /** With this a quick run would be none. */
  private static final Part NOT_QUICK = Part.INSTALMENTS;

  @Option(names = "--quick", description = "Short rounds and fewer parts: within five minutes.")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      converter = BenchOptions.PartName.class,
      description =
          "Measures only these parts, separated by commas: ${COMPLETION-CANDIDATES}. Otherwise all"
              + " but past, matching, end-of-day and audit, and a quick run no instalments.")
  private List<Part> only = List.of();

  @Option(
      names = "--pgledger",
      paramLabel = "FOLDER",
      description = "A checkout of github.com/pgr0ss/pgledger, to measure it as the peer.")
  private Path pgledger;

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "PROGRAM",
      description = "The launcher; it names itself.")
  private Path launcher;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write the report, beside printing it.")
  private Path output;

  /** Reads the name of a part. */
  static final class PartName implements picocli.CommandLine.ITypeConverter<Part> {
    @Override
    public Part convert(String name) {
      return Part.parse(name);
    }
  }

  Scale scale() {
    return quick ? Scale.QUICK : Scale.FULL;
  }

  Set<Part> parts() {
    if (!only.isEmpty()) {
      return EnumSet.copyOf(only);
    }
    Set<Part> parts = EnumSet.complementOf(BY_NAME);
    if (quick) {
      parts.remove(NOT_QUICK);
    }
    return parts;
  }

  Path launcher() {
    return launcher;
  }

  Optional<Path> pgledger() {
    return Optional.ofNullable(pgledger);
  }

  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  /** What was run, as one would type it; folders are not repeated. */
  String command() {
    return "./ledger bench"
        + (quick ? " --quick" : "")
        + (only.isEmpty()
            ? ""
            : only.stream().map(Part::toString).collect(Collectors.joining(",", " --only ", "")))
        + (pgledger == null ? "" : " --pgledger FOLDER");
  }
}
