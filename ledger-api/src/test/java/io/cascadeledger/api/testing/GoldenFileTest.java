package io.cascadeledger.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {

  @TempDir Path root;

  @Test
  void a_file_that_is_up_to_date_is_left_alone() throws IOException {
    Files.writeString(root.resolve("golden.md"), "same\n");

    GoldenFile.below(root).assertIs("golden.md", "same\n");

    assertThat(root.resolve("golden.md")).hasContent("same\n");
  }

  @Test
  void a_stale_file_is_rewritten_and_the_test_fails() throws IOException {
    Files.writeString(root.resolve("golden.md"), "old\n");

    assertThatThrownBy(() -> GoldenFile.below(root).assertIs("golden.md", "new\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("golden.md was out of date");
    assertThat(root.resolve("golden.md")).hasContent("new\n");
  }

  @Test
  void a_missing_file_is_written_and_the_test_fails() {
    assertThatThrownBy(() -> GoldenFile.below(root).assertIs("docs/golden.md", "new\n"))
        .isInstanceOf(AssertionError.class);
    assertThat(root.resolve("docs/golden.md")).hasContent("new\n");
  }

  @Test
  void the_repository_is_found_from_within_a_module() {
    GoldenFile.ofRepository().assertIs("pom.xml", readPom());
  }

  private static String readPom() {
    try {
      return Files.readString(Path.of("..", "pom.xml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
