package io.cascadeledger.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cascadeledger.api.measure.LedgerMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.cascadeledger");

  private static final int LINES_OF_A_FILE = 250;

  @Test
  void no_other_module_knows_this_one() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cascadeledger.api..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cascadeledger.api..")
        .check(LEDGER);
  }

  @Test
  void no_packages_depend_on_each_other_in_a_circle() {
    slices().matching("io.cascadeledger.api.(*)..").should().beFreeOfCycles().check(LEDGER);
  }

  @Test
  void only_posting_and_wiring_know_the_event_store() {
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger.api..")
        .and()
        .resideOutsideOfPackages(
            "io.cascadeledger.api.posting",
            "io.cascadeledger.api.server",
            "io.cascadeledger.api.measure", // told of appends
            "io.cascadeledger.api.audit", // checks and copies what is stored
            "io.cascadeledger.api.command", // reports what was found
            "io.cascadeledger.api.checkpoint", // gives out what seals it
            "io.cascadeledger.api.events", // gives out what is stored
            "io.cascadeledger.api.history", // makes states of what is stored
            "io.cascadeledger.api.past", // the same for who reads loans
            "io.cascadeledger.api.debtor", // makes the keys of what one request asks for
            "io.cascadeledger.api.batch", // makes the payments' keys
            "io.cascadeledger.api.exchange", // makes the request's key
            "io.cascadeledger.api.webhook", // tells of events
            "io.cascadeledger.api.reversal") // asks for the last position
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cascadeledger.eventstore..")
        .check(LEDGER);
  }

  @Test
  void only_posting_and_wiring_know_axon() {
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger.api..")
        .and()
        .resideOutsideOfPackages("io.cascadeledger.api.posting", "io.cascadeledger.api.server")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.axonframework..")
        .check(LEDGER);
  }

  @Test
  void no_amount_is_a_floating_point_number() {
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger.api..")
        .and()
        .doNotBelongToAnyOf(LedgerMetrics.class) // Micrometer counts in double
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Double.class, Float.class, double.class, float.class)
        .check(LEDGER);
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger..")
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
        .check(LEDGER);
  }

  @Test
  void no_file_is_too_long_to_read() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      List<Path> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("ProblemCode.java")) // one entry per problem
              .filter(file -> lines(file) > LINES_OF_A_FILE)
              .toList();
      assertThat(tooLong).isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
