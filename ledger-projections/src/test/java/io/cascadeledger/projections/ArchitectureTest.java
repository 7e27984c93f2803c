package io.cascadeledger.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.cascadeledger");

  @Test
  void projections_know_the_domain_and_the_event_store_and_nothing_else_of_the_ledger() {
    classes()
        .that()
        .resideInAPackage("io.cascadeledger.projections..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.cascadeledger.account..",
            "io.cascadeledger.accrual..",
            "io.cascadeledger.bank..",
            "io.cascadeledger.claim..",
            "io.cascadeledger.event..",
            "io.cascadeledger.eventstore",
            "io.cascadeledger.eventstore.audit", // a rebuild says which event it cannot read
            "io.cascadeledger.eventstore.json", // terms are kept as the events have them
            "io.cascadeledger.journal..",
            "io.cascadeledger.limits..",
            "io.cascadeledger.loan..",
            "io.cascadeledger.matching..",
            "io.cascadeledger.metadata..",
            "io.cascadeledger.money..",
            "io.cascadeledger.party..",
            "io.cascadeledger.product..",
            "io.cascadeledger.projections..",
            "io.cascadeledger.waterfall..",
            "io.r2dbc.spi..",
            "javax.sql",
            "org.axonframework..",
            "org.postgresql",
            "org.postgresql.copy",
            "org.springframework..",
            "org.reactivestreams..",
            "reactor..",
            "tools.jackson..")
        .check(LEDGER);
  }

  @Test
  void the_domain_and_the_event_store_do_not_know_the_projections() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cascadeledger.projections..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cascadeledger.projections..")
        .check(LEDGER);
  }

  @Test
  void nothing_here_reads_the_clock() {
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger.projections..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(LEDGER);
  }

  @Test
  void each_concept_stands_on_its_own() {
    slices().matching("io.cascadeledger.projections.(*)..").should().beFreeOfCycles().check(LEDGER);
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger.projections")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cascadeledger.projections.(*)..")
        .check(LEDGER);
  }

  @Test
  void no_amount_is_a_floating_point_number() {
    noClasses()
        .that()
        .resideInAPackage("io.cascadeledger.projections..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Double.class, Float.class, double.class, float.class)
        .check(LEDGER);
  }
}
