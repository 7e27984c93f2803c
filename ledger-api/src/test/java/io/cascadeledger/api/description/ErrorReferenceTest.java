package io.cascadeledger.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.testing.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorReferenceTest {

  @Test
  void the_documentation_of_errors_is_up_to_date() {
    GoldenFile.ofRepository().assertIs("docs/reference/errors.md", ErrorReference.toMarkdown());
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void the_page_has_an_anchor_for_the_type_of_every_problem(ProblemCode code) {
    String anchor = code.type().substring(code.type().indexOf('#') + 1);

    assertThat(ErrorReference.toHtml()).containsOnlyOnce("id=\"" + anchor + "\"");
  }
}
