package io.cascadeledger.eventstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.cascadeledger");

  private static final int LINES_OF_A_FILE = 250;

  @Test
  void the_event_store_depends_on_the_domain_axon_jdbc_and_json_only() {
    classes()
        .that()
        .resideInAPackage("io.cascadeledger.eventstore..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.cascadeledger..",
            "java..",
            "javax.sql..",
            "org.axonframework..",
            "org.postgresql..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "com.github.benmanes.caffeine.cache..",
            "org.slf4j..")
        .check(LEDGER);
  }

  @Test
  void the_domain_does_not_know_the_event_store() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cascadeledger.eventstore..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cascadeledger.eventstore..")
        .check(LEDGER);
  }

  @Test
  void no_packages_depend_on_each_other_in_a_circle() {
    slices().matching("io.cascadeledger.(**)").should().beFreeOfCycles().check(LEDGER);
  }

  @Test
  void no_file_is_long() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readAllLines(file).size()).isLessThanOrEqualTo(LINES_OF_A_FILE));
    }
  }
}
