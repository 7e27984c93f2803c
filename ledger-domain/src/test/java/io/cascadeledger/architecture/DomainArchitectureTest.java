package io.cascadeledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DomainArchitectureTest {
  private static final JavaClasses DOMAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.cascadeledger");

  @ParameterizedTest(name = "the domain {0}")
  @MethodSource("rules")
  void the_domain_keeps_its_promises(DomainRule rule) {
    rule.rule().check(DOMAIN);
  }

  @ParameterizedTest(name = "the domain {0}")
  @MethodSource("rules")
  void a_class_that_breaks_a_promise_is_found(DomainRule rule) {
    for (Class<?> offender : rule.offenders()) {
      JavaClasses classes = new ClassFileImporter().importClasses(offender);
      assertThat(rule.rule().evaluate(classes).hasViolation())
          .as(offender.getSimpleName())
          .isTrue();
    }
  }

  static List<DomainRule> rules() {
    return DomainRule.all();
  }

  @Test
  void the_rules_are_checked_on_the_domains_own_classes() {
    assertThat(DOMAIN).hasSizeGreaterThan(50);
    assertThat(DOMAIN.contain(DomainRule.class)).isFalse();
  }
}
